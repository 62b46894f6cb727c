/** Facts of a ticket from its issue to its end, legs and parking apart. Part of the union in events.ts. */
import * as z from 'zod/mini';
import { CarriedFrom } from './carry-events.ts';
import { CancelReason, KeptFor, LaneReason } from './commands.ts';
import { PolicyKind } from './config.ts';
import { ChoiceReason, ReleaseReason } from './counter-rule.ts';
import { KnownClass, ProofKind } from './customers.ts';
import {
  Count,
  CounterId,
  DurationMs,
  Instant,
  LaneId,
  ServiceId,
  StaffId,
  TicketId,
  TicketNumber,
} from './ids.ts';
import { ReturnChannel } from './missed-rule.ts';
import { EarlyMissReason, OverrideReason } from './override.ts';
import { WaitRange } from './wait-range.ts';

/**
 * `place` is the ticket's position in fairness order (a return takes a new, later place).
 * `earlier` tickets that share a counter with it and `passOverCap`, the K told at issue, add up to the
 * worst position, unless `noWorst`; `ahead` of them the rule would call first then; in journals of before, it
 * was expected to in the end. Rules: CALL-6, WAIT-1, WAIT-5.
 */
export const TicketIssued = z.strictObject({
  type: z.literal('TicketIssued'),
  ticket: TicketId,
  number: TicketNumber,
  service: ServiceId,
  lane: LaneId,
  place: Count,
  earlier: Count,
  ahead: Count,
  passOverCap: Count,
  wait: z.nullable(WaitRange),
  /** What opened the lane; absent where nothing was needed. Rules: LANE-1. */
  proof: z.optional(ProofKind),
  /** What the directory said; absent where it was not asked. */
  customerClass: z.optional(KnownClass),
  /** Why staff gave the lane to a walk-up without proof. Rules: CTR-12. */
  laneReason: z.optional(LaneReason),
  /** Services to follow. Rules: LEG-1. */
  further: z.optional(z.array(ServiceId)),
  /** Its forms are not ready. Rules: PREP-1. */
  preparing: z.optional(z.literal(true)),
  /** From when the wait counts, where that is not the issue: a booking's time. Rules: BOOK-5. */
  waitFromAt: z.optional(Instant),
  /** From the issue to the posted opening, where it comes later. Rules: HOURS-3. */
  preOpeningMs: z.optional(DurationMs),
  /** It goes on with a ticket of a day before, and is set aside as that was. Rules: PARK-6. */
  carried: z.optional(CarriedFrom),
  noWorst: z.optional(z.literal(true)),
});

/**
 * Why the counter could take the ticket, where that is not plain: `overdue`, of a secondary service
 * and over its limit; `secondary`, as no primary one waited; `helping`, at a counter dedicated to
 * other lanes. Rules: CALL-10, CALL-11.
 */
export const CallTier = z.enum(['overdue', 'secondary', 'helping']);
export type CallTier = z.infer<typeof CallTier>;

/**
 * Why this ticket: policy and rule version, the winner's score, whom it passed, and the protected
 * ticket that limited the choice, if any. `attempt` counts calls of this ticket over the whole visit;
 * `leg` is the service that it is called for, when that is not the visit's first; `first` says that the
 * ticket stood before every score, also when it was chosen. Rules: CALL-9, CTR-6, LEG-6.
 */
export const TicketCalled = z.strictObject({
  type: z.literal('TicketCalled'),
  ticket: TicketId,
  counter: CounterId,
  staff: StaffId,
  attempt: Count,
  policy: PolicyKind,
  ruleVersion: Count,
  score: z.int(),
  passedOver: z.array(TicketId),
  protectedBy: z.optional(TicketId),
  tier: z.optional(CallTier),
  /** Chosen by hand. Rules: CTR-6, CTR-7. */
  chosen: z.optional(z.strictObject({ reason: ChoiceReason })),
  leg: z.optional(Count),
  first: z.optional(z.literal(true)),
});

