import { expect, test } from 'vitest';
import { pickDraw, unitDraw } from './draw.ts';

const draws = Array.from({ length: 20_000 }, (_, index) => unitDraw(7, 'patience', `c${index}`));

test('the same seed, purpose and key draw the same; each of them matters', () => {
  expect(unitDraw(7, 'patience', 'c1')).toBe(draws[1]);
  const others = [unitDraw(8, 'patience', 'c1'), unitDraw(7, 'service', 'c1'), draws[2]];
  expect(new Set([draws[1], ...others]).size).toBe(4);
});

test('draws are spread evenly over (0, 1)', () => {
  const tenths = Map.groupBy(draws, (draw) => Math.floor(draw * 10));
  expect([...tenths.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  for (const tenth of tenths.values()) expect(Math.abs(tenth.length - 2_000)).toBeLessThan(200);
  expect(Math.min(...draws)).toBeGreaterThan(0);
  expect(Math.max(...draws)).toBeLessThan(1);
});

test('neighbouring keys are not alike', () => {
  const product = draws.slice(1).reduce((sum, draw, index) => {
    const before = draws[index] ?? 0;
    return sum + (draw - 0.5) * (before - 0.5);
  }, 0);
  expect(Math.abs((12 * product) / draws.length)).toBeLessThan(0.03);
});

test('picks each value, and nothing of nothing', () => {
  expect([0, 0.34, 0.99].map((unit) => pickDraw(['a', 'b', 'c'], unit))).toEqual(['a', 'b', 'c']);
  expect(pickDraw([], 0.5)).toBeUndefined();
});
