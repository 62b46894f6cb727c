/**
 * The twin of LED signs in the network or behind a converter: listens on a real socket, keeps what it is told
 * in memory for as long as it was told, and draws its dots.
 */
import { createServer, type Socket } from 'node:net';
import { listen, type Stand } from '../listen.ts';
import type { LitDots } from './dot-picture.ts';
import { type CardSize, ledCards } from './led-cards.ts';
import { GOOD_LED, type LedMisbehaviour, ledEar } from './led-line.ts';

export type LedTwin = {
  readonly port: number;
  readonly misbehaviour: LedMisbehaviour;
  lit(address: number): LitDots;
  flashWrites(): number;
  /** Everything received, in hexadecimal, the newest part of it. */
  received(): string;
  /** Pulls the cable of every host that is there. */
  unplug(): void;
  losePower(): void;
  repair(): void;
  stop(): Promise<void>;
};

export type LedTwinOptions = Stand & {
  readonly cards: readonly CardSize[];
  /** The cards' clock. Units: ms. */
  readonly now?: () => number;
};

/** Of what was received, so that a demo that runs for months stays small. Units: bytes. */
const KEPT_BYTES = 20_000;

export async function openLedTwin(options: LedTwinOptions): Promise<LedTwin> {
  const cards = ledCards(options.cards, options.now ?? (() => performance.now()));
  const misbehaviour = { ...GOOD_LED };
  const sockets = new Set<Socket>();
  let received = Buffer.alloc(0);
  const unplug = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    const isPlugged = (): boolean => !socket.destroyed;
    const say = (bytes: Uint8Array): void => void socket.write(bytes);
    const ear = ledEar({ cards, misbehaviour, say, unplug, isPlugged });
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes]).subarray(-KEPT_BYTES);
      ear.hear(bytes);
    });
  });
  const port = await listen(server, options);
  return {
    ...{ port, misbehaviour, unplug },
    lit: cards.lit,
    flashWrites: cards.flashWrites,
    received: () => received.toString('hex'),
    losePower: cards.losePower,
    repair: () => void Object.assign(misbehaviour, GOOD_LED),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        unplug();
      }),
  };
}
