/**
 * Why a call took this ticket, as data: what the rule saw, whom it passed, whom it could not take. Part of
 * the explanation of a ticket. Units: instants in epoch ms, durations in ms. Source: docs/SPEC.md PROOF-2.
 */
import * as z from 'zod/mini';
import { KeptFor } from './commands.ts';
import { PolicyKind } from './config.ts';
import { ChoiceReason } from './counter-rule.ts';
import { Count, DurationMs, Instant, LaneId, ServiceId, TicketId, TicketNumber } from './ids.ts';
import { CallTier } from './ticket-events.ts';

/** The configuration that was in force: the event that brought it, and its version. Rules: CONF-1. */
export const ConfigInForce = z.strictObject({ seq: Count, at: Instant, version: Count });
export type ConfigInForce = z.infer<typeof ConfigInForce>;

/**
 * A waiting ticket as the rule saw it at a call. `passedOver` counts the times before this call.
 * Units: `urgency` millionths per minute; `rank` the position of the lane, first = 0.
 */
export const Candidate = z.strictObject({
  ticket: TicketId,
  number: TicketNumber,
  lane: LaneId,
  service: ServiceId,
  /** What the score went by. Rules: LEG-5, MISS-7. */
  waitMs: DurationMs,
  /** What it had waited, and staff were shown. Rules: STAT-5. */
  waitedMs: DurationMs,
  /** What of it services of the visit before this one waited; absent where there is none. */
  earlierWaitMs: z.optional(DurationMs),
  creditMs: DurationMs,
  targetMs: DurationMs,
  urgency: Count,
  rank: Count,
  place: Count,
  score: z.int(),
  passedOver: Count,
  passOverCap: Count,
  /** It goes before every score. Rules: LEG-6. */
  first: z.optional(z.literal(true)),
});
export type Candidate = z.infer<typeof Candidate>;

/** What brought a ticket before every score. Rules: LEG-3, LEG-4, LEG-6, PARK-3, PREP-3, MISS-7, MISS-10, CTR-8. */
export const FirstBy = z.enum([
  'transferred',
  'next-service',
  'resumed',
  'form-corrected',
  'returned',
  'readmitted',
  'released',
  'restored',
]);
export type FirstBy = z.infer<typeof FirstBy>;

/**
 * Why a ticket in line could not be called there: the counter does not take its service (`skills`),
 * leaves it to another counter or person (`kept`), is kept for other lanes (`dedicated`) or takes its
 * service only when no primary one waits (`secondary`); it has yet to let calls of its lane pass
 * (`held`), or its forms are not ready (`preparing`).
 * Rules: CALL-2, CALL-10, CALL-11, LEG-7, MISS-4, PREP-1.
 */
export const NotTakenReason = z.enum([
  'skills',
  'kept',
  'dedicated',
  'secondary',
  'held',
  'preparing',
]);
export type NotTakenReason = z.infer<typeof NotTakenReason>;

/** Tickets with an earlier place that the call did not pass over, as the counter could not take them. */
export const NotTakenGroup = z.strictObject({
  why: NotTakenReason,
  count: Count,
  /** The first of them, in order of place. */
  numbers: z.array(TicketNumber),
});
export type NotTakenGroup = z.infer<typeof NotTakenGroup>;

/**
 * Why a call was the right one. `chosen`: by hand, with a reason (the rest says what it passed);
 * `alone`: nobody else could be called; `score`: the best score; `protected`: it had been passed over
 * as often as it may be; `limited`: the best of those that may go before the protected ticket; `first`:
 * it goes before every score.
 */
export const CallReasons = z.strictObject({
  how: z.enum(['chosen', 'alone', 'score', 'protected', 'limited', 'first']),
  /** Of `protected` and `limited`: what decided among those that could still be called. */
  within: z.optional(z.enum(['alone', 'first', 'score'])),
  chosen: z.nullable(ChoiceReason),
  /** Where it went before every score: since what. */
  firstBy: z.nullable(FirstBy),
  /** For whom it was kept, where that was in force. Rules: LEG-7. */
  only: z.nullable(KeptFor),
  /**
   * It was held for so many more calls of its lane, and called all the same: the counter could take
   * nobody of the lane that was not. Rules: MISS-4, MISS-15.
   */
  heldFor: z.optional(Count),
  /** Why the counter could take it, where that is not plain. Rules: CALL-10, CALL-11. */
  tier: z.nullable(CallTier),
  policy: PolicyKind,
  ruleVersion: Count,
  config: ConfigInForce,
  /** What the counter takes. */
  skills: z.array(ServiceId),
  /** How many tickets the counter could have called, this one included. */
  candidates: Count,
  /** The smallest urgency of the hall's lanes, to compare with. */
  baseUrgency: Count,
  winner: Candidate,
  /** The best of the others that it could have called. */
  next: z.nullable(Candidate),
  /** The best of those that had to stand back behind the protected ticket, where it was before the winner. */
  barred: z.nullable(Candidate),
  protectedBy: z.nullable(Candidate),
  /** In order of place; for each of them this call counts once more. */
  passedOver: z.array(Candidate),
  notTaken: z.array(NotTakenGroup),
});
export type CallReasons = z.infer<typeof CallReasons>;
