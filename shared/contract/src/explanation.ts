/**
 * The life of a ticket with the reason of each step, as data: what the rule saw when it called, who
 * was passed over, what counted. The API, `journal:explain` and the screens put the same object into
 * words (shared/i18n). For staff only. Units: instants in epoch ms, durations in ms.
 * Source: product.md H44; docs/SPEC.md PROOF-2.
 */
import * as z from 'zod/mini';
import { CallReasons, ConfigInForce } from './call-reasons.ts';
import { CarriedFrom } from './carry-events.ts';
import { KeptFor, LaneReason, PrepareReason, ReferralReason } from './commands.ts';
import { ReleaseReason } from './counter-rule.ts';
import { ProofKind } from './customers.ts';
import { DeviceId } from './devices.ts';
import { EndReason } from './events.ts';
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
import { MissedRule, ReturnChannel } from './missed-rule.ts';
import { EarlyMissReason, OverrideReason } from './override.ts';
import { RatingChannel, RatingScore } from './rating.ts';
import { Actor } from './roles.ts';
import { SlipFault, SlipOutcome } from './slip-events.ts';
import { AnnouncementEnd, SilentWhy } from './voice.ts';
import { WaitRange } from './wait-range.ts';

const step = { seq: Count, at: Instant, by: Actor };
const attempt = { attempt: Count, counter: CounterId, staff: StaffId };
const served = { counter: CounterId, staff: StaffId };
const place = z.strictObject({ service: ServiceId, lane: LaneId });

/**
 * How a visit goes on: with which service, where, and how it stands there. `waitFromAt` is where the
 * wait that the score counts begins; `stays` the counter that goes on with it at once.
 */
