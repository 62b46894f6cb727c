/** What is to happen and when: a priority queue over virtual instants. */
import type { Instant } from '@tingxu/contract/ids';

type Entry<T> = {
  readonly at: Instant;
  readonly rank: number;
  readonly order: number;
  readonly what: T;
};

export type Agenda<T> = {
  /** `rank` orders what falls on the same instant, then the order of adding does. */
  add(at: Instant, rank: number, what: T): void;
  next(): { readonly at: Instant; readonly what: T } | undefined;
};

const isBefore = <T>(a: Entry<T>, b: Entry<T>): boolean =>
  a.at !== b.at ? a.at < b.at : a.rank !== b.rank ? a.rank < b.rank : a.order < b.order;

const swap = <T>(heap: T[], a: number, b: number): void => {
  const [left, right] = [heap[a], heap[b]];
  if (left === undefined || right === undefined) return;
  heap[a] = right;
  heap[b] = left;
};

const siftUp = <T>(heap: Entry<T>[]): void => {
  let index = heap.length - 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const [own, above] = [heap[index], heap[parent]];
    if (!own || !above || !isBefore(own, above)) return;
    swap(heap, index, parent);
    index = parent;
  }
};

const earliestOf = <T>(heap: readonly Entry<T>[], index: number): number => {
  let best = index;
  for (const child of [2 * index + 1, 2 * index + 2]) {
    const [entry, current] = [heap[child], heap[best]];
    if (entry && current && isBefore(entry, current)) best = child;
  }
  return best;
};

const siftDown = <T>(heap: Entry<T>[]): void => {
  let index = 0;
  for (;;) {
    const best = earliestOf(heap, index);
    if (best === index) return;
    swap(heap, index, best);
    index = best;
  }
};

export const emptyAgenda = <T>(): Agenda<T> => {
  const heap: Entry<T>[] = [];
  let order = 0;
  return {
    add(at, rank, what) {
      heap.push({ at, rank, order, what });
      order += 1;
      siftUp(heap);
    },
    next() {
      const [first] = heap;
      const last = heap.pop();
      if (!first || !last) return undefined;
      if (heap.length > 0) {
        heap[0] = last;
        siftDown(heap);
      }
      return { at: first.at, what: first.what };
    },
  };
};
