import { BusinessDay, HallId, TicketId, TicketNumber } from '@tingxu/contract/ids';
import { expect, it } from 'vitest';
import { idWasGiven, nextNumber, nextTicketId, numberWasGiven, seriesOf } from './numbers.ts';
import { emptyHall } from './state.ts';

const DAY = BusinessDay.parse('2026-11-21');
const SERIES = seriesOf(TicketNumber.parse('A001'));
/** 1,200 tickets of series A, of 1,500 in all. */
const busy = { ...emptyHall(HallId.parse('demo')), issued: 1_500, series: { [SERIES]: 1_200 } };

it.each([
  ['A001', true],
  ['A100', true],
  ['A999', true],
  ['A1000', true],
  ['A1200', true],
  ['A1201', false],
  ['A000', false],
  ['A0100', false],
  ['B001', false],
])('NUM-1 knows of every number whether it was given: %s %s', (number, given) => {
  expect(numberWasGiven(busy, TicketNumber.parse(number))).toBe(given);
});

it.each([
  ['20261121-0001', true],
  ['20261121-0100', true],
  ['20261121-1000', true],
  ['20261121-1500', true],
  ['20261121-1501', false],
  ['20261121-0000', false],
  ['20261120-0001', false],
])('NUM-4 knows of every id whether it was given: %s %s', (id, given) => {
  expect(idWasGiven(busy, DAY, TicketId.parse(id))).toBe(given);
});

it('NUM-1, NUM-4 goes on from 999 to 1000 and beyond', () => {
  expect(nextNumber(busy, SERIES)).toBe('A1201');
  expect(nextTicketId(busy, DAY)).toBe('20261121-1501');
  expect(nextNumber({ ...busy, series: { [SERIES]: 999 } }, SERIES)).toBe('A1000');
});
