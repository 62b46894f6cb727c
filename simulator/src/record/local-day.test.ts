import { expect, test } from 'vitest';
import { midnightOf, wallClock } from './local-day.ts';

test.each([
  ['1999-01-05', '1999-01-04T22:00:00Z'],
  ['1999-08-15', '1999-08-14T21:00:00Z'],
  // Summer time began in the night from 1 to 2 April, ended in the night from 2 to 3 September.
  ['1999-04-02', '1999-04-01T22:00:00Z'],
  ['1999-09-03', '1999-09-02T21:00:00Z'],
])('%s begins at its local midnight', (date, instant) => {
  expect(new Date(midnightOf(date, 'Asia/Jerusalem')).toISOString()).toBe(
    new Date(instant).toISOString(),
  );
});

test('tells the time of the zone', () => {
  const midnight = midnightOf('1999-08-15', 'Asia/Jerusalem');
  expect(wallClock(midnight + 7 * 3_600_000 + 61_000, 'Asia/Jerusalem')).toBe('07:01:01');
});

test('refuses what is no date', () => {
  expect(() => midnightOf('1999-13-45', 'Asia/Jerusalem')).toThrow(/is not a date/);
});
