/** A machine whose clocks a test sets: the wall clock can be stepped and can run unevenly. */
import type { Machine } from '../steady-clock.ts';

export type ControlledMachine = Machine & {
  /** Lets real time pass, running the timers that fall due in their order. Units: ms. */
  advance(ms: number): void;
  /** Sets the wall clock ahead, or back. Units: ms. */
  step(ms: number): void;
  /** The wall clock gains so much against the monotonic one. Units: millionths. */
  drift(ppm: number): void;
  /** The machine sleeps: real time and the wall clock go on, timers and the monotonic clock do not. */
  sleep(ms: number): void;
  /** Real time since the machine was made. Units: ms. */
  passedMs(): number;
};

type Timer = { readonly at: number; readonly order: number; readonly fn: () => void };

export const controlledMachine = (startAt: number): ControlledMachine => {
  let monotonic = 5_000;
  let wall = startAt;
  let slept = 0;
  let ppm = 0;
  let order = 0;
  const timers = new Set<Timer>();
  const pass = (ms: number): void => {
    monotonic += ms;
    wall += ms * (1 + ppm / 1_000_000);
  };
  const earliest = (): Timer | undefined =>
    [...timers].sort((a, b) => a.at - b.at || a.order - b.order)[0];
  return {
    wall: () => Math.floor(wall),
    monotonic: () => monotonic,
    sleptMs: () => slept,
    later(ms, fn) {
      const timer = { at: monotonic + ms, order: order++, fn };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance(ms) {
      const until = monotonic + ms;
      for (let next = earliest(); next && next.at <= until; next = earliest()) {
        timers.delete(next);
        pass(Math.max(0, next.at - monotonic));
        next.fn();
      }
      pass(until - monotonic);
    },
    step(ms) {
      wall += ms;
    },
    drift(rate) {
      ppm = rate;
    },
    sleep(ms) {
      wall += ms;
      slept += ms;
    },
    passedMs: () => monotonic - 5_000 + slept,
  };
};
