import { expect, test } from 'vitest';
import { waitTone } from './tone.ts';

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
