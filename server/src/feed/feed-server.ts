/** Socket.IO as the feed uses it: its types, and its options with their reasons. */
import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { ClientToServer, ServerToClient } from '@tingxu/contract/feed';
import { FEED_TIMING } from '@tingxu/contract/feed';
import type { HallId } from '@tingxu/contract/ids';
import type { Role } from '@tingxu/contract/roles';
import { Server, type Socket } from 'socket.io';
import type { Log } from '../http/hosting.ts';

type NoEvents = Record<never, never>;
/** Set by the handshake before anybody else sees the socket. */
type SocketData = { role: Role; halls: readonly HallId[] | null };

export type FeedServer = Server<ClientToServer, ServerToClient, NoEvents, SocketData>;
export type FeedSocket = Socket<ClientToServer, ServerToClient, NoEvents, SocketData>;
export type FeedLog = Log;

/**
 * Nothing that a client sends is larger: to join with a token or to follow with a link and a cursor takes less than
 * 300. What is larger is refused by its head, before it is read. Units: bytes. Source: RT-10, SEC-16.
 */
const MAX_MESSAGE_BYTES = 1_024;
/** For a connection that joins nothing. Units: ms. */
const JOIN_TIMEOUT_MS = 5_000;

/**
 * WebSocket only: long polling would be a second path with buffers of its own that the cap on unsent
 * bytes does not see, heartbeats that do not notice a cut, and sessions that need sticky routing. All
 * browsers that can run the screens have WebSocket.
 * No compression: it holds a window per socket, and a batch is framed once for its whole room.
 * What was missed is told by cursor and tail, never by Socket.IO's own recovery.
 */
export const feedServer = (
  httpServer: HttpServer,
  allow: (request: IncomingMessage) => boolean,
): FeedServer =>
  new Server<ClientToServer, ServerToClient, NoEvents, SocketData>(httpServer, {
    transports: ['websocket'],
    allowUpgrades: false,
    perMessageDeflate: false,
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: FEED_TIMING.pingIntervalMs,
    pingTimeout: FEED_TIMING.pingTimeoutMs,
    connectTimeout: JOIN_TIMEOUT_MS,
    allowRequest: (request, decide) => decide(null, allow(request)),
  });
