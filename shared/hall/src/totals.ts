/** Totals of the day per lane, derived from events only. Rules: END-3. */
import type { LaneId } from '@tingxu/contract/ids';
import type { TotalsRow } from '@tingxu/contract/views';
import type { HallState } from './state.ts';

type Sums = Partial<Pick<TotalsRow, 'issued' | 'served' | 'noShow' | 'cancelled' | 'left'>>;

/** Adds to the sums of a lane. */
export const addToTotals = (
  totals: HallState['totals'],
  lane: LaneId,
  more: Sums,
): HallState['totals'] => {
  const row = totals[lane];
  if (!row) return totals;
  const next: TotalsRow = {
    ...row,
    issued: row.issued + (more.issued ?? 0),
    served: row.served + (more.served ?? 0),
    noShow: row.noShow + (more.noShow ?? 0),
    cancelled: row.cancelled + (more.cancelled ?? 0),
    left: row.left + (more.left ?? 0),
  };
  return { ...totals, [lane]: next };
};

/** Counts a served ticket and its wait from leg entry to the last call. Units: ms. */
export const addServed = (
  totals: HallState['totals'],
  lane: LaneId,
  served: { readonly waitMs: number; readonly targetMs: number },
): HallState['totals'] => {
  const row = totals[lane];
  if (!row) return totals;
  const next: TotalsRow = {
    ...row,
    served: row.served + 1,
    within: row.within + (served.waitMs <= served.targetMs ? 1 : 0),
    waitSumMs: row.waitSumMs + served.waitMs,
    waitMaxMs: Math.max(row.waitMaxMs, served.waitMs),
  };
  return { ...totals, [lane]: next };
};

/** Keeps the largest pass-over count of a lane. */
export const notePassedOver = (
  totals: HallState['totals'],
  lane: LaneId,
  passedOver: number,
): HallState['totals'] => {
  const row = totals[lane];
  if (!row || row.passedOverMax >= passedOver) return totals;
  return { ...totals, [lane]: { ...row, passedOverMax: passedOver } };
};
