/** Totals of the day per lane and over all lanes. Pure. Rules: END-3. */
import type { LaneId } from '@tingxu/contract/ids';
import { NO_TOTALS } from '@tingxu/contract/no-totals';
import type { TotalsRow } from '@tingxu/contract/totals-row';
import type { SupervisorView } from '@tingxu/contract/views';

export type Totals = Omit<TotalsRow, 'lane'>;

export const laneTotals = (view: SupervisorView, lane: LaneId): Totals =>
  view.totals[lane] ?? NO_TOTALS;

export const allTotals = (view: SupervisorView): Totals =>
  Object.values(view.totals).reduce<Totals>(add, NO_TOTALS);

/** Null while no wait is over. */
export const meanWaitMs = ({ waitSumMs, waits }: Totals): number | null =>
  waits === 0 ? null : Math.round(waitSumMs / waits);

/** Of how many it is known whether the promise was kept to them, and of how many it was. */
export type OnTime = { readonly within: number; readonly known: number };

/**
 * Whoever waits past the promise cannot be on time any more, whatever comes: a hall in which nobody
 * moves does not keep its share. `over`: so many of them wait. Rules: STAT-1.
 */
export const onTime = ({ within, waits }: Totals, over: number): OnTime => ({
  within,
  known: waits + over,
});

/** Whether the promised share was kept so far; null while nothing is known. */
export const keepsPromise = ({ within, known }: OnTime, sharePermille: number): boolean | null =>
  known === 0 ? null : within * 1000 >= known * sharePermille;

const add = (a: Totals, b: Totals): Totals => ({
  issued: a.issued + b.issued,
  entered: a.entered + b.entered,
  served: a.served + b.served,
  visitsServed: a.visitsServed + b.visitsServed,
  noShow: a.noShow + b.noShow,
  cancelled: a.cancelled + b.cancelled,
  walkedOut: a.walkedOut + b.walkedOut,
  left: a.left + b.left,
  transferredOut: a.transferredOut + b.transferredOut,
  waits: a.waits + b.waits,
  within: a.within + b.within,
  waitSumMs: a.waitSumMs + b.waitSumMs,
  waitMaxMs: Math.max(a.waitMaxMs, b.waitMaxMs),
  passedOverMax: Math.max(a.passedOverMax, b.passedOverMax),
});
