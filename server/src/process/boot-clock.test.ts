import { HallId } from '@tingxu/contract/ids';
import { describe, expect, it } from 'vitest';
import { assertClockFits, assertClockSet } from './boot-clock.ts';

const HEAD = Date.parse('2026-11-23T09:00:00+08:00');
const DAY = 86_400_000;
const hall = HallId.parse('demo');

const refusalOf = (wallAt: number, headAt = HEAD, accept = false): string | null => {
  try {
    assertClockSet(wallAt);
    assertClockFits(wallAt, { hall, headAt }, accept);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('the clock at a start', () => {
  it('TIME-5 refuses a clock that was never set, in one sentence', () => {
    expect(refusalOf(0, 0)).toBe(
      "The machine's clock shows 1970-01-01 00:00 UTC and was never set: set it first.",
    );
    expect(refusalOf(0, 0, true)).not.toBeNull();
    expect(refusalOf(HEAD, 0)).toBeNull();
  });

  it('TIME-5 refuses a clock far from the journal, unless a person has said that it is right', () => {
    for (const wallAt of [HEAD, HEAD - DAY, HEAD + 366 * DAY]) expect(refusalOf(wallAt)).toBeNull();
    expect(refusalOf(HEAD - DAY - 1)).toBe(
      "The machine's clock shows 2026-11-22 00:59 UTC, but the last entry of hall demo is of " +
        '2026-11-23 01:00 UTC: set the clock, or start with TINGXU_CLOCK_ACCEPT=1 if it is right.',
    );
    expect(refusalOf(HEAD + 366 * DAY + 1)).toContain('2027');
    expect(refusalOf(HEAD - DAY - 1, HEAD, true)).toBeNull();
  });
});
