/**
 * One hall's rooms: a channel and a room per audience and per ticket that a phone follows, told after
 * each commit and once a second. Rules: FEED-3, FEED-4, JRN-1, LINK-2.
 */
import type { Cursor } from '@tingxu/contract/feed';
import type { HallId, TicketId } from '@tingxu/contract/ids';
import { HALL_AUDIENCES, type HallAudience } from '@tingxu/contract/roles';
import { ticketChanged } from '@tingxu/hall/phone-view';
import type { Clock } from '../runtime/clock.ts';
import type { HallRuntime } from '../runtime/hall-runtime.ts';
import {
  type Channel,
  type Committed,
  channel,
  type Entry,
  toAudience,
  toPhone,
} from './channel.ts';
import { DEVICE_AUDIENCES, devicesFor, type FeedDevicesSource } from './devices-feed.ts';
import type { FeedLog, FeedServer, FeedSocket } from './feed-server.ts';
import { type FeedVoiceSource, VOICE_AUDIENCES, voiceFor } from './voice-feed.ts';

/** Whom a socket follows the hall as: an audience of the whole hall, or the holder of a ticket. */
export type Whom = HallAudience | { readonly phoneOf: TicketId };

export type HallFeed = {
  /**
   * Lets a socket in. All in one turn: the room is brought up to date, the socket gets what it
   * lacks and joins, so the next thing it hears joins on without a gap and without a double.
   */
  admit(socket: FeedSocket, whom: Whom, cursor: Cursor | undefined): void;
  close(): void;
};

export type HallFeedOptions = {
  readonly io: FeedServer;
  readonly runtime: HallRuntime;
  readonly clock: Clock;
  readonly log: FeedLog;
  readonly tickMs: number;
  readonly devices?: FeedDevicesSource | undefined;
  readonly voices?: FeedVoiceSource | undefined;
};

type Room = {
  readonly name: string;
  readonly channel: Channel;
  /** Of a phone's room; null where all of the hall is told. */
  readonly ticket: TicketId | null;
};

const nameOf = (hall: HallId, whom: Whom): string =>
  typeof whom === 'string' ? `${hall}/${whom}` : `${hall}/phone/${whom.phoneOf}`;

export const hallFeed = (options: HallFeedOptions): HallFeed => {
  const { io, runtime, clock, log, tickMs } = options;
  const { hall, epoch } = runtime;
  let latest: Committed = { state: runtime.state(), seq: runtime.head().seq };
  const rooms = new Map<string, Room>();
  const roomFor = (whom: Whom): Room => {
    const name = nameOf(hall, whom);
    const known = rooms.get(name);
    if (known) return known;
    const ofHall = typeof whom === 'string';
    const subject = ofHall ? toAudience(whom) : toPhone(whom.phoneOf);
    const ticket = ofHall ? null : whom.phoneOf;
    const room: Room = { name, channel: channel(subject, epoch, latest), ticket };
    rooms.set(name, room);
    return room;
  };
  for (const audience of HALL_AUDIENCES) roomFor(audience);

  const isEmpty = ({ name }: Room): boolean => !io.sockets.adapter.rooms.has(name);
  const publish = (room: Room): void => tell(io.to(room.name), room.channel.advance(latest));
  /** Nobody follows: an audience costs nothing then, and a phone's room is closed. */
  const leaveEmpty = (room: Room): boolean => {
    if (!isEmpty(room)) return false;
    if (room.ticket !== null) rooms.delete(room.name);
    return true;
  };
  /** A phone hears at once of its own ticket, and once a second of what stands before it. */
  const publishCommit = (before: Committed): void => {
    for (const room of rooms.values()) {
      const waits = room.ticket !== null && !ticketChanged(before.state, latest.state, room.ticket);
      if (!waits && !isEmpty(room)) publish(room);
    }
  };

  /** What goes wrong in telling must never reach the commit that is being told. */
  const guarded = (run: () => void): void => {
    try {
      run();
    } catch (err) {
      log.error({ err, hall }, 'feed: the audiences could not be told');
    }
  };

  tellBeside(options);
  const forget = runtime.onCommitted(({ after, upTo }) => {
    const before = latest;
    latest = { state: after, seq: upTo };
    guarded(() => publishCommit(before));
  });
  const ticking = setInterval(() => {
    guarded(() => {
      const { seq } = runtime.head();
      // A hall that restarted from its journal may have gone on without telling.
      if (seq > latest.seq) latest = { state: runtime.state(), seq };
      for (const room of rooms.values()) {
        if (leaveEmpty(room)) continue;
        publish(room);
        io.to(room.name).emit('tick', room.channel.tick(clock.now()));
      }
    });
  }, tickMs);
  ticking.unref();

  return {
    admit(socket, whom, cursor) {
      const room = roomFor(whom);
      publish(room);
      tell(socket, room.channel.enter(cursor));
      void socket.join(room.name);
      greetBeside(socket, options, whom);
      socket.emit('tick', room.channel.tick(clock.now()));
    },
    close() {
      clearInterval(ticking);
      forget();
    },
  };
};

/** What is of this moment and in no batch: devices and the voice, whole each time. */
const tellBeside = ({ io, runtime: { hall }, devices, voices }: HallFeedOptions): void => {
  devices?.onChange((changed) => {
    if (changed !== hall) return;
    for (const whom of DEVICE_AUDIENCES) {
      const message = devicesFor(devices, hall, whom);
      if (message) io.to(nameOf(hall, whom)).emit('devices', message);
    }
  });
  voices?.onChange((changed, message) => {
    if (changed !== hall) return;
    for (const whom of VOICE_AUDIENCES) io.to(nameOf(hall, whom)).emit('voice', message);
  });
};

const greetBeside = (
  socket: FeedSocket,
  { runtime: { hall }, devices, voices }: HallFeedOptions,
  whom: Whom,
): void => {
  const known = devices && devicesFor(devices, hall, whom);
  if (known) socket.emit('devices', known);
  const voice = voices && voiceFor(voices, hall, whom);
  if (voice) socket.emit('voice', voice);
};

type Listener = Pick<FeedSocket, 'emit'>;

const tell = (to: Listener, entry: Entry | null): void => {
  if (entry?.kind === 'snapshot') to.emit('snapshot', entry.snapshot);
  if (entry?.kind === 'batch') to.emit('batch', entry.batch);
};
