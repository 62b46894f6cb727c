import { expect, it } from 'vitest';
import { isDayOrNone, readDay } from './read-day.ts';

it.each([
  ['2026-11-23', '2026-11-23'],
  ['20261123', '2026-11-23'],
  ['2026/11/23', '2026-11-23'],
  ['2026.1.3', '2026-01-03'],
  ['2026年11月3日', '2026-11-03'],
  [' 2028-02-29 ', '2028-02-29'],
])('%s is a day', (typed, day) => {
  expect(readDay(typed)).toBe(day);
  expect(isDayOrNone(day)).toBe(true);
});

it.each(['', '2026-02-29', '2026-13-01', '23.11.2026', '2026-1', '昨天'])(
  '%s is none and stays as it is',
  (typed) => {
    expect(readDay(typed)).toBe(typed);
  },
);

it.each(['2026-02-29', '2026-02-31', '2026-04-31', '2026-13-01', '昨天'])(
  '%s is no day, and not empty',
  (typed) => {
    expect(isDayOrNone(typed)).toBe(false);
  },
);
