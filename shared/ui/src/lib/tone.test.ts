import { expect, test } from 'vitest';
import { waitTold, waitTone } from './tone.ts';

test.each([
  [0, 'ok'],
  [449_999, 'ok'],
  [450_000, 'warn'],
  [599_999, 'warn'],
  [600_000, 'over'],
  [9_000_000, 'over'],
])('a wait of %d ms against a promise of ten minutes is %s', (waitedMs, tone) => {
  expect(waitTone(waitedMs, 600_000)).toBe(tone);
});

const WORDS = {
  ok: 'in time',
  warn: (minutes: number) => `${minutes} left`,
  over: (minutes: number) => `${minutes} over`,
};

test.each([
  [0, 'in time'],
  [450_000, '3 left'],
  [480_001, '2 left'],
  [599_999, '1 left'],
  [600_000, '1 over'],
  [719_999, '1 over'],
  [1_500_000, '15 over'],
])('a wait of %d ms against a promise of ten minutes reads: %s', (waitedMs, words) => {
  expect(waitTold(waitedMs, 600_000, WORDS)).toBe(words);
});
