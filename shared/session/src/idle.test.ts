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
      idle.touched();
      return idle.toTell();
    }).filter(Boolean);
    // Ten minutes of work.
    expect(told.length).toBe(10);
  });

  it('tells of the first touch of a page that came anew, and of a page that nobody touched nothing', () => {
    const { clock, tab } = browser();
    const idle = tab();
    clock.now += LOCK_MS / 2;
    expect(idle.toTell()).toBe(false);
    idle.touched();
    expect(idle.toTell()).toBe(true);
  });

  it('AUTH-7 tells within a minute of touches that came too soon after the last told one, once', () => {
    const { clock, tab } = browser();
    const idle = tab();
    idle.touched();
    idle.toTell();
    clock.now += 5_000;
    idle.touched();
    const told = Array.from({ length: 300 }, () => {
      clock.now += 1_000;
      return idle.toTell() ? clock.now : null;
    }).filter((at) => at !== null);
    expect(told).toEqual([1_000_060_000]);
  });
});
