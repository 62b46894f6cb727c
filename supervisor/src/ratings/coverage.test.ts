import { CounterId } from '@tingxu/contract/ids';
import { DayStatistics } from '@tingxu/contract/statistics';
import { expect, test } from 'vitest';
import { coverageOf, meanOf } from './coverage.ts';

const post = (asked: number, answered: number, scoreSum: number) => ({
  ...{ inServiceMs: 0, withTicketMs: 0, pausedMs: {}, calls: 0, missed: 0 },
  ...{ chosen: 0, passedOver: 0 },
  services: { count: asked, sumMs: 0, maxMs: 0 },
  ratings: { asked, answered, scoreSum },
});
const { counters: figures } = DayStatistics.parse({
  ...{ businessDay: '2026-11-21', lanes: {}, services: {}, staff: {}, course: [] },
  counters: { 1: post(4, 3, 13), 2: post(0, 0, 0), 3: post(2, 0, 0), gone: post(1, 1, 1) },
});
const counters = ['3', '2', '1'].map((id) => ({
  ...{ id: CounterId.parse(id), label: `${id}号`, skills: [] },
}));

test('RATE-5 tells asked, rated and the sum for the hall and each counter that was asked about', () => {
  expect(coverageOf(figures, counters)).toEqual([
    { counter: null, label: '', asked: 7, answered: 4, scoreSum: 14 },
    { counter: '3', label: '3号', asked: 2, answered: 0, scoreSum: 0 },
    { counter: '1', label: '1号', asked: 4, answered: 3, scoreSum: 13 },
  ]);
  expect(coverageOf({}, counters)).toEqual([]);
});

test('RATE-5 a mean has one decimal, and nobody’s votes have none', () => {
  expect(meanOf({ asked: 4, answered: 3, scoreSum: 13 })).toBe('4.3');
  expect(meanOf({ asked: 2, answered: 0, scoreSum: 0 })).toBeNull();
});