/** `counted` says whether the call counts towards a miss (spaced by the interval). Rules: MISS-1. */
export const TicketRecalled = z.strictObject({
  type: z.literal('TicketRecalled'),
  ticket: TicketId,
  counter: CounterId,
  staff: StaffId,
  attempt: Count,
  counted: z.boolean(),
  leg: z.optional(Count),
});
export const ServiceStarted = z.strictObject({
  type: z.literal('ServiceStarted'),
  ticket: TicketId,
  counter: CounterId,
  staff: StaffId,
});
/** `serviceMs` runs from the start, or from the call when no start was pressed. */
export const ServiceFinished = z.strictObject({
  type: z.literal('ServiceFinished'),
  ticket: TicketId,
  counter: CounterId,
  staff: StaffId,
  serviceMs: DurationMs,
});
/**
 * `ruleVersion` is that of the lane's missed rule then in force. `early` went round its calls and times,
 * `timer` says that the system declared it. `toleranceCalls` more calls of the lane end the ticket;
 * at `returnsAt` it comes back by itself. Rules: MISS-2, MISS-6..MISS-12.
 */
export const TicketMissed = z.strictObject({
  type: z.literal('TicketMissed'),
  ticket: TicketId,
  counter: CounterId,
  staff: StaffId,
  calls: Count,
  validUntilAt: Instant,
  ruleVersion: z.optional(Count),
  early: z.optional(EarlyMissReason),
  timer: z.optional(z.literal(true)),
  toleranceCalls: z.optional(Count),
  returnsAt: z.optional(Instant),
});
/** The lobby manager has gone to fetch the customer. Rules: MISS-8. */
export const TicketEscorted = z.strictObject({
  type: z.literal('TicketEscorted'),
  ticket: TicketId,
  counter: CounterId,
});
/**
 * `hold` is the number of further calls of the lane before the ticket may be called. `via` is how the
 * customer came back, `timer` when nobody asked. `waitFromAt` is where the wait that the score counts
 * begins now, when that changed. Rules: MISS-4, MISS-7, MISS-9, MISS-10.
 */
export const TicketReturned = z.strictObject({
  type: z.literal('TicketReturned'),
  ticket: TicketId,
  place: Count,
  hold: Count,
  ruleVersion: z.optional(Count),
  via: z.optional(z.enum([...ReturnChannel.options, 'timer'])),
  waitFromAt: z.optional(Instant),
  first: z.optional(z.literal(true)),
  override: z.optional(OverrideReason),
  /** Absent: it stays kept for whom it was. Rules: MISS-14. */
  only: z.optional(KeptFor),
});
export const TicketCancelled = z.strictObject({
  type: z.literal('TicketCancelled'),
  ticket: TicketId,
  reason: CancelReason,
});
/**
 * A missed ticket that may not come back or did not in time, or a parked one whose time is over by a
 * rule that ends it: a no-show. `why` is absent at closing. Rules: MISS-5, MISS-6, MISS-12, PARK-4.
 */
export const TicketExpired = z.strictObject({
  type: z.literal('TicketExpired'),
  ticket: TicketId,
  why: z.optional(z.enum(['no-return-left', 'time-over', 'tolerance-over'])),
});
/**
 * A called ticket is back in line at a new place, its wait kept, because its counter was released.
 * Rules: CTR-8.
 */
export const TicketReleased = z.strictObject({
  type: z.literal('TicketReleased'),
  ticket: TicketId,
  counter: CounterId,
  staff: StaffId,
  place: Count,
  why: ReleaseReason,
});
/** Ended with its day or the session of its counter. Rules: DAY-4, CTR-8, PARK-6. */
export const TicketLeft = z.strictObject({
  type: z.literal('TicketLeft'),
  ticket: TicketId,
  reason: z.enum(['left-at-closing', 'session-ended', 'carried-over']),
  why: z.optional(ReleaseReason),
});
