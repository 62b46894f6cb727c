/** What a board of some counters shows of the hall: their calls alone, and all lanes. Pure. */
import type { CounterId } from '@tingxu/contract/ids';
import type { BoardView } from '@tingxu/contract/views';

/** `only` empty: the whole hall. */
export const isShown = (only: readonly CounterId[], counter: CounterId): boolean =>
  only.length === 0 || only.includes(counter);

export const viewOfCounters = (view: BoardView, only: readonly CounterId[]): BoardView =>
  only.length === 0
    ? view
    : { ...view, calls: view.calls.filter(({ counter }) => isShown(only, counter)) };
