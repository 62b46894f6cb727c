/** A hall as a page sees it: one signal holds the state of the feed, replaced per batch. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { FeedDevices } from '@tingxu/contract/devices';
import type { FeedMessages } from '@tingxu/contract/feed';
import type { HallId, Instant, TicketLink } from '@tingxu/contract/ids';
import type { Audience, Role } from '@tingxu/contract/roles';
import type { ViewOf } from '@tingxu/contract/views';
import type { FeedVoice } from '@tingxu/contract/voice';
import { CONNECTING, type FeedState, followHall } from './follow.ts';
import { reloadOnce } from './reload-once.ts';

export type HallFeed<A extends Audience> = {
  readonly state: ReadonlySignal<FeedState<A>>;
  readonly view: ReadonlySignal<ViewOf<A> | null>;
  readonly live: ReadonlySignal<boolean>;
  /** Printers and the like, as far as the audience may know of them. */
  readonly devices: ReadonlySignal<FeedDevices['devices']>;
  /** What is said in the hall; null while it has no voice. */
  readonly voice: ReadonlySignal<FeedVoice | null>;
  /** The server's clock in whole seconds; stands still with the picture while nothing confirms it. */
  readonly now: ReadonlySignal<Instant>;
  /** The server's clock in whole seconds, whatever the picture. */
  readonly clock: ReadonlySignal<Instant>;
  /** Nothing of the hall is left in it. */
  close(): void;
};

export type HallFeedOptions<A extends Audience> = {
  /** Origin of the server, e.g. `location.origin`. */
  readonly url: string;
  readonly hall: HallId;
  readonly audience: A;
  readonly role: Role;
  readonly messages: FeedMessages;
  /** Of the ticket that a phone follows. */
  readonly link?: TicketLink;
};

/** Often enough that no second is skipped. Units: ms. */
const LOOK_MS = 200;

/** Follows for as long as the page lives. Rules: FEED-3, FEED-4. */
export const createHallFeed = <A extends Audience>(options: HallFeedOptions<A>): HallFeed<A> => {
  const state = signal<FeedState<A>>(CONNECTING);
  const page = { memory: sessionStorage, reload: () => location.reload() };
  const devices = signal<FeedDevices['devices']>([]);
  const voice = signal<FeedVoice | null>(null);
  const follower = followHall({
    ...options,
    onDevices: (rows) => {
      devices.value = rows;
    },
    onVoice: (said) => {
      voice.value = said;
    },
    onChange: (next) => {
      if (!reloadOnce(next, page)) state.value = next;
    },
  });
  const second = (): Instant => Math.floor(follower.serverNow() / 1_000) * 1_000;
  const clock = signal(second());
  const looking = setInterval(() => {
    clock.value = second();
  }, LOOK_MS);
  return {
    state,
    devices,
    voice,
    view: computed(() => state.value.view),
    live: computed(() => state.value.status === 'live'),
    now: computed(() => state.value.staleSinceAt ?? clock.value),
    clock,
    close: () => {
      clearInterval(looking);
      follower.close();
      state.value = CONNECTING;
      devices.value = [];
      voice.value = null;
    },
  };
};
