import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

test('without a word: Chinese and English, a 55-inch panel read from 6 m', () => {
  expect(readSettings('')).toEqual({
    hall: 'demo',
    languages: ['zh-CN', 'en'],
    inches: 55,
    seatMm: 6_000,
  });
});

test('all of it can be said in the address', () => {
  expect(readSettings('?hall=south&lang=en&inches=98&seat=10')).toEqual({
    hall: 'south',
    languages: ['en'],
    inches: 98,
    seatMm: 10_000,
  });
});

test.each(['?inches=1&seat=0', '?inches=&seat=far', '?hall=A%20B&lang=de'])(
  '%s is not believed',
  (search) => {
    expect(readSettings(search)).toEqual(readSettings(''));
  },
);
