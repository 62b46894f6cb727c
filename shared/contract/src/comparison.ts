/**
 * Two tickets side by side: which came first at the counters, and why. For staff only.
 * Units: instants in epoch ms. Source: product.md H44; docs/SPEC.md PROOF-2.
 */
import * as z from 'zod/mini';
import { CallReasons, Candidate, NotTakenReason } from './call-reasons.ts';
import { ExplainedText, TicketExplanation } from './explanation.ts';
import { CounterId, Instant, StaffId } from './ids.ts';
import { TicketState } from './views.ts';

/**
 * Why one ticket was called before another, at the first call of the earlier one. `passed-over`: the
 * other had the earlier place and the rule preferred this one; `behind`: the other came later and did
 * not score more; `skills`, `kept`, `dedicated`, `secondary`, `held`, `preparing`: the counter could
 * not take it; `not-waiting`: it was somewhere else; `not-issued`: it did not exist yet; `neither`:
 * none of the two was ever called.
 */
export const OrderReason = z.enum([
  'passed-over',
  'behind',
  ...NotTakenReason.options,
  'not-waiting',
  'not-issued',
  'neither',
]);
export type OrderReason = z.infer<typeof OrderReason>;

/** A call of one of the two, and how the other stood then. */
const ExplainedCall = z.strictObject({
  at: Instant,
  counter: CounterId,
  staff: StaffId,
  reasons: CallReasons,
});
const StoodThen = z.strictObject({
  state: z.enum([...TicketState.options, 'ended']),
  as: z.nullable(Candidate),
});

/** A later call of either, made while the other stood in line. */
export const ContestedCall = z.strictObject({
  /** The one that was called. */
  called: z.enum(['earlier', 'later']),
  reason: OrderReason,
  call: ExplainedCall,
  other: StoodThen,
});
export type ContestedCall = z.infer<typeof ContestedCall>;

export const TicketComparison = z.strictObject({
  reason: OrderReason,
  /** The one called first; of two that were never called, the one asked for first. */
  earlier: TicketExplanation,
  later: TicketExplanation,
  /** The call that is explained, and the other ticket as it was then; null when there was none. */
  call: z.nullable(ExplainedCall),
  other: z.nullable(StoodThen),
  /** Every call after that one for which the two competed, oldest first. */
  contested: z.array(ContestedCall),
  /** When the later one was called first, if it was. */
  laterCalledAt: z.nullable(Instant),
});
export type TicketComparison = z.infer<typeof TicketComparison>;

export const ComparisonReply = z.strictObject({
  comparison: TicketComparison,
  text: ExplainedText,
});
export type ComparisonReply = z.infer<typeof ComparisonReply>;
