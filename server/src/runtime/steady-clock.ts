/**
 * The halls' time: the machine's wall clock as long as it runs evenly, and the monotonic clock alone
 * whenever the wall clock leaps. A leap is held back until it has stood its ground and nobody is in a
 * hall, so no wait, recall or deadline is ever measured across it. Rules: TIME-1, TIME-3, TIME-4.
 */
import type { Instant } from '@tingxu/contract/ids';
import type { Clock, ClockStep } from './clock.ts';

/** What a machine has of clocks. Units: ms. */
export type Machine = {
  /** Since the epoch, by whatever the machine was told. */
  wall(): number;
  /** Since some instant; never set, may stand still while the machine sleeps. */
  monotonic(): number;
  /** How long the machine has slept since some instant. */
  sleptMs(): number;
  /** Runs `fn` once after a time. Returns the way to call it off. */
  later(ms: number, fn: () => void): () => void;
};

export type SteadyClock = Clock & {
  /** The journal is already at `at`: the time goes on from there although the wall clock is behind. */
  notBefore(at: Instant): void;
};

/** A difference between two readings this large or less is noise. Units: ms. */
const NOISE_MS = 50;
/** Two clocks of one machine may run apart so much without a leap: twice the 500 ppm of a bad one. */
const DRIFT = 0.001;
/** A leap this small is held back as any other but is not worth an entry. Units: ms. */
const WORTH_A_WORD_MS = 1_000;
/** A clock that is set when the machine wakes is right to the second. Units: ms. */
const WAKING_MS = 1_500;
/** How long a leap must have stood before it is believed. Units: ms. */
export const CONFIRM_MS = 10 * 60_000;
/** How long a wait for an instant sleeps at most, so that a leap is noticed. Units: ms. */
const LONGEST_SLEEP_MS = 1_000;
/** Steps that are remembered. */
const REMEMBERED = 32;

/** Waits for an instant in naps, since the time may come sooner or later than it looks. */
const scheduler =
  (machine: Machine, now: () => Instant): Clock['schedule'] =>
  (at, fn) => {
    let cancel = (): void => undefined;
    // A timer may fire a millisecond early by the clock that is asked.
    const due = (): void => (now() >= at ? fn() : arm());
    const arm = (): void => {
      const leftMs = Math.max(0, at - now());
      cancel = machine.later(Math.min(leftMs, LONGEST_SLEEP_MS), due);
    };
    arm();
    return () => cancel();
  };

/**
 * @param idle whether nobody is in any hall, so that nothing is measured
 */
export const steadyClock = (machine: Machine, idle: () => boolean): SteadyClock => {
  let wall = machine.wall();
  let monotonic = machine.monotonic();
  let slept = machine.sleptMs();
  let heldMs = 0;
  let leaptAt = monotonic;
  let lastAt = Math.floor(wall);
  let count = 0;
  let steps: readonly ClockStep[] = [];

  const note = (kind: ClockStep['kind'], fromAt: Instant, toAt: Instant): void => {
    count += 1;
    steps = [...steps, { number: count, kind, fromAt, toAt }].slice(-REMEMBERED);
  };

  /** What of a leap is none: the time that the machine has slept, which has really passed. */
  const withoutSleep = (leapMs: number): number => {
    if (leapMs < WORTH_A_WORD_MS) return leapMs;
    const nowSlept = machine.sleptMs();
    const restMs = leapMs - (nowSlept - slept);
    slept = nowSlept;
    return restMs === leapMs || Math.abs(restMs) > WAKING_MS ? restMs : 0;
  };

  const hold = (leapMs: number): void => {
    const fromAt = Math.floor(wall - heldMs - leapMs);
    heldMs += leapMs;
    leaptAt = monotonic;
    if (Math.abs(leapMs) > WORTH_A_WORD_MS) note('stepped', fromAt, Math.floor(wall));
  };

  /** Ahead, the wall clock is taken over at once; behind, the time runs at half speed until it is met. */
  const correct = (elapsedMs: number): void => {
    if (heldMs === 0 || monotonic - leaptAt < CONFIRM_MS || !idle()) return;
    if (heldMs < 0) {
      heldMs = Math.min(0, heldMs + elapsedMs / 2);
      return;
    }
    if (heldMs > WORTH_A_WORD_MS) {
      note('corrected', Math.floor(wall - heldMs), Math.floor(wall));
    }
    heldMs = 0;
  };

  const observe = (): void => {
    const before = { wall, monotonic };
    wall = machine.wall();
    monotonic = machine.monotonic();
    const elapsedMs = monotonic - before.monotonic;
    const leapMs = wall - before.wall - elapsedMs;
    if (Math.abs(leapMs) > NOISE_MS + elapsedMs * DRIFT) {
      const restMs = withoutSleep(leapMs);
      if (restMs !== 0) hold(restMs);
    }
    correct(elapsedMs);
    lastAt = Math.max(lastAt, Math.floor(wall - heldMs));
  };

  const now = (): Instant => {
    observe();
    return lastAt;
  };

  return {
    now,
    schedule: scheduler(machine, now),
    steps: () => steps,
    aheadMs: () => Math.round(heldMs),
    notBefore(at) {
      observe();
      if (lastAt >= at) return;
      note('stepped', at, Math.floor(wall));
      heldMs = Math.floor(wall) - at;
      leaptAt = monotonic;
      lastAt = at;
    },
  };
};
