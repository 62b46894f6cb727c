/** The totals of a lane in which nothing has happened yet. Rules: END-3. */
import type { TotalsRow } from './totals-row.ts';

export const NO_TOTALS: Omit<TotalsRow, 'lane'> = {
  issued: 0,
  entered: 0,
  served: 0,
  visitsServed: 0,
  noShow: 0,
  cancelled: 0,
  walkedOut: 0,
  left: 0,
  transferredOut: 0,
  waits: 0,
  within: 0,
  waitSumMs: 0,
  waitMaxMs: 0,
  passedOverMax: 0,
};
