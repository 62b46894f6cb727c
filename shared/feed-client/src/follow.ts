/**
 * Follows a hall for as long as the page lives: connects, detects gaps and silence, follows again.
 * No framework: hall-feed.ts puts each state into one signal. Rules: FEED-3, FEED-4.
 */
import type { FeedDevices } from '@tingxu/contract/devices';
import { FEED_TIMING, type FeedMessages, type FeedTick } from '@tingxu/contract/feed';
import type { HallId, Instant, TicketLink } from '@tingxu/contract/ids';
import { FOLLOW_AGAIN_CODES, type Problem } from '@tingxu/contract/problem';
import { PROTOCOL_VERSION } from '@tingxu/contract/protocol';
import type { Audience, Role } from '@tingxu/contract/roles';
import type { ViewOf } from '@tingxu/contract/views';
import type { FeedVoice } from '@tingxu/contract/voice';
import { Dial } from './dial.ts';
import type { LinkListener } from './link.ts';
import { agrees, fromSnapshot, join, type Position } from './position.ts';
import { serverClock } from './server-clock.ts';
import { onRenewed } from './session-refused.ts';
import { timer } from './timer.ts';
import { onWake } from './wake.ts';

/**
 * `connecting`: nothing to show yet. `live`: the view is the server's. `stale`: the view is shown
 * but nothing confirms it. `refused`: the server says no and the same again will not help
 * (`problem` says why; for `upgrade-required` the page reloads itself once).
 */
export type FeedStatus = 'connecting' | 'live' | 'stale' | 'refused';

export type FeedState<A extends Audience> = {
  readonly status: FeedStatus;
  /** The last view known, kept while stale. */
  readonly view: ViewOf<A> | null;
  /** By the server's clock; set while a view is shown that nothing confirms. */
  readonly staleSinceAt: Instant | null;
  readonly problem: Problem | null;
};

/** What a screen shows before the first answer. */
export const CONNECTING = {
  status: 'connecting',
  view: null,
  staleSinceAt: null,
  problem: null,
} as const satisfies FeedState<Audience>;

export type FollowTiming = { readonly [K in keyof typeof FEED_TIMING]: number };

export type FollowOptions<A extends Audience> = {
  /** Origin of the server, e.g. `location.origin`. */
  readonly url: string;
  readonly hall: HallId;
  readonly audience: A;
  readonly role: Role;
  /** Of a program's session; a browser sends its cookie. */
  readonly token?: string | undefined;
  /** What is read of what the server says. */
  readonly messages: FeedMessages;
  /** Of the ticket that a phone follows. */
  readonly link?: TicketLink;
  /** Called with each new state; what did not change keeps its identity. */
  readonly onChange: (state: FeedState<A>) => void;
  /** Told of the hall's devices, all of them each time. Rules: DEV-2. */
  readonly onDevices?: (devices: FeedDevices['devices']) => void;
  /** Told of the hall's voice, whole each time. Rules: VOICE-4. */
  readonly onVoice?: (voice: FeedVoice) => void;
  readonly timing?: Partial<FollowTiming>;
};

export type Follower<A extends Audience> = {
  state(): FeedState<A>;
  /** By the server's clock: when the view was last confirmed. */
  lastHeardAt(): Instant | null;
  /** The server's clock, judged from its ticks; the local clock before the first. */
  serverNow(): Instant;
  close(): void;
};

/** Never gives up: a page must not need a reload by hand. */
export const followHall = <A extends Audience>(options: FollowOptions<A>): Follower<A> => {
  const pursuit = new Pursuit(options);
  pursuit.start();
  return {
    state: () => pursuit.state,
    lastHeardAt: () => pursuit.heardAt,
    serverNow: () => pursuit.clock.now(),
    close: () => pursuit.close(),
  };
};

/** How long a refusal stands before the server is asked again. */
const REFUSED_RETRY_MS = 5_000;
/** Doublings of the pause after answers that cannot be used. */
const MAX_STUMBLES = 5;
/** Steady: a stepped wall clock must not make a live screen stale or a stale one live. */
const localNow = (): number => performance.timeOrigin + performance.now();

const between = (low: number, high: number): number => low + Math.random() * (high - low);

class Pursuit<A extends Audience> {
  readonly clock = serverClock(localNow);
  state: FeedState<A> = CONNECTING;
  heardAt: Instant | null = null;

  readonly #options: FollowOptions<A>;
  readonly #timing: FollowTiming;
  readonly #dial: Dial;
  /** Gives a connection up that does not come to, or stay in, agreement with the server. */
  readonly #watchdog = timer();
  /** Calls the view stale. */
  readonly #silence = timer();
  readonly #forgetWake: () => void;
  readonly #forgetRenewed: () => void;
  #position: Position<A> | null = null;
  #following = false;
  /** Answers in a row that could not be used. */
  #stumbles = 0;
  /** Wall clock, which goes on while the machine sleeps. */
  #confirmedAt = 0;
  #closed = false;

