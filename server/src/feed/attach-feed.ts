/**
 * The feed on the server's side: pushes to screens what is durable. Commands never come this way.
 * Rules: FEED-1..FEED-5. Wire: docs/PROTOCOL.md, shared/contract/src/feed.ts.
 */
import type { Server as HttpServer } from 'node:http';
import { FEED_TIMING, type FeedClosing, type FollowReply } from '@tingxu/contract/feed';
import type { HallId } from '@tingxu/contract/ids';
import { isOwnOrigin, namesTwoHosts } from '../http/own-origin.ts';
import { problemOf } from '../http/problem.ts';
import { type RefusalLog, refusalLog } from '../http/refusal-log.ts';
import type { TicketLinks } from '../links/ticket-links.ts';
import type { Clock } from '../runtime/clock.ts';
import type { HallRuntime } from '../runtime/hall-runtime.ts';
import { allowance } from './allowance.ts';
import { type Connections, FOLLOW_WITHIN_MS, watchConnections } from './connections.ts';
import type { FeedDevicesSource } from './devices-feed.ts';
import { type FeedLog, type FeedServer, type FeedSocket, feedServer } from './feed-server.ts';
import { type FollowRequest, readFollow } from './follow-request.ts';
import { type HallFeed, hallFeed } from './hall-feed.ts';
import { type Door, readHandshake } from './handshake.ts';
import { type SessionSockets, sessionSockets } from './session-sockets.ts';
import { boundUnproven, UNPROVEN_LIMITS, type Unproven, type UnprovenLimits } from './unproven.ts';
import { type Connection, UNSENT_CAP, type UnsentCap } from './unsent.ts';
import type { FeedVoiceSource } from './voice-feed.ts';

export type FeedOptions = Door & {
  readonly httpServer: HttpServer;
  readonly halls: ReadonlyMap<HallId, HallRuntime>;
  readonly clock: Clock;
  readonly links: TicketLinks;
  readonly log: FeedLog;
  readonly devices?: FeedDevicesSource | undefined;
  readonly voices?: FeedVoiceSource | undefined;
  /** Origins of pages besides this server's own, e.g. `https://branch.example`. */
  readonly allowedOrigins?: readonly string[];
  readonly unsentCap?: UnsentCap;
  /** For a connection that follows nothing. Units: ms. */
  readonly followWithinMs?: number;
  readonly unproven?: UnprovenLimits;
  /** Time between two ticks; screens expect the default. Units: ms. */
  readonly tickMs?: number;
};

export type Feed = {
  /** Takes nobody in any more, tells everybody why and ends all connections. Before the HTTP server. */
  close(reason: FeedClosing['reason']): Promise<void>;
};

/** Follows of one socket: it asks again only after a gap. */
const FOLLOWS = { burst: 10, perSecond: 1 };

export const attachFeed = (options: FeedOptions): Feed => {
  const { httpServer, halls, clock, log } = options;
  let closing = false;
  const io = feedServer(
    httpServer,
    (request) =>
      !closing && !namesTwoHosts(request) && isOwnOrigin(request.headers, options.allowedOrigins),
  );
  const tickMs = options.tickMs ?? FEED_TIMING.tickMs;
  const limits = {
    unsent: options.unsentCap ?? UNSENT_CAP,
    followWithinMs: options.followWithinMs ?? FOLLOW_WITHIN_MS,
    checkMs: FEED_TIMING.tickMs,
  };
  const connections = watchConnections(io, limits, log);
  const feeds = new Map<HallId, HallFeed>();
  for (const [id, runtime] of halls) {
    const { devices, voices } = options;
    feeds.set(id, hallFeed({ io, runtime, clock, log, tickMs, devices, voices }));
  }

  const hanging = sessionSockets(options.identity, connections);
  const refused = refusalLog(log);
  requireRole(io, connections, options, { hanging, refused });
  const { links } = options;
  const mayFollow = boundUnproven(options.unproven ?? UNPROVEN_LIMITS);
  const serving: Serving = { feeds, connections, links, log, refused, mayFollow };
  io.on('connection', (socket) => serve(socket, serving));

  return {
    close: async (reason) => {
      closing = true;
      for (const feed of feeds.values()) feed.close();
      hanging.close();
      await connections.endAll(reason);
      io.engine.close();
    },
  };
};

const requireRole = (
  io: FeedServer,
  connections: Connections,
  door: Door,
  { hanging, refused }: { readonly hanging: SessionSockets; readonly refused: RefusalLog },
): void => {
  /** Several CONNECTs in one segment would each get a socket, with an allowance of its own. */
  const taken = new WeakSet<Connection>();
  io.use((socket, next) => {
    const { auth, headers } = socket.handshake;
    const claim = readHandshake(auth, headers, door);
    if (!claim.ok) {
      refused(claim.code, { feed: 'connect', address: socket.handshake.address });
      return next(Object.assign(new Error(claim.code), { data: problemOf(claim.code) }));
    }
    if (taken.has(socket.conn)) {
      connections.end(socket.conn, 'bad-message');
      return next(new Error('one socket per connection'));
    }
    taken.add(socket.conn);
    if (claim.session !== null && !hanging.hang(socket, claim.session)) {
      return next(new Error('the session is over'));
    }
    socket.data.role = claim.role;
    socket.data.halls = claim.halls;
    next();
  });
};

type Serving = {
  readonly feeds: ReadonlyMap<HallId, HallFeed>;
  readonly connections: Connections;
  readonly links: TicketLinks;
  readonly log: FeedLog;
  readonly refused: RefusalLog;
  readonly mayFollow: Unproven;
};

const serve = (socket: FeedSocket, serving: Serving): void => {
  const { feeds, connections, links, log, refused, mayFollow } = serving;
  const allowed = allowance(FOLLOWS.burst, FOLLOWS.perSecond);
  const requestOf = (raw: unknown): FollowRequest => {
    const request = readFollow(raw, socket.data, feeds, links);
    if (!request.ok || mayFollow(socket, request.whom)) return request;
    return { ok: false, problem: problemOf('too-many-requests') };
  };
  const follow = (raw: unknown): FollowReply => {
    if (!allowed.take(performance.now())) {
      return { ok: false, problem: problemOf('too-many-requests') };
    }
    const request = requestOf(raw);
    if (!request.ok) {
      const { address } = socket.handshake;
      const { code } = request.problem;
      refused(code, { feed: 'follow', address });
      const wrongLink = code === 'link-unknown';
      const waitMs = wrongLink ? links.noteWrong(address, performance.now()) : 0;
      return waitMs > 0 ? { ok: false, problem: problemOf('too-many-requests') } : request;
    }
    const { hall, whom, cursor } = request;
    // One room at a time: the new following replaces the old one.
    for (const room of socket.rooms) if (room !== socket.id) void socket.leave(room);
    connections.welcome(socket.conn, () => feeds.get(hall)?.admit(socket, whom, cursor));
    return { ok: true };
  };
  socket.on('error', () => connections.end(socket.conn, 'bad-message'));
  socket.onAny((event: unknown, raw: unknown, reply: unknown) => {
    if (event !== 'follow' || typeof reply !== 'function') {
      connections.end(socket.conn, 'bad-message');
      return;
    }
    try {
      reply(follow(raw));
    } catch (err) {
      log.error({ err }, 'feed: a follow could not be answered');
      reply({ ok: false, problem: problemOf('internal-error') } satisfies FollowReply);
    }
  });
};
