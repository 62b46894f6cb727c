import { expect, test } from 'vitest';
import { pageOf, TURN_MS, turnOf } from './turns.ts';

test('each part has its turn, as long as it takes to read', () => {
  const turns = [0, TURN_MS - 1, TURN_MS, 2 * TURN_MS, 3 * TURN_MS].map((now) => turnOf(now, 3));
  expect(turns).toEqual([0, 0, 1, 2, 0]);
  expect(TURN_MS).toBeGreaterThanOrEqual(8_000);
});

test('one part, or none, is always in turn', () => {
  expect([turnOf(123_456_789, 1), turnOf(123_456_789, 0)]).toEqual([0, 0]);
});

test('a page stays until every language has had its turn, and all change at one instant', () => {
  const pages = Array.from({ length: 8 }, (_, turn) => pageOf(turn * TURN_MS, 3, 2));
  expect(pages).toEqual([0, 0, 1, 1, 2, 2, 0, 0]);
  expect(pageOf(5 * TURN_MS, 1, 2)).toBe(0);
});
