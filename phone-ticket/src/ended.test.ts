import { PhoneRating } from '@tingxu/contract/rating';
import { PhoneRow } from '@tingxu/contract/views';
import { expect, test } from 'vitest';
import { endOf, stillEnded } from './ended.ts';

const row = (state: string): PhoneRow =>
  PhoneRow.parse({
    ...{ number: 'A042', lane: 'normal', service: 'cash', state, issuedAt: 1, further: [] },
    ...{ ahead: 2, worstPosition: null, wait: null, hold: 0, counter: null, calls: 0 },
    ...{ calledAt: null, validUntilAt: null, mayReturn: false },
  });
const rating = (given: boolean): PhoneRating =>
  PhoneRating.parse({ number: 'A042', counter: '3', given });

test('RATE-6 a visit that ended served is told so, whatever was seen last', () => {
  expect(endOf(row('waiting'), rating(true), true)).toBe('rated');
  expect(endOf(row('waiting'), rating(false), true)).toBe('served');
  expect(endOf(row('serving'), null, true)).toBe('served');
});

test('END-1, DAY-4 who waited, or was being served, until the day closed is not thanked for a visit, nor told that nothing happened', () => {
  for (const state of ['waiting', 'called', 'serving', 'missed', 'preparing']) {
    expect(endOf(row(state), null, false), state).toBe('closed');
  }
  expect(endOf(null, null, false)).toBe('closed');
});

test('PARK-6 what was set aside may go on the next day', () => {
  expect(endOf(row('parked'), null, false)).toBe('aside');
});

test('MISS-6, END-1 while the hall is open it is over its time, or out of the line', () => {
  expect(endOf(row('missed'), null, true)).toBe('missed');
  expect(endOf(row('waiting'), null, true)).toBe('gone');
  expect(endOf(null, null, true)).toBe('gone');
});

test('END-1, RATE-6 what was told before the day closed is told afterwards, too', () => {
  for (const known of ['rated', 'served', 'missed', 'gone'] as const) {
    expect(stillEnded('closed', known)).toBe(known);
  }
  expect(stillEnded('closed', null)).toBe('closed');
  expect(stillEnded('rated', 'served')).toBe('rated');
});
