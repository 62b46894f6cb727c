/** What the charts of today draw. Pure. Rules: STAT-4. */
import type { QuarterFigures } from '@tingxu/contract/statistics';

/** Units: ms. */
const MINUTE_MS = 60_000;

export type SeriesKind = 'issued' | 'waits' | 'counters';
export const SERIES: readonly SeriesKind[] = ['issued', 'waits', 'counters'];

export type Series = {
  /** Starts of the quarters. Units: s since the epoch, as the chart wants them. */
  readonly at: readonly number[];
  /** Null where there is nothing to tell. */
  readonly values: readonly (number | null)[];
  /** Of the last quarter that tells something. */
  readonly latest: number | null;
};

const tenth = (value: number): number => Math.round(value * 10) / 10;

const told = (kind: SeriesKind, quarter: QuarterFigures): number | null => {
  const { issued, waits, ranMs, atWorkMs } = quarter;
  if (kind === 'issued') return issued;
  if (kind === 'counters') return tenth(atWorkMs / Math.max(1, ranMs));
  return waits.count === 0 ? null : tenth(waits.sumMs / waits.count / MINUTE_MS);
};

export const seriesOf = (kind: SeriesKind, course: readonly QuarterFigures[]): Series => {
  const values = course.map((quarter) => told(kind, quarter));
  return {
    at: course.map(({ fromAt }) => fromAt / 1_000),
    values,
    latest: values.findLast((value) => value !== null) ?? null,
  };
};
