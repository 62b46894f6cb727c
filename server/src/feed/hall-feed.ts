/**
 * One hall's rooms: a channel and a room per audience, told after each commit and once a second.
 * Rules: FEED-3, FEED-4, JRN-1.
 */
import type { Cursor } from '@tingxu/contract/feed';
import type { HallId } from '@tingxu/contract/ids';
import { Audience } from '@tingxu/contract/roles';
import type { Clock } from '../runtime/clock.ts';
import type { HallRuntime } from '../runtime/hall-runtime.ts';
import { type Channel, type Committed, channel, type Entry } from './channel.ts';
import type { FeedLog, FeedServer, FeedSocket } from './feed-server.ts';

export type HallFeed = {
  /**
   * Lets a socket in. All in one turn: the room is brought up to date, the socket gets what it
   * lacks and joins, so the next thing it hears joins on without a gap and without a double.
   */
  admit(socket: FeedSocket, audience: Audience, cursor: Cursor | undefined): void;
  close(): void;
};

export const roomOf = (hall: HallId, audience: Audience): string => `${hall}/${audience}`;

export type HallFeedOptions = {
  readonly io: FeedServer;
  readonly runtime: HallRuntime;
  readonly clock: Clock;
  readonly log: FeedLog;
  readonly tickMs: number;
};

export const hallFeed = ({ io, runtime, clock, log, tickMs }: HallFeedOptions): HallFeed => {
  const { hall, epoch } = runtime;
  let latest: Committed = { state: runtime.state(), seq: runtime.head().seq };
  const channels = new Map<Audience, Channel>(
    Audience.options.map((audience) => [audience, channel(audience, epoch, latest)]),
  );
  const channelOf = (audience: Audience): Channel => {
    const found = channels.get(audience);
    if (!found) throw new Error(`no channel for ${audience}`);
    return found;
  };

  const isEmpty = (audience: Audience): boolean =>
    !io.sockets.adapter.rooms.has(roomOf(hall, audience));
  const publish = (audience: Audience): void =>
    tell(io.to(roomOf(hall, audience)), channelOf(audience).advance(latest));
  /** An audience that nobody follows costs nothing; whoever comes gets one batch over all of it. */
  const publishToFollowers = (): void => {
    for (const audience of channels.keys()) if (!isEmpty(audience)) publish(audience);
  };

  /** What goes wrong in telling must never reach the commit that is being told. */
  const guarded = (run: () => void): void => {
    try {
      run();
    } catch (err) {
      log.error({ err, hall }, 'feed: the audiences could not be told');
    }
  };

  const forget = runtime.onCommitted(({ after, upTo }) => {
    latest = { state: after, seq: upTo };
    guarded(publishToFollowers);
  });
  const ticking = setInterval(() => {
    guarded(() => {
      const { seq } = runtime.head();
      // A hall that restarted from its journal may have gone on without telling.
      if (seq > latest.seq) latest = { state: runtime.state(), seq };
      publishToFollowers();
      for (const [audience, { tick }] of channels) {
        if (!isEmpty(audience)) io.to(roomOf(hall, audience)).emit('tick', tick(clock.now()));
      }
    });
  }, tickMs);
  ticking.unref();

  return {
    admit(socket, audience, cursor) {
      const { advance, enter, tick } = channelOf(audience);
      tell(io.to(roomOf(hall, audience)), advance(latest));
      tell(socket, enter(cursor));
      void socket.join(roomOf(hall, audience));
      socket.emit('tick', tick(clock.now()));
    },
    close() {
      clearInterval(ticking);
      forget();
    },
  };
};

type Listener = Pick<FeedSocket, 'emit'>;

const tell = (to: Listener, entry: Entry | null): void => {
  if (entry?.kind === 'snapshot') to.emit('snapshot', entry.snapshot);
  if (entry?.kind === 'batch') to.emit('batch', entry.batch);
};
