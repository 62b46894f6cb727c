import { expect, test } from 'vitest';
import { wrongReferences } from './wrong-references.ts';

const wrongOnes = (times: number) => {
  const limit = wrongReferences();
  const waits = Array.from({ length: times }, (_, n) => limit.take('a', false, n));
  return { limit, waits };
};

test('BOOK-15 so many wrong references, and then a device waits, right ones included', () => {
  const { limit, waits } = wrongOnes(20);
  expect(waits).toEqual(waits.map(() => 0));
  expect(limit.take('a', true, 20)).toBeGreaterThan(599_990);
  expect(limit.take('b', false, 20)).toBe(0);
});

test('BOOK-15 after a whole window it may try again', () => {
  const { limit } = wrongOnes(20);
  expect(limit.take('a', true, 600_000)).toBeGreaterThan(0);
  expect(limit.take('a', false, 600_020)).toBe(0);
});

test('BOOK-15 right references and a few wrong ones hold nobody up, however many days pass', () => {
  const limit = wrongReferences();
  for (let n = 0; n < 500; n += 1) {
    expect(limit.take('a', n % 10 !== 0, n * 60_000)).toBe(0);
  }
});