export const LegTarget = z.strictObject({
  service: ServiceId,
  lane: LaneId,
  first: z.boolean(),
  only: z.nullable(KeptFor),
  waitFromAt: Instant,
  stays: z.nullable(CounterId),
});
export type LegTarget = z.infer<typeof LegTarget>;

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
    proof: z.nullable(ProofKind),
    /** Services to follow. */
    further: z.array(ServiceId),
    preparing: z.boolean(),
    /** From the issue to the posted opening. */
    preOpeningMs: DurationMs,
    /** Of a ticket that goes on with one of a day before. Rules: PARK-6. */
    carried: z.optional(CarriedFrom),
    noWorst: z.optional(z.literal(true)),
    /** Why staff gave the lane to a walk-up without proof. Rules: CTR-12. */
    laneReason: z.optional(LaneReason),
  }),
  /** It goes on as another ticket on a later day. Rules: PARK-6. */
  z.strictObject({ kind: z.literal('carried'), ...step, to: TicketId, number: TicketNumber }),
  /** Nobody takes its service any more. Rules: PARK-7. */
  z.strictObject({ kind: z.literal('not-carried'), ...step }),
  /** Of a booking: for when it was, and from when the wait counts. Rules: BOOK-5. */
  z.strictObject({
    kind: z.literal('checked-in'),
    ...step,
    bookedAt: Instant,
    waitFromAt: Instant,
  }),
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
    /** The version of the rule that the miss recorded. */
    ruleVersion: Count,
    config: ConfigInForce,
    /** Why it went round the rule. Rules: MISS-11. */
    early: z.nullable(EarlyMissReason),
    /** The system declared it. Rules: MISS-12. */
    timer: z.boolean(),
    toleranceCalls: z.nullable(Count),
    returnsAt: z.nullable(Instant),
  }),
  /** `via` is null where it was not recorded; `waitFromAt` where the wait counts as before. */
  z.strictObject({
    kind: z.literal('returned'),
    ...step,
    hold: Count,
    returns: Count,
    via: z.nullable(z.enum([...ReturnChannel.options, 'timer'])),
    override: z.nullable(OverrideReason),
    first: z.boolean(),
    waitFromAt: z.nullable(Instant),
    ruleVersion: Count,
    /** For whom it is kept from then on; absent where that is as before. Rules: MISS-14. */
    only: z.optional(KeptFor),
  }),
  /** Rules: SLIP-2, SLIP-5. */
  z.strictObject({
    kind: z.literal('slip-asked'),
    ...step,
    printer: DeviceId,
    copy: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('slip-ended'),
    ...step,
    printer: DeviceId,
    outcome: SlipOutcome,
    why: z.nullable(SlipFault),
  }),
  /** A board showed the call; what became of its announcement. Rules: VOICE-2, VOICE-3. */
  z.strictObject({ kind: z.literal('shown'), ...step, attempt: Count }),
  /** Rules: LED-8. */
  z.strictObject({
    kind: z.literal('sign-shown'),
    ...step,
    attempt: Count,
    device: DeviceId,
    address: Count,
  }),
  z.strictObject({
    kind: z.literal('announced'),
    ...step,
    attempt: Count,
    end: AnnouncementEnd,
    why: z.nullable(SilentWhy),
  }),
  /** The lobby manager went to fetch the customer. */
  z.strictObject({ kind: z.literal('escorted'), ...step, counter: CounterId }),
  /** Back in line, as its counter was released. Rules: CTR-8. */
  z.strictObject({ kind: z.literal('released'), ...step, ...served, why: ReleaseReason }),
  /** For supervisors alone. Rules: RATE-4. */
  z.strictObject({
    kind: z.literal('rated'),
    ...step,
    counter: CounterId,
    score: RatingScore,
    channel: RatingChannel,
  }),
  /** `referral` when staff thought of it. Rules: LEG-9. */
  z.strictObject({
    kind: z.literal('service-added'),
    ...step,
    service: ServiceId,
    referral: z.optional(ReferralReason),
  }),
  /** A service is done and the visit goes on. `to` is null where that is not in the journal yet. */
  z.strictObject({
    kind: z.literal('leg-finished'),
    ...step,
    ...served,
    service: ServiceId,
    serviceMs: DurationMs,
    to: z.nullable(LegTarget),
  }),
  /** Counter and staff when a counter had it, `serviceMs` when the service had begun. */
  z.strictObject({
    kind: z.literal('transferred'),
    ...step,
    counter: z.nullable(CounterId),
    staff: z.nullable(StaffId),
    serviceMs: z.nullable(DurationMs),
    from: place,
    to: z.nullable(LegTarget),
  }),
  z.strictObject({
    kind: z.literal('lane-changed'),
    ...step,
    from: LaneId,
    to: LaneId,
    reason: LaneReason,
  }),
  z.strictObject({
    kind: z.literal('parked'),
    ...step,
    ...served,
    untilAt: Instant,
    only: z.nullable(KeptFor),
  }),
  /** `awayMs` since it was parked; not `first` when its time was over. Rules: PARK-3, PARK-4. */
  z.strictObject({
    kind: z.literal('resumed'),
    ...step,
    first: z.boolean(),
    awayMs: z.nullable(DurationMs),
  }),
  z.strictObject({ kind: z.literal('preparing'), ...step, reason: z.nullable(PrepareReason) }),
  /** `missing` as the configuration named them then; none when all were there. Rules: PREP-4. */
  z.strictObject({ kind: z.literal('documents'), ...step, missing: z.array(Text) }),
  /** Somebody went to its holder, who had waited long. Rules: CARE-2. */
  z.strictObject({ kind: z.literal('cared'), ...step }),
  z.strictObject({ kind: z.literal('sent-back'), ...step, ...served, only: z.nullable(KeptFor) }),
  z.strictObject({ kind: z.literal('ready'), ...step, first: z.boolean() }),
  /** `why` says more of a no-show, or of a session that ended. */
  z.strictObject({
    kind: z.literal('ended'),
    ...step,
    reason: EndReason,
    why: z.nullable(
      z.enum(['no-return-left', 'time-over', 'tolerance-over', ...ReleaseReason.options]),
    ),
  }),
  /** Its day opened again; `first` when a counter had it at the closing. Rules: DAY-5. */
  z.strictObject({
    kind: z.literal('restored'),
    ...step,
    state: z.enum(['waiting', 'missed', 'parked', 'preparing']),
    first: z.boolean(),
  }),
  /** An event of a newer kind: it is named rather than left out. */
  z.strictObject({ kind: z.literal('other'), ...step, type: z.string() }),
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

/** A line of an explanation in each language. */
export const ExplainedText = z.strictObject({
  'zh-CN': z.array(z.string()),
  'zh-HK': z.array(z.string()),
  en: z.array(z.string()),
});
export type ExplainedText = z.infer<typeof ExplainedText>;

export const ExplanationReply = z.strictObject({
  explanation: TicketExplanation,
  text: ExplainedText,
});
export type ExplanationReply = z.infer<typeof ExplanationReply>;
