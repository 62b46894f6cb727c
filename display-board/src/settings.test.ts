import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

test('without a word: the whole hall in Chinese and English, on a 55-inch panel read from 6 m', () => {
  expect(readSettings('')).toEqual({
    hall: 'demo',
    languages: ['zh-CN', 'en'],
    layout: 'auto',
    counters: [],
    inches: 55,
    seatMm: 6_000,
    quietMs: 120_000,
    voice: null,
  });
});

test('all of it can be said in the address', () => {
  const search =
    '?hall=south&lang=en&layout=zone&counters=3,%204&inches=98&seat=10&quiet=300&voice=cash';
  expect(readSettings(search)).toEqual({
    hall: 'south',
    languages: ['en'],
    layout: 'zone',
    counters: ['3', '4'],
    inches: 98,
    seatMm: 10_000,
    quietMs: 300_000,
    voice: 'cash',
  });
});

test('a strip is 1280 mm long unless it says otherwise', () => {
  expect(readSettings('?layout=strip&counters=3')).toMatchObject({ inches: 51, counters: ['3'] });
  expect(readSettings('?layout=strip&inches=38')).toMatchObject({ inches: 38 });
});

test.each([
  '?inches=1&seat=0',
  '?inches=&seat=far',
  '?hall=A%20B&lang=de&voice=UP',
  '?layout=round&counters=,',
])('%s is not believed', (search) => {
  expect(readSettings(search)).toEqual(readSettings(''));
});
