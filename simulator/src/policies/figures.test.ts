import { LaneId } from '@tingxu/contract/ids';
import type { TotalsRow } from '@tingxu/contract/totals-row';
import { openDay } from '@tingxu/hall/testing/commands';
import { emptyScene } from '@tingxu/hall/testing/scene';
import { expect, test } from 'vitest';
import { type DayTotals, figuresOf } from './figures.ts';

const LANE = LaneId.parse('normal');
const empty = emptyScene().given(openDay()).hall().totals[LANE] as TotalsRow;
const day = (within: number, served: number): DayTotals => [{ ...empty, within, served }];

test('the share is of all tickets, not the mean of the days', () => {
  const days = [day(9, 10), day(0, 2)];
  expect(figuresOf(days, days)[0]?.share).toBeCloseTo(9 / 12);
});

test('the band is 1.96 standard errors of the days', () => {
  const days = [day(8, 10), day(10, 10), day(6, 10), day(8, 10)];
  // Shares 0.8, 1, 0.6, 0.8: variance 0.08 / 3.
  expect(figuresOf(days, days)[0]?.band).toBeCloseTo(1.96 * Math.sqrt(0.08 / 3 / 4));
  expect(figuresOf([day(8, 10)], days)[0]?.band).toBeNull();
});

test('a difference on the same days is surer than either share', () => {
  const first = [day(8, 10), day(10, 10), day(6, 10)];
  const worse = [day(7, 10), day(9, 10), day(5, 10)];
  const [figures] = figuresOf(worse, first);
  expect(figures?.againstFirst?.share).toBeCloseTo(-0.1);
  expect(figures?.againstFirst?.band).toBeCloseTo(0);
  expect(figures?.band).toBeGreaterThan(0.1);
});
