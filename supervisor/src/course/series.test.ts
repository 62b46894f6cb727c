import { expect, test } from 'vitest';
import { seriesOf } from './series.ts';

const MINUTE = 60_000;
const FROM = 900_000 * 1_000;
const waits = (count: number, minutes: number) => ({
  ...{ count, sumMs: count * minutes * MINUTE, maxMs: minutes * MINUTE, withinPromise: count },
});
const COURSE = [
  {
    fromAt: FROM,
    issued: 7,
    inLine: 3,
    waits: waits(4, 6),
    ranMs: 15 * MINUTE,
    atWorkMs: 30 * MINUTE,
  },
  {
    fromAt: FROM + 15 * MINUTE,
    issued: 2,
    inLine: 5,
    waits: waits(0, 0),
    ranMs: 5 * MINUTE,
    atWorkMs: 9 * MINUTE,
  },
];

test('STAT-4 the charts show arrivals, mean waits in minutes, and counters at work', () => {
  expect(seriesOf('issued', COURSE)).toEqual({
    ...{ at: [FROM / 1_000, FROM / 1_000 + 900], values: [7, 2], latest: 2 },
  });
  expect(seriesOf('waits', COURSE)).toMatchObject({ values: [6, null], latest: 6 });
  // The last quarter has run for five minutes: 9 ÷ 5.
  expect(seriesOf('counters', COURSE)).toMatchObject({ values: [2, 1.8], latest: 1.8 });
  expect(seriesOf('waits', [])).toEqual({ at: [], values: [], latest: null });
});
