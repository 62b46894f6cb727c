import { describe, expect, it } from 'vitest';
import { isNearCap, isProtected } from './pass-over.ts';

const passed = (passedOver: number, passOverCap = 9) => ({ passedOver, passOverCap });

describe('the cap', () => {
  it('CALL-4 is reached, near, or far', () => {
    expect(isProtected(passed(9))).toBe(true);
    expect(isProtected(passed(8))).toBe(false);
    expect(isNearCap(passed(6))).toBe(true);
    expect(isNearCap(passed(5))).toBe(false);
    expect(isNearCap(passed(0, 0))).toBe(false);
  });
});
