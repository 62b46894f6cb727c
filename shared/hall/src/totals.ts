/** Totals of the day per lane, derived from events only. Rules: END-3. */
import type { LaneId } from '@tingxu/contract/ids';
import type { TotalsRow } from '@tingxu/contract/views';
import { waitCountsFrom } from './hours.ts';
import type { HallState, Ticket } from './state.ts';

type Sum =
  | 'issued'
  | 'entered'
  | 'served'
  | 'visitsServed'
  | 'noShow'
  | 'cancelled'
  | 'walkedOut'
  | 'left'
  | 'transferredOut';
const SUMS: readonly Sum[] = [
  'issued',
  'entered',
  'served',
  'visitsServed',
  'noShow',
  'cancelled',
  'walkedOut',
  'left',
  'transferredOut',
];

/** Adds to the sums of a lane. */
export const addToTotals = (
  totals: HallState['totals'],
  lane: LaneId,
  more: Partial<Pick<TotalsRow, Sum>>,
): HallState['totals'] => {
  const row = totals[lane];
  if (!row) return totals;
  const next: TotalsRow = { ...row };
  for (const sum of SUMS) {
    const count = more[sum];
    if (count !== undefined) next[sum] += count;
  }
  return { ...totals, [lane]: next };
};

/**
 * What a leg waited from its entry to the last call by the rule, or to the call whose service was cut
 * in two. Null when it was not called from the line: the customer stood at the counter. Units: ms.
 * Rules: END-3, HOURS-3.
 */
export const legWaitMs = (ticket: Ticket): number | null => {
  const { call, leg, waited } = ticket;
  if (waited) return waited.ms;
  if (call === null || call.leg !== leg || call.walkUp) return null;
  return Math.max(0, call.firstAt - waitCountsFrom(ticket));
};

/** Counts the wait of a leg that a counter had. Units: ms. */
export const addWait = (
  totals: HallState['totals'],
  lane: LaneId,
  wait: { readonly waitMs: number | null; readonly targetMs: number },
): HallState['totals'] => {
  const row = totals[lane];
  const { waitMs, targetMs } = wait;
  if (!row || waitMs === null) return totals;
  const next: TotalsRow = {
    ...row,
    waits: row.waits + 1,
    within: row.within + (waitMs <= targetMs ? 1 : 0),
    waitSumMs: row.waitSumMs + waitMs,
    waitMaxMs: Math.max(row.waitMaxMs, waitMs),
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
