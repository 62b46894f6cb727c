import { describe, expect, it } from 'vitest';
import { createIdle, type Shared } from './idle.ts';

const LOCK_MS = 600_000;

const browser = () => {
  const held = new Map<string, string>();
  const shared: Shared = {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
  };
  const clock = { now: 1_000_000_000 };
  const tab = () => createIdle({ lockAfterMs: LOCK_MS, now: () => clock.now, shared });
  return { clock, tab };
};

describe('a screen that nobody touches', () => {
  it('is over after the time that the server allows, and not before', () => {
    const { clock, tab } = browser();
    const idle = tab();
    clock.now += LOCK_MS - 1;
    expect(idle.isOver()).toBe(false);
    clock.now += 1;
    expect(idle.isOver()).toBe(true);
  });

  it('begins anew with each touch', () => {
    const { clock, tab } = browser();
    const idle = tab();
    clock.now += LOCK_MS - 1;
    idle.touched();
    clock.now += LOCK_MS - 1;
    expect(idle.isOver()).toBe(false);
    clock.now += 1;
    expect(idle.isOver()).toBe(true);
  });

  it('is not over while somebody works in another tab of the browser', () => {
    const { clock, tab } = browser();
    const [one, other] = [tab(), tab()];
    clock.now += LOCK_MS - 1;
    other.touched();
    clock.now += 1;
    expect(one.isOver()).toBe(false);
    clock.now += LOCK_MS;
    expect(one.isOver()).toBe(true);
  });

  it('is not kept open by a clock that was set back', () => {
    const { clock, tab } = browser();
    const one = tab();
    tab().touched();
    clock.now += 10 * LOCK_MS;
    tab().touched();
    clock.now -= 9 * LOCK_MS;
    expect(one.isOver()).toBe(true);
  });

  it('tells the server of a touch now and then, not of each', () => {
    const { clock, tab } = browser();
    const idle = tab();
    const told = Array.from({ length: 600 }, () => {
      clock.now += 1_000;
      return idle.touched();
    }).filter(Boolean);
    // Ten minutes of work.
    expect(told.length).toBe(10);
  });
});
