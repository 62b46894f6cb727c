import { Instant } from '@tingxu/contract/ids';
import { describe, expect, it } from 'vitest';
import { waitedMs } from './waited.ts';

const OPENING = Instant.parse(1_800_000_000_000);

describe('the wait on the screens', () => {
  it('HOURS-3 begins when the doors open, and is nothing before', () => {
    const row = { waitCountsFromAt: OPENING };
    const waits = [-60_000, -1, 0, 1, 60_000].map((ms) => waitedMs(row, OPENING + ms));
    expect(waits).toEqual([0, 0, 0, 1, 60_000]);
  });

  it('STAT-5 stands still where the server says so', () => {
    expect(waitedMs({ waitCountsFromAt: OPENING, waitedMs: 5_000 }, OPENING + 60_000)).toBe(5_000);
  });
});
