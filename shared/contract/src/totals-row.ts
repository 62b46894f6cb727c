import * as z from 'zod/mini';
import { Count, LaneId } from './ids.ts';

/**
 * Totals of the business day for one lane, counted in legs. At every instant (INV-11):
 * issued + entered = waiting + called + serving + missed + parked + preparing
 *   + served + noShow + cancelled + left + transferredOut.
 * `entered` counts legs that are not a visit's first and tickets that came from another lane;
 * `visitsServed` the visits whose last leg was served here, so a visit is counted once.
 * `waits` counts the legs that were called from the line and then served or transferred: `within`
 * those whose wait met the lane's target, `waitSumMs` and `waitMaxMs` their waits, from the entry of
 * the leg to the last call by the rule. Rules: END-3.
 */
export const TotalsRow = z.strictObject({
  lane: LaneId,
  issued: Count,
  entered: Count,
  served: Count,
  visitsServed: Count,
  noShow: Count,
  cancelled: Count,
  /** Those of the cancelled who left without being asked. Rules: END-4. */
  walkedOut: Count,
  left: Count,
  transferredOut: Count,
  waits: Count,
  within: Count,
  waitSumMs: Count,
  waitMaxMs: Count,
  passedOverMax: Count,
});
export type TotalsRow = z.infer<typeof TotalsRow>;
