/** Totals of the day per lane and over all lanes. Pure. Rules: END-3. */
import type { LaneId } from '@tingxu/contract/ids';
import type { SupervisorView, TotalsRow } from '@tingxu/contract/views';

export type Totals = Omit<TotalsRow, 'lane'>;

export const laneTotals = (view: SupervisorView, lane: LaneId): Totals => view.totals[lane] ?? NONE;

export const allTotals = (view: SupervisorView): Totals =>
  Object.values(view.totals).reduce<Totals>(add, NONE);

/** Null while nobody was served. */
export const meanWaitMs = ({ waitSumMs, served }: Totals): number | null =>
  served === 0 ? null : Math.round(waitSumMs / served);

/** Whether the promised share was kept so far; null while nobody was served. */
export const keepsPromise = ({ within, served }: Totals, sharePermille: number): boolean | null =>
  served === 0 ? null : within * 1000 >= served * sharePermille;

const NONE: Totals = {
  issued: 0,
  served: 0,
  noShow: 0,
  cancelled: 0,
  left: 0,
  within: 0,
  waitSumMs: 0,
  waitMaxMs: 0,
  passedOverMax: 0,
};

const add = (a: Totals, b: Totals): Totals => ({
  issued: a.issued + b.issued,
  served: a.served + b.served,
  noShow: a.noShow + b.noShow,
  cancelled: a.cancelled + b.cancelled,
  left: a.left + b.left,
  within: a.within + b.within,
  waitSumMs: a.waitSumMs + b.waitSumMs,
  waitMaxMs: Math.max(a.waitMaxMs, b.waitMaxMs),
  passedOverMax: Math.max(a.passedOverMax, b.passedOverMax),
});
