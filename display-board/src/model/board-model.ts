/** What the board shows, from the feed and the clock. */

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { CounterId, Instant } from '@tingxu/contract/ids';
import type { BoardView } from '@tingxu/contract/views';
import type { FeedStatus } from '@tingxu/feed-client/follow';
import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { isShown, viewOfCounters } from './scope.ts';
import { advance, EMPTY_STAGE, type StageRows, stageRows } from './stage.ts';

export type Profiled = HallProfile['counters'][number];

export type BoardModel = {
  readonly status: ReadonlySignal<FeedStatus>;
  /** Of the counters that the board shows. */
  readonly view: ReadonlySignal<BoardView | null>;
  /** Those counters, in the order of the configuration. */
  readonly counters: ReadonlySignal<readonly Profiled[]>;
  readonly profile: ReadonlySignal<HallProfile | null>;
  readonly now: ReadonlySignal<Instant>;
  /** Of the last figures that the server confirmed; null while they are confirmed. */
  readonly staleSinceAt: ReadonlySignal<Instant | null>;
  readonly rows: ReadonlySignal<StageRows>;
  /** Told by the layout: how many slips the panel holds. */
  setPlaces(places: number): void;
  counterLabel(counter: CounterId): string;
};

/** `only` empty: the whole hall. */
export const createBoardModel = (
  { state, clock: now }: HallFeed<'board'>,
  only: readonly CounterId[],
): BoardModel => {
  const places = signal(1);
  const stage = signal(EMPTY_STAGE);
  const view = computed(() => state.value.view && viewOfCounters(state.value.view, only));
  const calls = computed(() => view.value?.calls ?? []);
  effect(() => {
    const looked = [calls.value, now.value, places.value] as const;
    stage.value = advance(stage.peek(), ...looked);
  });
  const profile = computed(() => view.value?.profile ?? null);
  return {
    ...{ view, profile, now },
    counters: computed(() => (profile.value?.counters ?? []).filter(({ id }) => isShown(only, id))),
    status: computed(() => state.value.status),
    staleSinceAt: computed(() => state.value.staleSinceAt),
    rows: computed(() => stageRows(stage.value, calls.value, now.value, places.value)),
    setPlaces: (count) => {
      places.value = count;
    },
    counterLabel: (counter) =>
      profile.value?.counters.find(({ id }) => id === counter)?.label ?? counter,
  };
};

const Context = createContext<BoardModel | null>(null);
export const ModelProvider = Context.Provider;

export const useBoard = (): BoardModel => {
  const model = useContext(Context);
  if (!model) throw new Error('useBoard needs a ModelProvider above it');
  return model;
};
