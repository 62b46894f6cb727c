import { describe, expect, it } from 'vitest';
import { rateLimit } from './rate-limit.ts';

const MINUTE = 60_000;

describe('the limit per device', () => {
  it('lets so many through in a minute and says how long to wait', () => {
    const limit = rateLimit(2, 10);
    expect([0, 10, 20].map((nowMs) => limit.take('a', nowMs))).toEqual([0, 0, MINUTE - 20]);
    expect(limit.take('b', 20)).toBe(0);
    expect(limit.take('a', MINUTE - 1)).toBe(1);
    expect(limit.take('a', MINUTE)).toBe(0);
  });

  it('begins anew with the first request after a minute', () => {
    const limit = rateLimit(1, 10);
    expect(limit.take('a', 0)).toBe(0);
    expect(limit.take('a', 5 * MINUTE)).toBe(0);
    expect(limit.take('a', 5 * MINUTE + 1)).toBe(MINUTE - 1);
  });

  it('remembers so many devices and forgets the oldest first', () => {
    const limit = rateLimit(1, 2);
    for (const device of ['a', 'b', 'c']) limit.take(device, 0);
    expect(limit.take('c', 1)).toBe(MINUTE - 1);
    expect(limit.take('b', 1)).toBe(MINUTE - 1);
    expect(limit.take('a', 1)).toBe(0);
  });
});
