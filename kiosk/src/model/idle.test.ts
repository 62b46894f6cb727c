import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createIdle, type Idle } from './idle.ts';

/** 45 s, of which the last 20 warn. */
const LIMIT_MS = 45_000;

describe('a visit that nobody touches', () => {
  let visit = true;
  let ends = 0;
  let idle: Idle;
  beforeEach(() => {
    vi.useFakeTimers();
    visit = true;
    ends = 0;
    idle = createIdle({
      active: () => visit,
      limitMs: () => LIMIT_MS,
      onEnd: () => {
        ends += 1;
      },
    });
  });
  afterEach(() => {
    idle.close();
    vi.useRealTimers();
  });

  test('is warned of its end 20 s ahead', () => {
    vi.advanceTimersByTime(24_750);
    expect(idle.left.value).toBeNull();
    vi.advanceTimersByTime(250);
    expect(idle.left.value).toBe(20);
    vi.advanceTimersByTime(10_000);
    expect(idle.left.value).toBe(10);
    expect(ends).toBe(0);
  });
  test('ends once', () => {
    vi.advanceTimersByTime(LIMIT_MS);
    expect(ends).toBe(1);
    expect(idle.left.value).toBeNull();
  });
  test('goes on after a touch, as often as wanted', () => {
    for (let touches = 0; touches < 12; touches += 1) {
      vi.advanceTimersByTime(LIMIT_MS - 1_000);
      expect(idle.left.value).toBe(1);
      idle.touch();
      expect(idle.left.value).toBeNull();
    }
    expect(ends).toBe(0);
  });
  test('is not counted while there is none, nor from before it began', () => {
    visit = false;
    vi.advanceTimersByTime(10 * LIMIT_MS);
    expect([idle.left.value, ends]).toEqual([null, 0]);
    visit = true;
    vi.advanceTimersByTime(LIMIT_MS - 1_000);
    expect(ends).toBe(0);
  });
});

test('a limit shorter than the warning still warns for all of it', () => {
  vi.useFakeTimers();
  const idle = createIdle({ active: () => true, limitMs: () => 1_000, onEnd: () => undefined });
  vi.advanceTimersByTime(250);
  expect(idle.left.value).toBe(20);
  idle.close();
  vi.useRealTimers();
});
