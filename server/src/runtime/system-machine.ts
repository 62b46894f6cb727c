/** The clocks of the machine that the server runs on. Its timers do not keep the process alive. */
import { uptime } from 'node:os';
import type { Machine } from './steady-clock.ts';

export const SYSTEM_MACHINE: Machine = {
  wall: Date.now,
  monotonic: () => performance.now(),
  // The uptime of the machine counts its sleep, the monotonic clock of a process does not.
  sleptMs: () => uptime() * 1_000 - performance.now(),
  later(ms, fn) {
    const timer = setTimeout(fn, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
