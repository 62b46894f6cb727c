import { STRICT_LANE_STEP } from '@tingxu/contract/events';
import { describe, expect, it } from 'vitest';
import { tellScore } from './tell-score.ts';

describe('a score in words', () => {
  it('CALL-1 is the wait in minutes times the urgency per minute', () => {
    // VIP: (2 min wait + 3 min credit) × 0.599146 per minute.
    expect(tellScore('weighted-delay', 5 * 60_000 * 599_146)).toBe('3.00');
  });

  it('CALL-7 is a wait for the other rules', () => {
    expect(tellScore('fifo', 125_000)).toBe('02:05');
    expect(tellScore('earliest-due', -125_000)).toBe('−02:05');
    expect(tellScore('strict', 125_000 - 2 * STRICT_LANE_STEP)).toBe('02:05');
  });
});
