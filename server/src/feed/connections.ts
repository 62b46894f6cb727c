/**
 * The connections under the feed: what they may send, what they may leave unread, and how they end.
 * Whatever a client does here, only its own connection closes. Rules: FEED-5. Source: RT-04, RT-10.
 */
import type { FeedClosing } from '@tingxu/contract/feed';
import { allowance } from './allowance.ts';
import type { FeedLog, FeedServer, FeedSocket } from './feed-server.ts';
import { type Connection, type UnsentCap, watchUnsent } from './unsent.ts';

/** Messages that a connection may send. An honest screen sends a pong each 1.5 s and rare follows. */
const MESSAGES = { burst: 40, perSecond: 10 };
/** How long a connection that is closing may take before it is cut. Units: ms. */
export const LINGER_MS = 500;

export type Connections = {
  /** Tells the reason, best effort, then closes; what it has not read is dropped. */
  end(connection: Connection, reason: FeedClosing['reason']): void;
  /** Ends all of them and waits until they are gone. */
  endAll(reason: FeedClosing['reason']): Promise<void>;
};

export const watchConnections = (io: FeedServer, cap: UnsentCap, log: FeedLog): Connections => {
  const open = new Set<Connection>();
  /** A connection has one socket at most, since there is one namespace. */
  const sockets = new WeakMap<Connection, FeedSocket>();
  let ending = false;

  const end = (connection: Connection, reason: FeedClosing['reason']): void => {
    if (!open.delete(connection)) return;
    log.info({ reason, address: connection.remoteAddress }, 'feed: connection ended');
    const socket = sockets.get(connection);
    // Out of its rooms first, so that nothing more is queued for it.
    for (const room of socket?.rooms ?? []) void socket?.leave(room);
    socket?.emit('closing', { reason });
    socket?.disconnect();
    connection.close();
    cut(connection);
  };

  io.on('connection', (socket) => sockets.set(socket.conn, socket));
  io.engine.on('connection', (connection: Connection) => {
    // Its handshake was under way when everybody was sent home.
    if (ending) {
      connection.request.socket.destroy();
      return;
    }
    open.add(connection);
    const allowed = allowance(MESSAGES.burst, MESSAGES.perSecond);
    connection.on('packet', () => {
      if (!allowed.take(performance.now())) end(connection, 'bad-message');
    });
    connection.on('error', (err: Error) => log.info({ err }, 'feed: connection error'));
    connection.on('close', () => {
      open.delete(connection);
      cut(connection);
    });
    watchUnsent(connection, cap, () => end(connection, 'too-slow'));
  });

  return {
    end,
    endAll: async (reason) => {
      ending = true;
      const gone = [...open].map(
        (connection) => new Promise((done) => connection.request.socket.once('close', done)),
      );
      for (const connection of open) end(connection, reason);
      await Promise.all(gone);
    },
  };
};

/**
 * A closing handshake with a peer that does not read would hold its buffers for half a minute, and
 * keep the server from stopping.
 */
const cut = (connection: Connection): void => {
  const { socket } = connection.request;
  if (socket.destroyed) return;
  const timer = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once('close', () => clearTimeout(timer));
};
