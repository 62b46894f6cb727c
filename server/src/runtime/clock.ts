/** Where instants come from. Everything in the shell that waits for a time waits here. */
import type { Instant } from '@tingxu/contract/ids';

export type Clock = {
  now(): Instant;
  /** Runs `fn` once when `now() ≥ at`, never inside this call. Returns the way to call it off. */
  schedule(at: Instant, fn: () => void): () => void;
};

/** How long the system clock sleeps at most, so that a step of the wall clock is noticed. Units: ms. */
const LONGEST_SLEEP_MS = 1_000;

/** The machine's wall clock. Its timers do not keep the process alive. */
export const systemClock = (): Clock => ({
  now: Date.now,
  schedule(at, fn) {
    let timer: NodeJS.Timeout;
    const arm = (): void => {
      const leftMs = at - Date.now();
      timer = setTimeout(
        leftMs > LONGEST_SLEEP_MS ? arm : due,
        Math.min(Math.max(leftMs, 0), LONGEST_SLEEP_MS),
      );
      timer.unref();
    };
    // A timer may fire a millisecond early by the wall clock, or the clock may have stepped back.
    const due = (): void => (Date.now() >= at ? fn() : arm());
    arm();
    return () => clearTimeout(timer);
  },
});

export type ControlledClock = Clock & {
  /**
   * Moves the time to `at`, running what falls due on the way in order of its instant, each at its
   * own instant. What those runs schedule before `at` runs too.
   */
  advanceTo(at: Instant): void;
  /** Sets the time without running anything: a machine's clock that was stepped. */
  stepTo(at: Instant): void;
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
    stepTo(at) {
      now = at;
    },
  };
};
