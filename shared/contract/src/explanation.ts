/**
 * The life of a ticket with the reason of each step, as data: what the rule saw when it called, who
 * was passed over, what counted. The API, `journal:explain` and the screens put the same object into
 * words (shared/i18n). For staff only. Units: instants in epoch ms, durations in ms.
 * Source: product.md H44; docs/SPEC.md PROOF-2.
 */
import * as z from 'zod/mini';
import { CarriedFrom } from './carry-events.ts';
import { KeptFor } from './commands.ts';
import { PolicyKind } from './config.ts';
import { ChoiceReason, ReleaseReason } from './counter-rule.ts';
import { CallTier, EndReason, WaitRange } from './events.ts';
import {
  BusinessDay,
  Count,
  CounterId,
  DurationMs,
  HallId,
  Instant,
  LaneId,
  ServiceId,
  StaffId,
  Text,
  TicketId,
  TicketNumber,
} from './ids.ts';
import { MissedRule } from './missed-rule.ts';
import { Actor } from './roles.ts';
import { TicketState } from './views.ts';

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
  waitMs: DurationMs,
  creditMs: DurationMs,
  targetMs: DurationMs,
  urgency: Count,
  rank: Count,
  place: Count,
  score: z.int(),
  passedOver: Count,
  passOverCap: Count,
});
export type Candidate = z.infer<typeof Candidate>;

/**
 * Why a call was the right one. `chosen`: by hand, with a reason (the rest says what it passed); `alone`: nobody else could be called; `score`: the best score;
 * `protected`: it had been passed over as often as it may be; `limited`: the best of those that may
 * go before the protected ticket; `first`: it goes before every score.
 */
export const CallReasons = z.strictObject({
  how: z.enum(['chosen', 'alone', 'score', 'protected', 'limited', 'first']),
  chosen: z.nullable(ChoiceReason),
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
  /** One with a better score that had to stand back behind the protected ticket. */
  barred: z.nullable(Candidate),
  protectedBy: z.nullable(Candidate),
  /** In order of place; for each of them this call counts once more. */
  passedOver: z.array(Candidate),
});
export type CallReasons = z.infer<typeof CallReasons>;

const step = { seq: Count, at: Instant, by: Actor };
const attempt = { attempt: Count, counter: CounterId, staff: StaffId };
const served = { counter: CounterId, staff: StaffId };

export const ExplainedStep = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('issued'),
    ...step,
    lane: LaneId,
    service: ServiceId,
    ahead: Count,
    earlier: Count,
    passOverCap: Count,
    wait: z.nullable(WaitRange),
    /** Of a ticket that goes on with one of a day before. Rules: PARK-6. */
    carried: z.optional(CarriedFrom),
    noWorst: z.optional(z.literal(true)),
  }),
  /** It goes on as another ticket on a later day. Rules: PARK-6. */
  z.strictObject({ kind: z.literal('carried'), ...step, to: TicketId, number: TicketNumber }),
  /** Another ticket with a later place was called first; `times` counts this one. */
  z.strictObject({
    kind: z.literal('passed-over'),
    ...step,
    winner: TicketNumber,
    winnerLane: LaneId,
    ...served,
    times: Count,
    passOverCap: Count,
  }),
  z.strictObject({ kind: z.literal('called'), ...step, ...attempt, reasons: CallReasons }),
  /** `sinceMs` runs from the last call that counted. Rules: MISS-1. */
  z.strictObject({
    kind: z.literal('recalled'),
    ...step,
    ...attempt,
    counted: z.boolean(),
    sinceMs: DurationMs,
    intervalMs: DurationMs,
  }),
  z.strictObject({ kind: z.literal('started'), ...step, ...served }),
  z.strictObject({ kind: z.literal('finished'), ...step, ...served, serviceMs: DurationMs }),
  /** `sinceFirstMs` runs from the first call at the counter. Rules: MISS-2, MISS-3. */
  z.strictObject({
    kind: z.literal('missed'),
    ...step,
    ...served,
    counted: Count,
    sinceFirstMs: DurationMs,
    rule: MissedRule,
    returns: Count,
    validUntilAt: Instant,
    config: ConfigInForce,
  }),
  z.strictObject({ kind: z.literal('returned'), ...step, hold: Count, returns: Count }),
  /** The lobby manager went to fetch the customer. */
  z.strictObject({ kind: z.literal('escorted'), ...step, counter: CounterId }),
  /** Back in line, as its counter was released. Rules: CTR-8. */
  z.strictObject({ kind: z.literal('released'), ...step, ...served, why: ReleaseReason }),
  z.strictObject({ kind: z.literal('ended'), ...step, reason: EndReason }),
  /** An event that needs no reason: it is named, with where the ticket goes and for whom it is kept. */
  z.strictObject({
    kind: z.literal('other'),
    ...step,
    type: z.string(),
    service: z.optional(ServiceId),
    lane: z.optional(LaneId),
    counter: z.optional(CounterId),
    staff: z.optional(StaffId),
    first: z.optional(z.boolean()),
    only: z.optional(KeptFor),
    untilAt: z.optional(Instant),
  }),
]);
export type ExplainedStep = z.infer<typeof ExplainedStep>;
export type StepOf<K extends ExplainedStep['kind']> = Extract<ExplainedStep, { kind: K }>;

