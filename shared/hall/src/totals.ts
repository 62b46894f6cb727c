/** Totals of the day per lane, derived from events only. Rules: END-3. */
import type { DurationMs, Instant, LaneId } from '@tingxu/contract/ids';
import type { TotalsRow } from '@tingxu/contract/totals-row';
import { type LegClock, runsFrom, waitOnClock } from './leg-clock.ts';
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

/** The clock of the leg that a ticket is in. Rules: STAT-5. */
export const clockOf = (ticket: Ticket): LegClock => {
  const { call, leg, enteredAt, issuedAt, preOpeningMs, waited } = ticket;
  const fromLine = call !== null && call.leg === leg && !call.walkUp;
  const calledAt = fromLine ? call.firstAt : null;
  return { enteredAt, opensAt: issuedAt + preOpeningMs, calledAt, waited, leftAt: null };
};

/** What all legs have waited, up to the end of this one. Units: ms. Rules: STAT-5. */
export const waitedSoFar = (ticket: Ticket): DurationMs =>
  ticket.earlierWaitMs + (legWaitMs(ticket) ?? 0);

/** What staff are shown of a live ticket at an instant. Units: ms. Rules: STAT-5. */
export const waitedAt = (ticket: Ticket, at: Instant): DurationMs => {
  const { call, earlierWaitMs } = ticket;
  const from = call === null ? runsFrom(clockOf(ticket)) : null;
  return from === null ? waitedSoFar(ticket) : Math.max(0, earlierWaitMs + at - from);
};

/**
 * What a leg waited from its entry to the last call by the rule; of one whose service was cut, until the
 * call of that and in line since. Null when it was not called from the line: the customer stood at the counter. Units: ms.
 * Rules: END-3, HOURS-3.
 */
export const legWaitMs = (ticket: Ticket): DurationMs | null => waitOnClock(clockOf(ticket));

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
