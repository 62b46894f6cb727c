import { expect, test } from 'vitest';
import { MOST_WRONG, WRONG_WINDOW_MS, wrongReferences } from './wrong-references.ts';

const wrongOnes = (times: number) => {
  const limit = wrongReferences();
  const waits = Array.from({ length: times }, (_, n) => limit.take('a', false, n));
  return { limit, waits };
};

test('BOOK-15 so many wrong references, and then a device waits, right ones included', () => {
  const { limit, waits } = wrongOnes(MOST_WRONG);
  expect(waits).toEqual(waits.map(() => 0));
  expect(limit.take('a', true, MOST_WRONG)).toBeGreaterThan(WRONG_WINDOW_MS - 10);
  expect(limit.take('b', false, MOST_WRONG)).toBe(0);
});

test('BOOK-15 after a whole window it may try again', () => {
  const { limit } = wrongOnes(MOST_WRONG);
  expect(limit.take('a', true, WRONG_WINDOW_MS)).toBeGreaterThan(0);
  expect(limit.take('a', false, WRONG_WINDOW_MS + MOST_WRONG)).toBe(0);
});

test('BOOK-15 right references and a few wrong ones hold nobody up, however many days pass', () => {
  const limit = wrongReferences();
  for (let n = 0; n < 500; n += 1) {
    expect(limit.take('a', n % 10 !== 0, n * 60_000)).toBe(0);
  }
});