/** What the configuration of the day calls lanes, services and counters. */
export const ExplainedNames = z.strictObject({
  lanes: z.record(LaneId, Text),
  services: z.record(ServiceId, Text),
  counters: z.record(CounterId, z.string()),
});
export type ExplainedNames = z.infer<typeof ExplainedNames>;

export const TicketExplanation = z.strictObject({
  hall: HallId,
  zone: z.string(),
  businessDay: BusinessDay,
  ticket: TicketId,
  number: TicketNumber,
  names: ExplainedNames,
  /** Calls and recalls, and how many of them count towards a miss. */
  calls: Count,
  counted: Count,
  steps: z.array(ExplainedStep),
});
export type TicketExplanation = z.infer<typeof TicketExplanation>;

/**
 * Why one ticket was called before another, at the first call of the earlier one. `passed-over`: the
 * other had the earlier place and the rule preferred this one; `behind`: the other came later and did
 * not score more; `other-service`: the counter does not take it; `not-waiting`: it was
 * somewhere else; `not-issued`: it did not exist yet; `neither`: none of the two was ever called.
 */
export const OrderReason = z.enum([
  'passed-over',
  'behind',
  'other-service',
  'not-waiting',
  'not-issued',
  'neither',
]);
export type OrderReason = z.infer<typeof OrderReason>;

export const TicketComparison = z.strictObject({
  reason: OrderReason,
  /** The one called first; of two that were never called, the one asked for first. */
  earlier: TicketExplanation,
  later: TicketExplanation,
  /** The call that is explained, and the other ticket as it was then; null when there was none. */
  call: z.nullable(
    z.strictObject({ at: Instant, counter: CounterId, staff: StaffId, reasons: CallReasons }),
  ),
  other: z.nullable(
    z.strictObject({ state: z.enum([...TicketState.options, 'ended']), as: z.nullable(Candidate) }),
  ),
  /** When the later one was called first, if it was. */
  laterCalledAt: z.nullable(Instant),
});
export type TicketComparison = z.infer<typeof TicketComparison>;

/** A line of an explanation in each language. */
export const ExplainedText = z.strictObject({
  'zh-CN': z.array(z.string()),
  en: z.array(z.string()),
});
export type ExplainedText = z.infer<typeof ExplainedText>;

export const ExplanationReply = z.strictObject({
  explanation: TicketExplanation,
  text: ExplainedText,
});
export type ExplanationReply = z.infer<typeof ExplanationReply>;
export const ComparisonReply = z.strictObject({
  comparison: TicketComparison,
  text: ExplainedText,
});
export type ComparisonReply = z.infer<typeof ComparisonReply>;
