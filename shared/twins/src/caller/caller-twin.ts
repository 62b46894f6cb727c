/** The twin of boxes behind a serial server: listens on a real socket, and its keys can be pressed. */
import { createServer, type Socket } from 'node:net';
import { listen, type Stand } from '../listen.ts';
import { type CallerBoxTwin, callerBox } from './caller-box.ts';
import { type CallerMisbehaviour, callerEar, GOOD_CALLERS } from './caller-line.ts';

export type CallerTwin = {
  readonly port: number;
  readonly misbehaviour: CallerMisbehaviour;
  /** All of them, on the line or not. */
  readonly boxes: readonly CallerBoxTwin[];
  /** Takes a box off the line, or puts it on. */
  hang(box: CallerBoxTwin, isOn: boolean): void;
  /** Pulls the cable of every host that is there. */
  unplug(): void;
  repair(): void;
  stop(): Promise<void>;
};

export type CallerTwinOptions = Stand & {
  readonly boxes: readonly { readonly address: number; readonly serial: number }[];
};

export async function openCallerTwin(options: CallerTwinOptions): Promise<CallerTwin> {
  const now = (): number => performance.now();
  const boxes = options.boxes.map((box) => callerBox({ ...box, now }));
  const off = new Set<CallerBoxTwin>();
  const misbehaviour = { ...GOOD_CALLERS };
  const sockets = new Set<Socket>();
  const unplug = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    const hear = callerEar({
      ...{ misbehaviour, unplug },
      boxes: () => boxes.filter((box) => !off.has(box)),
      say: (bytes) => void socket.write(bytes),
      isPlugged: () => !socket.destroyed,
    });
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', hear);
  });
  const port = await listen(server, options);
  return {
    ...{ port, misbehaviour, boxes, unplug },
    hang: (box, isOn) => void (isOn ? off.delete(box) : off.add(box)),
    repair: () => void Object.assign(misbehaviour, GOOD_CALLERS),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        unplug();
      }),
  };
}
