/** The hall as this page sees it: one signal holds the state of the feed, replaced per batch. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { HallId, Instant } from '@tingxu/contract/ids';
import type { Role } from '@tingxu/contract/roles';
import type { SupervisorView } from '@tingxu/contract/views';
import { CONNECTING, type FeedState, followHall } from '@tingxu/feed-client/follow';
import { reloadOnce } from '@tingxu/feed-client/reload-once';

export type HallFeed = {
  readonly state: ReadonlySignal<FeedState<'supervisor'>>;
  readonly view: ReadonlySignal<SupervisorView | null>;
  readonly live: ReadonlySignal<boolean>;
  /** The server's clock in whole seconds; stands still with the picture while nothing confirms it. */
  readonly now: ReadonlySignal<Instant>;
  /** The server's clock in whole seconds, whatever the picture. */
  readonly clock: ReadonlySignal<Instant>;
};

/** Often enough that no second is skipped. Units: ms. */
const LOOK_MS = 200;

export const createHallFeed = (url: string, hall: HallId, role: Role): HallFeed => {
  const state = signal<FeedState<'supervisor'>>(CONNECTING);
  const page = { memory: sessionStorage, reload: () => location.reload() };
  const follower = followHall({
    url,
    hall,
    audience: 'supervisor',
    role,
    onChange: (next) => {
      if (!reloadOnce(next, page)) state.value = next;
    },
  });
  const second = (): Instant => Math.floor(follower.serverNow() / 1000) * 1000;
  const clock = signal(second());
  setInterval(() => {
    clock.value = second();
  }, LOOK_MS);
  return {
    state,
    view: computed(() => state.value.view),
    live: computed(() => state.value.status === 'live'),
    now: computed(() => state.value.staleSinceAt ?? clock.value),
    clock,
  };
};
