/**
 * Counts what a connection has been given and has not read. Engine.IO's own write buffer has no
 * limit, so a client that stops reading would grow the heap until its ping times out, and one that
 * answers pings without reading for ever. Rules: FEED-5. Source: quality.md finding 7, RT-04.
 */
import type { Socket } from 'socket.io';

/** An Engine.IO connection. */
export type Connection = Socket['conn'];

/** What one connection may have unread. Units: bytes. */
export const UNSENT_CAP = { bytes: 1_048_576, packets: 256 };
export type UnsentCap = typeof UNSENT_CAP;

/**
 * What a hall tells a newcomer may be larger than the cap, and is not the newcomer's fault: it has
 * this long to read it. Units: ms.
 */
const WELCOME_MS = 30_000;

export type Unsent = {
  /** What is queued while `tell` runs comes on top of the cap until it has been read. */
  welcome(tell: () => void): void;
  /** Looks again: what WebSocket itself answers passes no packet. */
  check(): void;
};

/**
 * Calls `tooSlow` once, after the packet that crossed the cap has been queued. Bytes are those that
 * wait in Engine.IO plus those that the kernel has not taken from this connection's socket.
 */
export const watchUnsent = (
  connection: Connection,
  cap: UnsentCap,
  tooSlow: () => void,
): Unsent => {
  const { socket } = connection.request;
  let packets = 0;
  let bytes = 0;
  let told = false;
  let welcoming = false;
  /** Bytes of the largest welcome under way, until all is read or its time is over. */
  let spare = 0;
  let spareUntil = 0;

  const check = (): void => {
    const unsent = bytes + socket.writableLength;
    if (unsent === 0 || performance.now() > spareUntil) spare = 0;
    if (told || (packets <= cap.packets && unsent <= cap.bytes + spare)) return;
    told = true;
    // Not here: the packet may belong to a broadcast that is still going through its room.
    setImmediate(tooSlow);
  };

  connection.on('packetCreate', (packet: { data?: unknown }) => {
    packets += 1;
    bytes += typeof packet.data === 'string' ? Buffer.byteLength(packet.data) : 0;
    if (!welcoming) check();
  });
  connection.on('flush', () => {
    packets = 0;
    bytes = 0;
  });

  return {
    check,
    welcome(tell) {
      const before = bytes + socket.writableLength;
      welcoming = true;
      try {
        tell();
      } finally {
        welcoming = false;
        // The larger one, not the sum: asking again and again earns no room.
        spare = Math.max(spare, bytes + socket.writableLength - before);
        spareUntil = performance.now() + WELCOME_MS;
        check();
      }
    },
  };
};
