/** Where instants come from. Everything in the shell that waits for a time waits here. */
import type { Instant } from '@tingxu/contract/ids';

/** A leap of the machine's clock, or the hall's time following it. */
export type ClockStep = {
  /** Counts from 1. */
  readonly number: number;
  /**
   * `stepped`: the machine's clock leapt from `fromAt` to `toAt` and is not believed yet. `corrected`:
   * the hall's time went on from `fromAt` at `toAt`, since the machine's clock had stood its ground.
   */
  readonly kind: 'stepped' | 'corrected';
  readonly fromAt: Instant;
  readonly toAt: Instant;
};

export type Clock = {
  /** The halls' time: never runs backwards, never leaps with the machine's clock. Rules: TIME-1, TIME-3. */
  now(): Instant;
  /** Runs `fn` once when `now() ≥ at`, never inside this call. Returns the way to call it off. */
  schedule(at: Instant, fn: () => void): () => void;
  /** The newest steps, oldest first. */
  steps(): readonly ClockStep[];
  /** By how much the machine's clock is ahead of `now()`; negative when it is behind. Units: ms. */
  aheadMs(): number;
};

export type ControlledClock = Clock & {
  /**
   * Moves the time to `at`, running what falls due on the way in order of its instant, each at its
   * own instant. What those runs schedule before `at` runs too.
   */
  advanceTo(at: Instant): void;
};

type Waiting = { readonly at: Instant; readonly order: number; readonly fn: () => void };

/** A clock that moves only when told: for replays, simulated days and tests. */
export const controlledClock = (startAt: Instant): ControlledClock => {
  let now = startAt;
  let order = 0;
  const waiting = new Set<Waiting>();

  const earliest = (): Waiting | undefined => {
    let first: Waiting | undefined;
    for (const one of waiting) {
      if (!first || one.at < first.at || (one.at === first.at && one.order < first.order)) {
        first = one;
      }
    }
    return first;
  };

  return {
    now: () => now,
    steps: () => [],
    aheadMs: () => 0,
    schedule(at, fn) {
      const one = { at, order: order++, fn };
      waiting.add(one);
      return () => waiting.delete(one);
    },
    advanceTo(at) {
      for (let next = earliest(); next && next.at <= at; next = earliest()) {
        waiting.delete(next);
        now = Math.max(now, next.at);
        next.fn();
      }
      now = Math.max(now, at);
    },
  };
};
