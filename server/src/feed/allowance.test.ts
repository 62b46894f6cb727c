import { describe, expect, it } from 'vitest';
import { allowance } from './allowance.ts';

describe('an allowance', () => {
  it('gives the burst, then the steady rate', () => {
    const allowed = allowance(3, 1);
    expect([0, 0, 0, 0].map((at) => allowed.take(at))).toEqual([true, true, true, false]);
    expect(allowed.take(900)).toBe(false);
    expect(allowed.take(1_500)).toBe(true);
    expect(allowed.take(1_900)).toBe(false);
    expect(allowed.take(2_100)).toBe(true);
  });

  it('never saves more than the burst', () => {
    const allowed = allowance(2, 1_000);
    allowed.take(0);
    const later = [60_000, 60_000, 60_000].map((at) => allowed.take(at));
    expect(later).toEqual([true, true, false]);
  });
});