  constructor(options: FollowOptions<A>) {
    this.#options = options;
    this.#timing = { ...FEED_TIMING, ...options.timing };
    const { url, role, token, messages } = options;
    const { connectTimeoutMs } = this.#timing;
    const replyTimeoutMs = this.#settlingMs;
    this.#dial = new Dial(
      { url, role, token, messages, connectTimeoutMs, replyTimeoutMs },
      this.#listener(),
    );
    this.#forgetWake = onWake(() => this.#wake());
    this.#forgetRenewed = onRenewed(() => this.#renewed());
  }

  start(): void {
    this.#dial.again(0);
  }

  close(): void {
    this.#closed = true;
    this.#forgetWake();
    this.#forgetRenewed();
    this.#silence.clear();
    this.#watchdog.clear();
    this.#dial.close();
  }

  /** Once the server is there, slowness is no cut. Units: ms. */
  get #settlingMs(): number {
    return 2 * this.#timing.staleAfterMs;
  }

  #listener(): LinkListener {
    return {
      reached: () => this.#watch(this.#settlingMs),
      connected: () => {
        this.#watch(this.#settlingMs);
        this.#following = false;
        this.#follow();
      },
      following: () => {
        this.#following = false;
      },
      refused: (problem) => this.#refuse(problem),
      snapshot: (message) => {
        const position = fromSnapshot(this.#options.audience, message);
        if (position) this.#move(position);
        else this.#stumble();
      },
      batch: (message) => {
        if (!this.#position) return;
        const step = join(this.#position, message);
        if (step.kind === 'moved') this.#move(step.position);
        else if (step.kind === 'gap') this.#follow();
      },
      tick: (message) => this.#tick(message),
      devices: ({ devices }) => this.#options.onDevices?.(devices),
      voice: (voice) => this.#options.onVoice?.(voice),
      broken: (reason) => {
        if (reason === 'bad-message') this.#stumble();
        else this.#again(this.#pause());
      },
    };
  }

  /** Asks for whatever is missing; at most one request is under way. */
  #follow(): void {
    if (this.#following) return;
    this.#following = true;
    const { hall, audience, link } = this.#options;
    this.#dial.link?.follow({
      hall,
      audience,
      protocol: PROTOCOL_VERSION,
      ...(link !== undefined && { link }),
      ...(this.#position && { cursor: this.#position.cursor }),
    });
  }

  /** A batch on a live view keeps it live; a tail that is being caught up waits for its tick. */
  #move(position: Position<A>): void {
    this.#position = position;
    this.#publish({ ...this.state, view: position.view });
    if (this.state.status === 'live') this.#confirm();
  }

  #tick(message: FeedTick): void {
    this.clock.heard(message.at);
    if (this.#position && agrees(this.#position.cursor, message)) this.#confirm();
    else this.#follow();
  }

  #confirm(): void {
    if (this.#closed) return;
    const { staleAfterMs } = this.#timing;
    this.heardAt = this.clock.now();
    this.#confirmedAt = Date.now();
    this.#stumbles = 0;
    this.#silence.set(staleAfterMs, () => this.#markStale());
    this.#watch(staleAfterMs);
    if (this.state.status === 'live') return;
    this.#publish({ ...this.state, status: 'live', staleSinceAt: null, problem: null });
  }

  #markStale(): void {
    this.#silence.clear();
    if (this.state.status !== 'live') return;
    this.#publish({ ...this.state, status: 'stale', staleSinceAt: this.heardAt });
  }

  #refuse(problem: Problem): void {
    if (FOLLOW_AGAIN_CODES.includes(problem.code)) {
      this.#stumbles += 1;
      this.#again(this.#pause());
      return;
    }
    this.#silence.clear();
    const staleSinceAt = this.#position ? (this.state.staleSinceAt ?? this.heardAt) : null;
    this.#publish({ ...this.state, status: 'refused', staleSinceAt, problem });
    this.#again(between(REFUSED_RETRY_MS, 1.5 * REFUSED_RETRY_MS));
  }

  /** What cannot be read may follow from the cursor, so the next follow asks for everything. */
  #stumble(): void {
    this.#stumbles += 1;
    this.#position = null;
    this.#again(this.#pause());
  }

  /** Random, so that a thousand screens do not come back in the same instant. Units: ms. */
  #pause(): number {
    const { reconnectMinMs, reconnectMaxMs } = this.#timing;
    return between(reconnectMinMs, reconnectMaxMs) * 2 ** Math.min(this.#stumbles, MAX_STUMBLES);
  }

  #watch(afterMs: number): void {
    this.#watchdog.set(afterMs, () => this.#again(this.#pause()));
  }

  #again(afterMs: number): void {
    this.#watchdog.clear();
    this.#dial.again(afterMs);
  }

  #wake(): void {
    if (Date.now() - this.#confirmedAt <= this.#timing.staleAfterMs) return;
    this.#markStale();
    this.#again(0);
  }

  /** What was refused for want of a session is asked for again at once. */
  #renewed(): void {
    if (this.state.status !== 'live') this.#again(0);
  }

  #publish(state: FeedState<A>): void {
    this.state = state;
    if (!this.#closed) this.#options.onChange(state);
  }
}
