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
 * Calls `tooSlow` once, after the packet that crossed the cap has been queued. Bytes are those that
 * wait in Engine.IO plus those that the kernel has not taken from this connection's socket.
 */
export const watchUnsent = (connection: Connection, cap: UnsentCap, tooSlow: () => void): void => {
  let packets = 0;
  let bytes = 0;
  let told = false;
  connection.on('packetCreate', (packet: { data?: unknown }) => {
    packets += 1;
    bytes += typeof packet.data === 'string' ? packet.data.length : 0;
    const unsent = bytes + connection.request.socket.writableLength;
    if (told || (packets <= cap.packets && unsent <= cap.bytes)) return;
    told = true;
    // Not here: the packet may belong to a broadcast that is still going through its room.
    setImmediate(tooSlow);
  });
  connection.on('flush', () => {
    packets = 0;
    bytes = 0;
  });
};
