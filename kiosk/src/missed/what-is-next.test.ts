import { kiosk } from '@tingxu/i18n/kiosk';
import { expect, test } from 'vitest';
import { whatIsNext } from './what-is-next.ts';

const NOBODY = { ahead: 0, wait: null };

test('MISS-15 whoever came back is told where the hall has put the ticket, whatever the rule of the lane is now', () => {
  const words = kiosk.en;
  expect(whatIsNext(words, { place: 'after-calls', hold: 3, ...NOBODY })).toBe(words.nextAfter(3));
  expect(whatIsNext(words, { place: 'after-calls', hold: 3, ...NOBODY }, true)).toBe(
    words.nextAfterShort(3),
  );
  expect(whatIsNext(words, { place: 'after-calls', hold: 0, ...NOBODY })).toBe(words.nextSoon);
  expect(whatIsNext(words, { place: 'after-calls', hold: 0, ahead: 2, wait: null })).toBe(
    words.nextInTurn,
  );
  expect(whatIsNext(words, { place: 'first', hold: 0, ...NOBODY })).toBe(words.nextSoon);
  expect(whatIsNext(words, { place: 'last', hold: 0, ...NOBODY })).toBe(words.nextLast);
  expect(whatIsNext(words, undefined)).toBe(words.nextSoon);
});
