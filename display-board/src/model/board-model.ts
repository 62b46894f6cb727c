/** What the board shows, from the feed and the clock. */

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { CounterId, Instant } from '@tingxu/contract/ids';
import type { BoardView, HallProfile } from '@tingxu/contract/views';
import type { FeedStatus } from '@tingxu/feed-client/follow';
import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { advance, EMPTY_STAGE, type StageRows, stageRows } from './stage.ts';

export type BoardModel = {
  readonly status: ReadonlySignal<FeedStatus>;
  readonly view: ReadonlySignal<BoardView | null>;
  readonly profile: ReadonlySignal<HallProfile | null>;
  readonly now: ReadonlySignal<Instant>;
  /** Of the last figures that the server confirmed; null while they are confirmed. */
  readonly staleSinceAt: ReadonlySignal<Instant | null>;
  readonly rows: ReadonlySignal<StageRows>;
  /** Told by the layout: how many slips the panel holds. */
  setPlaces(places: number): void;
  counterLabel(counter: CounterId): string;
};

export const createBoardModel = ({ state, clock: now }: HallFeed<'board'>): BoardModel => {
  const places = signal(1);
  const stage = signal(EMPTY_STAGE);
  const view = computed(() => state.value.view);
  const calls = computed(() => view.value?.calls ?? []);
  effect(() => {
    const looked = [calls.value, now.value, places.value] as const;
    stage.value = advance(stage.peek(), ...looked);
  });
  const profile = computed(() => view.value?.profile ?? null);
  return {
    ...{ view, profile, now },
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
