/**
 * One connection to the feed: opened, used, closed, never reused. Everything that arrives is parsed;
 * what does not parse breaks the link instead of the page.
 */
import { FeedDevices } from '@tingxu/contract/devices';
import type { Follow } from '@tingxu/contract/feed';
import {
  type ClientToServer,
  type FeedBatch,
  FeedClosing,
  type FeedMessages,
  type FeedSnapshot,
  FeedTick,
  FollowReply,
  type ServerToClient,
} from '@tingxu/contract/feed';
import { Problem } from '@tingxu/contract/problem';
import type { Role } from '@tingxu/contract/roles';
import { FeedVoice } from '@tingxu/contract/voice';
import { io, type Socket } from 'socket.io-client';
import type * as z from 'zod/mini';
import { tellSession } from './session-refused.ts';

/** `closed`: the connection ended or never came about. `bad-message`: something did not parse. */
export type BreakReason = 'closed' | 'bad-message';

export type LinkListener = {
  /** The server is there; nothing has been said yet. */
  reached(): void;
  connected(): void;
  following(): void;
  refused(problem: Problem): void;
  snapshot(message: FeedSnapshot): void;
  batch(message: FeedBatch): void;
  tick(message: FeedTick): void;
  devices(message: FeedDevices): void;
  voice(message: FeedVoice): void;
  /** Said once; nothing follows it. */
  broken(reason: BreakReason): void;
};

export type Link = {
  follow(request: Follow): void;
  /** Silent: the listener hears nothing more. */
  close(): void;
};

export type LinkOptions = {
  readonly url: string;
  readonly role: Role;
  readonly token: string | undefined;
  readonly replyTimeoutMs: number;
  readonly messages: FeedMessages;
};

type FeedSocket = Socket<ServerToClient, ClientToServer>;

export const openLink = (options: LinkOptions, listener: LinkListener): Link => {
  const socket = connect(options);
  let open = true;
  const close = (): void => {
    open = false;
    socket.off();
    socket.disconnect();
  };
  const broken = (reason: BreakReason): void => {
    if (!open) return;
    close();
    listener.broken(reason);
  };
  const parsed =
    <T>(schema: z.ZodMiniType<T>, handle: (message: T) => void) =>
    (raw: unknown): void => {
      if (!open) return;
      const result = schema.safeParse(raw);
      if (result.success) handle(result.data);
      else broken('bad-message');
    };

  const refused = (problem: Problem): void => {
    tellSession(problem.code);
    listener.refused(problem);
  };

  socket.io.on('open', () => {
    if (open) listener.reached();
  });
  socket.on('connect', () => listener.connected());
  socket.on('disconnect', () => broken('closed'));
  socket.on('connect_error', (error: Error & { data?: unknown }) => {
    const problem = Problem.safeParse(error.data);
    if (problem.success && open) refused(problem.data);
    else broken('closed');
  });
  socket.on('snapshot', parsed(options.messages.snapshot, listener.snapshot));
  socket.on('batch', parsed(options.messages.batch, listener.batch));
  socket.on('tick', parsed(FeedTick, listener.tick));
  socket.on('devices', parsed(FeedDevices, listener.devices));
  socket.on('voice', parsed(FeedVoice, listener.voice));
  // Whose session is over must hear of it now; for the rest the disconnect that follows is what acts.
  socket.on(
    'closing',
    parsed(FeedClosing, ({ reason }) => {
      if (reason === 'session-over' || reason === 'session-locked') tellSession(reason);
    }),
  );

  const replied = parsed(FollowReply, (reply) => {
    if (reply.ok) listener.following();
    else refused(reply.problem);
  });
  return {
    follow: (request) => {
      socket.timeout(options.replyTimeoutMs).emit('follow', request, (error, reply) => {
        if (error) broken('closed');
        else replied(reply);
      });
    },
    close,
  };
};

/** The longest that a timer can be set. */
const NEVER_MS = 2 ** 31 - 1;

/**
 * A manager of its own, so that a half-open connection is never reused, and no reconnection by the
 * library: its back-off starts at a second and its timeout does not cover the namespace.
 */
const connect = ({ url, role, token }: LinkOptions): FeedSocket =>
  io(url, {
    forceNew: true,
    reconnection: false,
    transports: ['websocket'],
    // The caller knows better how long a connection may take.
    timeout: NEVER_MS,
    auth: { role, ...(token !== undefined && { token }) },
  });
