import { describe, expect, it } from 'vitest';
import { stampOf } from './stamp.ts';

describe('stamp', () => {
  it('TIME-1 never lies before the last event', () => {
    expect(stampOf(5_000, 4_000, 4_000)).toEqual({ at: 5_000, step: null });
    expect(stampOf(3_999, 4_000, 4_000)).toEqual({ at: 4_000, step: null });
  });

  it('TIME-1 records a backward step of more than a second, and smaller ones not', () => {
    expect(stampOf(3_000, 4_000, 4_000).step).toBeNull();
    expect(stampOf(2_999, 4_000, 4_000)).toEqual({
      at: 4_000,
      step: { type: 'ClockStepped', fromAt: 4_000, toAt: 2_999 },
    });
  });

  it('TIME-1 records each step once: a clock that goes on from where it stepped to is no step', () => {
    expect(stampOf(3_100, 3_000, 90_000)).toEqual({ at: 90_000, step: null });
    expect(stampOf(1_900, 3_000, 90_000).step).toEqual({
      type: 'ClockStepped',
      fromAt: 3_000,
      toAt: 1_900,
    });
  });
});
