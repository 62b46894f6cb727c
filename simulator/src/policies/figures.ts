/** What the days of one rule came to, with 95 % confidence bands over the days. */
import type { TotalsRow } from '@tingxu/contract/totals-row';

/** The lanes of one day. */
export type DayTotals = readonly TotalsRow[];

/** `share` of served tickets within the lane's target, plus or minus `band`; null of a single day. */
export type Share = { readonly share: number; readonly band: number | null };

export type LaneFigures = Share & {
  readonly lane: string;
  readonly served: number;
  readonly mostPassedOver: number;
  readonly longestWaitMs: number;
  readonly meanWaitMs: number;
  /** Share minus that of the first rule on the same days; null for the first rule itself. */
  readonly againstFirst: Share | null;
};

/** Two-sided 95 % of a normal deviate. */
const Z95 = 1.96;

/** One day's part of a share, e.g. tickets in time among tickets served. */
type Part = { readonly part: number; readonly whole: number };

const sum = <T>(rows: readonly T[], value: (row: T) => number): number =>
  rows.reduce((total, row) => total + value(row), 0);

const shareOf = (days: readonly Part[]): number =>
  sum(days, ({ part }) => part) /
  Math.max(
    1,
    sum(days, ({ whole }) => whole),
  );

/** By how much each day moves the share (ratio estimator): their spread over days is the band. */
const influences = (days: readonly Part[]): readonly number[] => {
  const share = shareOf(days);
  const perDay =
    Math.max(
      1,
      sum(days, ({ whole }) => whole),
    ) / days.length;
  return days.map(({ part, whole }) => (part - share * whole) / perDay);
};

const bandOf = (moves: readonly number[]): number | null => {
  if (moves.length < 2) return null;
  const mean = sum(moves, (move) => move) / moves.length;
  const variance = sum(moves, (move) => (move - mean) ** 2) / (moves.length - 1);
  return Z95 * Math.sqrt(variance / moves.length);
};

/** The difference of two shares on the same days: what both days have in common cancels out. */
const difference = (days: readonly Part[], first: readonly Part[]): Share => {
  const others = influences(first);
  const moves = influences(days).map((move, i) => move - (others[i] ?? 0));
  return { share: shareOf(days) - shareOf(first), band: bandOf(moves) };
};

const rowsOf = (days: readonly DayTotals[], lane: string): readonly TotalsRow[] =>
  days.flatMap((rows) => rows.filter((row) => row.lane === lane));

const partOf = ({ within, served }: TotalsRow): Part => ({ part: within, whole: served });

const most = (rows: readonly TotalsRow[], value: (row: TotalsRow) => number): number =>
  rows.reduce((largest, row) => Math.max(largest, value(row)), 0);

/** Figures of each lane; `first` are the same days under the rule that others are held against. */
export const figuresOf = (
  days: readonly DayTotals[],
  first: readonly DayTotals[],
): readonly LaneFigures[] =>
  (days[0] ?? []).map(({ lane }) => {
    const rows = rowsOf(days, lane);
    const parts = rows.map(partOf);
    const served = sum(rows, (row) => row.served);
    return {
      lane,
      served,
      share: shareOf(parts),
      band: bandOf(influences(parts)),
      mostPassedOver: most(rows, (row) => row.passedOverMax),
      longestWaitMs: most(rows, (row) => row.waitMaxMs),
      meanWaitMs: Math.round(sum(rows, (row) => row.waitSumMs) / Math.max(1, served)),
      againstFirst: days === first ? null : difference(parts, rowsOf(first, lane).map(partOf)),
    };
  });
