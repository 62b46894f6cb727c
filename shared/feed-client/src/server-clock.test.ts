import { describe, expect, it } from 'vitest';
import { serverClock } from './server-clock.ts';

describe('the server’s clock', () => {
  const rig = () => {
    const local = { now: 1_000 };
    const clock = serverClock(() => local.now);
    /** A tick sent when the server showed `at` and heard `delayMs` later. */
    const tick = (at: number, offset: number, delayMs: number): void => {
      local.now = at - offset + delayMs;
      clock.heard(at);
    };
    return { local, clock, tick };
  };

  it('is the local clock before the first tick', () => {
    expect(rig().clock.now()).toBe(1_000);
  });

  it('goes by the tick that was least delayed', () => {
    const { local, clock, tick } = rig();
    for (const [index, delay] of [80, 5, 300, 40].entries()) {
      tick(100_000 + index * 1_000, 60_000, delay);
    }
    expect(clock.now() - local.now).toBe(60_000 - 5);
  });

  it('follows a clock that runs fast or is stepped back', () => {
    const { local, clock, tick } = rig();
    tick(100_000, 60_000, 0);
    tick(160_000, 119_000, 0);
    expect(clock.now() - local.now).toBe(119_000);
    tick(100_000, 10_000, 3);
    expect(clock.now() - local.now).toBe(10_000 - 3);
  });
});
