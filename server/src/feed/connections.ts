/**
 * The connections under the feed: what they may send, what they may leave unread, and how they end.
 * Whatever a client does here, only its own connection closes. Rules: FEED-5. Source: RT-04, RT-10.
 */
import type { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { FeedClosing } from '@tingxu/contract/feed';
import { allowance } from './allowance.ts';
import type { FeedLog, FeedServer, FeedSocket } from './feed-server.ts';
import { type Connection, type Unsent, type UnsentCap, watchUnsent } from './unsent.ts';

/**
 * Messages that a connection may send. An honest screen sends a pong each 1.5 s and rare follows; with three times
 * that, the thousand connections that one address may have cost the hall little. Source: SEC-16.
 */
const MESSAGES = { burst: 40, perSecond: 2 };
/** For a connection to follow a hall; a screen does at once. Units: ms. */
export const FOLLOW_WITHIN_MS = 5_000;
/** How long a connection that is closing may take before it is cut. Units: ms. */
export const LINGER_MS = 500;

export type Connections = {
  /** Tells the reason, best effort, then closes; what it has not read is dropped. */
  end(connection: Connection, reason: FeedClosing['reason']): void;
  /** Lets it follow: what `tell` queues for it comes on top of the cap. */
  welcome(connection: Connection, tell: () => void): void;
  /** Ends all of them and waits until they are gone. */
  endAll(reason: FeedClosing['reason']): Promise<void>;
};

export type Limits = {
  readonly unsent: UnsentCap;
  readonly followWithinMs: number;
  /** Time between two looks at all connections. Units: ms. */
  readonly checkMs: number;
};

/** The WebSocket below a connection, as Engine.IO leaves it on the request. */
type Upgraded = IncomingMessage & { websocket?: EventEmitter & { pause(): void } };
const websocketOf = (connection: Connection): Upgraded['websocket'] => {
  const request: Upgraded = connection.request;
  return request.websocket;
};

type Watched = { readonly unsent: Unsent; readonly followBy: number; follows: boolean };

export const watchConnections = (io: FeedServer, limits: Limits, log: FeedLog): Connections => {
  const open = new Map<Connection, Watched>();
  /** A connection has one socket at most: `requireRole` lets no second one in. */
  const sockets = new WeakMap<Connection, FeedSocket>();
  let ending = false;

  const end = (connection: Connection, reason: FeedClosing['reason']): void => {
    if (!open.delete(connection)) return;
    log.info({ reason, address: connection.remoteAddress }, 'feed: connection ended');
    const socket = sockets.get(connection);
    // Engine.IO hands on the packet that ends the connection all the same: nobody parses it, nor what follows.
    connection.removeAllListeners('data');
    // Out of its rooms first, so that nothing more is queued for it.
    for (const room of socket?.rooms ?? []) void socket?.leave(room);
    socket?.emit('closing', { reason });
    socket?.disconnect();
    connection.close();
    // Its pings would be answered until it is cut.
    if (reason !== 'server-stopping') websocketOf(connection)?.pause();
    cut(connection);
  };

  io.on('connection', (socket) => sockets.set(socket.conn, socket));
  io.engine.on('connection', (connection: Connection) => {
    // Its handshake was under way when everybody was sent home.
    if (ending) {
      connection.request.socket.destroy();
      return;
    }
    const unsent = watchUnsent(connection, limits.unsent, () => end(connection, 'too-slow'));
    const followBy = performance.now() + limits.followWithinMs;
    open.set(connection, { unsent, followBy, follows: false });
    watchMessages(connection, () => end(connection, 'bad-message'));
    connection.on('error', (err: Error) => log.info({ err }, 'feed: connection error'));
    connection.on('close', () => {
      open.delete(connection);
      cut(connection);
    });
  });
  const checking = setInterval(() => {
    const now = performance.now();
    for (const [connection, { unsent, follows, followBy }] of open) {
      if (follows || now < followBy) unsent.check();
      else end(connection, 'bad-message');
    }
  }, limits.checkMs);
  checking.unref();

  return {
    end,
    welcome(connection, tell) {
      const watched = open.get(connection);
      if (!watched) return;
      watched.follows = true;
      watched.unsent.welcome(tell);
    },
    endAll: async (reason) => {
      ending = true;
      clearInterval(checking);
      const gone = [...open.keys()].map(
        (connection) => new Promise((done) => connection.request.socket.once('close', done)),
      );
      for (const connection of open.keys()) end(connection, reason);
      await Promise.all(gone);
    },
  };
};

/**
 * A message in pieces: Socket.IO keeps the ones that have come until the last one does, which may be never. Nothing
 * of the feed is sent in pieces, or as bytes.
 */
const isInPieces = (data: unknown): boolean =>
  data !== undefined && (typeof data !== 'string' || /^[56]/.test(data));

/**
 * Calls `wrong` before anybody reads the message: when a connection sends more than an honest one, packets and
 * WebSocket's own frames together, or what nobody sends.
 */
const watchMessages = (connection: Connection, wrong: () => void): void => {
  const allowed = allowance(MESSAGES.burst, MESSAGES.perSecond);
  const count = (): void => {
    if (!allowed.take(performance.now())) wrong();
  };
  connection.on('packet', ({ type, data }: { type: string; data?: unknown }) => {
    if (type === 'message' && isInPieces(data)) wrong();
    else count();
  });
  // WebSocket answers a ping by itself, so these grow what is unsent without any packet.
  websocketOf(connection)?.on('ping', count).on('pong', count);
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
