/** Bodies of the REST API. Times are RFC 3339 with offset, durations whole seconds. */
import * as z from 'zod/mini';
import {
  Afterwards,
  CancelReason,
  KeepFor,
  KeptFor,
  LaneReason,
  MAX_FURTHER,
  PauseReason,
  PrepareReason,
  ReferralReason,
} from './commands.ts';
import { MissingDocuments, PolicyKind } from './config.ts';
import { AskedHelp, ChoiceReason } from './counter-rule.ts';
import { Identification, KnownCustomer } from './customers.ts';
import { DeviceId, DeviceRow, SlipLayout } from './devices.ts';
import { EndReason } from './events.ts';
import { HallProfile } from './hall-profile.ts';
import { IssuingReason, IssuingState } from './hours.ts';
import {
  AskedTime,
  BusinessDay,
  Count,
  CounterId,
  HallId,
  Instant,
  KioskId,
  LaneId,
  RestTime,
  ServiceId,
  StaffId,
  Text,
  TicketId,
  TicketLink,
  TicketNumber,
  TicketRef,
} from './ids.ts';
import { PublicLocale } from './locale.ts';
import { ReturnPlace } from './missed-rule.ts';
import { EarlyMissReason, OverrideReason } from './override.ts';
import { RatingScore } from './rating.ts';
import { Actor } from './roles.ts';
import { SlipFault, SlipOutcome } from './slip-events.ts';
import { CallTier } from './ticket-events.ts';
import { CounterState, TicketState } from './views.ts';

/** Seconds, low to high. Never a single figure. Rules: WAIT-1. */
export const WaitSeconds = z.strictObject({ lowSeconds: Count, highSeconds: Count });
export type WaitSeconds = z.infer<typeof WaitSeconds>;

/** A ticket on paper. `language` is the main one; the printer's own where nobody says. Rules: SLIP-1. */
export const PrintBody = z.strictObject({
  printer: DeviceId,
  layout: z.optional(SlipLayout),
  language: z.optional(PublicLocale),
});
export type PrintBody = z.infer<typeof PrintBody>;

/** A test page, and how the printer is after it. Rules: DEV-5. */
export const PrinterTestReply = z.strictObject({
  device: DeviceRow,
  outcome: SlipOutcome,
  why: z.optional(SlipFault),
});
export type PrinterTestReply = z.infer<typeof PrinterTestReply>;

export const IssueBody = z.strictObject({
  service: ServiceId,
  /** The lane; without it the best one that the proof opens, else the hall's default lane. */
  lane: z.optional(LaneId),
  /** Asked of the customer directory and forgotten. Rules: DIR-1. */
  identification: z.optional(Identification),
  /** The customer says that the lane is meant for people like them. */
  declared: z.optional(z.boolean()),
  /** Services to follow on the same ticket. Rules: LEG-1. */
  further: z.optional(z.array(ServiceId).check(z.maxLength(MAX_FURTHER))),
  /** Its forms are not ready. Rules: PREP-1. */
  preparing: z.optional(z.literal(true)),
  /** Printed once it is issued; whether that succeeds changes nothing else. Rules: SLIP-1. */
  print: z.optional(PrintBody),
});
export type IssueBody = z.infer<typeof IssueBody>;

export const CheckInBody = z.strictObject({ print: z.optional(PrintBody) });
export type CheckInBody = z.infer<typeof CheckInBody>;

export const CounterBody = z.strictObject({ counter: CounterId });
export type CounterBody = z.infer<typeof CounterBody>;
const afterwards = { afterwards: z.optional(Afterwards) };
/** Of a command by which a ticket leaves its counter. Rules: CTR-11. */
export const LeavingBody = z.extend(CounterBody, afterwards);
export type LeavingBody = z.infer<typeof LeavingBody>;
/** `keepFor` only by staff. Rules: MISS-14. */
export const ReturnBody = z.strictObject({ keepFor: z.optional(KeepFor) });
export type ReturnBody = z.infer<typeof ReturnBody>;
/** Rules: PREP-1. */
export const PrepareBody = z.strictObject({ reason: PrepareReason });
export type PrepareBody = z.infer<typeof PrepareBody>;
/** Rules: PREP-4. */
export const DocumentsBody = z.strictObject({ service: ServiceId, missing: MissingDocuments });
export type DocumentsBody = z.infer<typeof DocumentsBody>;
export const CancelBody = z.strictObject({ reason: CancelReason });
export type CancelBody = z.infer<typeof CancelBody>;
/** Rules: MISS-10. */
export const ReadmitBody = z.extend(ReturnBody, { reason: OverrideReason });
export type ReadmitBody = z.infer<typeof ReadmitBody>;
/** Rules: MISS-11. */
export const MissEarlyBody = z.strictObject({ counter: CounterId, reason: EarlyMissReason });
export type MissEarlyBody = z.infer<typeof MissEarlyBody>;
export const OpenCounterBody = z.strictObject({ staff: StaffId });
export type OpenCounterBody = z.infer<typeof OpenCounterBody>;
/** Rules: CTR-6. */
export const CallTicketBody = z.strictObject({ ticket: TicketRef, reason: OverrideReason });
export type CallTicketBody = z.infer<typeof CallTicketBody>;
/** What opens a lane that is not everybody's, or the reason for it. Rules: CTR-7, CTR-12. */
export const WalkUpBody = z.strictObject({
  service: ServiceId,
  lane: z.optional(LaneId),
  identification: z.optional(Identification),
  declared: z.optional(z.boolean()),
  reason: z.optional(LaneReason),
});
export type WalkUpBody = z.infer<typeof WalkUpBody>;
/** Rules: CTR-9. */
export const HelpBody = z.strictObject({ kind: AskedHelp });
export type HelpBody = z.infer<typeof HelpBody>;
/** 200 of a command on a kiosk's call for help; null when there is none any more. Rules: HELP-1. */
export const KioskHelpReply = z.strictObject({
  kiosk: KioskId,
  help: z.nullable(z.strictObject({ calledAt: RestTime, answeredAt: z.nullable(RestTime) })),
});
export type KioskHelpReply = z.infer<typeof KioskHelpReply>;
/** 200 of an answer: how many were concerned, and who went. Rules: CARE-2. */
export const CareReply = z.strictObject({
  answeredAt: RestTime,
  staff: z.nullable(StaffId),
  tickets: Count,
});
export type CareReply = z.infer<typeof CareReply>;
/** `askedAt` as the pad's row has it. Rules: RATE-2. */
export const RatingBody = z.strictObject({ askedAt: Instant, score: RatingScore });
export type RatingBody = z.infer<typeof RatingBody>;
export const RatingReply = z.strictObject({ counter: CounterId, score: RatingScore });
export type RatingReply = z.infer<typeof RatingReply>;
/** Rules: RATE-6. */
export const VisitRatingBody = z.strictObject({ score: RatingScore });
export type VisitRatingBody = z.infer<typeof VisitRatingBody>;
export const VisitRatingReply = z.strictObject({ ticket: TicketId, score: RatingScore });
export type VisitRatingReply = z.infer<typeof VisitRatingReply>;
export const PauseBody = z.strictObject({ reason: PauseReason });
export type PauseBody = z.infer<typeof PauseBody>;
export const CloseDayBody = z.strictObject({ remaining: z.enum(['refuse', 'end-remaining']) });
export type CloseDayBody = z.infer<typeof CloseDayBody>;
export const AddServiceBody = z.strictObject({
  service: ServiceId,
  referral: z.optional(ReferralReason),
});
export type AddServiceBody = z.infer<typeof AddServiceBody>;
/** Of a ticket in line. At least one target; the wait is kept and the order is the usual one unless said. */
export const RedirectBody = z.strictObject({
  service: z.optional(ServiceId),
  lane: z.optional(LaneId),
  only: z.optional(KeptFor),
  keepWait: z.optional(z.boolean()),
  first: z.optional(z.boolean()),
});
export type RedirectBody = z.infer<typeof RedirectBody>;
/** Of a ticket at a counter. */
export const TransferBody = z.extend(RedirectBody, { counter: CounterId, ...afterwards });
export type TransferBody = z.infer<typeof TransferBody>;
export const ChangeLaneBody = z.strictObject({ lane: LaneId, reason: LaneReason });
export type ChangeLaneBody = z.infer<typeof ChangeLaneBody>;
export const SendBackBody = z.extend(LeavingBody, { keepFor: z.optional(KeepFor) });
export type SendBackBody = z.infer<typeof SendBackBody>;
/** Without a limit the hall's usual one holds. */
export const ParkBody = z.extend(SendBackBody, { limitSeconds: z.optional(Count) });
export type ParkBody = z.infer<typeof ParkBody>;
/** Times are RFC 3339 with offset. Rules: HOURS-4, HOURS-5. */
export const StopIssuingBody = z.strictObject({
  reason: IssuingReason,
  until: z.optional(AskedTime),
});
export type StopIssuingBody = z.infer<typeof StopIssuingBody>;
export const ExtendIssuingBody = z.strictObject({ reason: IssuingReason, until: AskedTime });
export type ExtendIssuingBody = z.infer<typeof ExtendIssuingBody>;
/** For commands that need nothing more. */
export const EmptyBody = z.strictObject({});

/** `ended` joins the live states. */
export const TicketStatus = z.enum([...TicketState.options, 'ended']);
export type TicketStatus = z.infer<typeof TicketStatus>;

export const TicketSummary = z.strictObject({
  id: TicketId,
  number: TicketNumber,
  hall: HallId,
  businessDay: BusinessDay,
  lane: LaneId,
  service: ServiceId,
  state: TicketStatus,
  counter: z.nullable(CounterId),
  issuedAt: RestTime,
  endedAt: z.nullable(RestTime),
  endReason: z.nullable(EndReason),
});
export type TicketSummary = z.infer<typeof TicketSummary>;

/**
 * 201 of an issue. `worstPosition` people at most are called before this ticket. `link` opens its page
 * on a phone, below `/t/#`. Rules: CALL-6, LINK-1.
 */
export const IssueReply = z.strictObject({
  ticket: TicketSummary,
  link: TicketLink,
  ahead: Count,
  worstPosition: z.nullable(Count),
  wait: z.nullable(WaitSeconds),
});
export type IssueReply = z.infer<typeof IssueReply>;

/** What the directory said at the issue; null where nothing is known (any more). Rules: DIR-6. */
export const CustomerReply = z.strictObject({
  ticket: TicketId,
  number: TicketNumber,
  customer: z.nullable(KnownCustomer),
});
export type CustomerReply = z.infer<typeof CustomerReply>;

/**
 * Where a ticket stands that came back: how many calls of its lane it lets go first at most, and as of an issue the
 * people ahead and the wait. Rules: MISS-15, MISS-16.
 */
export const BackInLine = z.strictObject({
  place: ReturnPlace,
  hold: Count,
  ahead: Count,
  wait: z.nullable(WaitSeconds),
});
export type BackInLine = z.infer<typeof BackInLine>;

/** 200 of every other command on a ticket. `back` is of a return alone. */
export const TicketReply = z.strictObject({ ticket: TicketSummary, back: z.optional(BackInLine) });
export type TicketReply = z.infer<typeof TicketReply>;

export const CounterSummary = z.strictObject({
  id: CounterId,
  label: z.string(),
  state: CounterState,
  sinceAt: RestTime,
  staff: z.nullable(StaffId),
  pauseReason: z.nullable(PauseReason),
  ticket: z.nullable(TicketId),
});
export type CounterSummary = z.infer<typeof CounterSummary>;

/** The calls that the free counters could make now, in the order in which they should. Rules: CALL-12. */
export const NextCalls = z.strictObject({
  calls: z.array(
    z.strictObject({
      counter: CounterId,
      ticket: TicketId,
      number: TicketNumber,
      /** Why the counter could take it, where that is not plain. */
      tier: z.nullable(CallTier),
    }),
  ),
});
export type NextCalls = z.infer<typeof NextCalls>;

/** 200 of a command on a counter; `ticket` is the one just called. */
export const CounterReply = z.strictObject({
  counter: CounterSummary,
  ticket: z.nullable(TicketSummary),
});
export type CounterReply = z.infer<typeof CounterReply>;

/** One call or recall: evidence for H44. */
export const CallAttempt = z.strictObject({
  attempt: Count,
  at: RestTime,
  counter: CounterId,
  staff: StaffId,
  counted: z.boolean(),
  /** Of the first call of a leg at a counter: why this ticket. */
  policy: z.nullable(PolicyKind),
  ruleVersion: z.nullable(Count),
  score: z.nullable(z.int()),
  passedOver: z.array(TicketId),
  /** The ticket whose turn limited the choice. */
  protectedBy: z.nullable(TicketId),
  /** Why the call was not left to the rule, if it was not. Rules: CTR-6, CTR-7. */
  chosen: z.nullable(ChoiceReason),
});
export type CallAttempt = z.infer<typeof CallAttempt>;

/** One service of a visit. */
/** Wait of a leg from its entry, not before the opening, to its last call by the rule. Rules: STAT-5. */
export const LegWait = z.strictObject({
  from: RestTime,
  /** Null while it runs. */
  to: z.nullable(RestTime),
  /** False where it ended, or still runs, without a call. */
  called: z.boolean(),
});
export type LegWait = z.infer<typeof LegWait>;

export const Leg = z.strictObject({
  index: Count,
  service: ServiceId,
  lane: LaneId,
  enteredAt: RestTime,
  calls: z.array(CallAttempt),
  startedAt: z.nullable(RestTime),
  endedAt: z.nullable(RestTime),
  endReason: z.nullable(EndReason),
  /** Null of a leg that has no wait of its own. Rules: STAT-5. */
  wait: z.nullable(LegWait),
});
export type Leg = z.infer<typeof Leg>;

/** One journal event of a ticket; `data` is the event without its type, instants in epoch ms. */
export const TrailEntry = z.strictObject({
  seq: Count,
  at: RestTime,
  type: z.string(),
  by: Actor,
  data: z.record(z.string(), z.unknown()),
});
export type TrailEntry = z.infer<typeof TrailEntry>;

export const TicketDetail = z.strictObject({
  ticket: TicketSummary,
  /** The ticket of a later day that it was carried over to. Rules: PARK-6. */
  goesOnAs: z.optional(z.strictObject({ id: TicketId, number: TicketNumber })),
  /** Of a ticket in line, for staff: what its holder is told. Source: H39. */
  outlook: z.optional(
    z.strictObject({
      ahead: Count,
      worstPosition: z.nullable(Count),
      wait: z.nullable(WaitSeconds),
    }),
  ),
  legs: z.array(Leg),
  trail: z.array(TrailEntry),
});
export type TicketDetail = z.infer<typeof TicketDetail>;

export const HallSummary = z.strictObject({
  hall: HallId,
  name: Text,
  zone: z.string(),
  businessDay: z.nullable(BusinessDay),
  open: z.boolean(),
  /** Whether tickets are issued, where the hall has posted hours or somebody ordered otherwise. */
  issuing: z.optional(
    z.strictObject({
      state: IssuingState,
      until: z.nullable(RestTime),
      reason: z.nullable(IssuingReason),
    }),
  ),
});
export type HallSummary = z.infer<typeof HallSummary>;
export const HallList = z.strictObject({ halls: z.array(HallSummary) });
export type HallList = z.infer<typeof HallList>;

export const LaneSummary = z.strictObject({
  id: LaneId,
  waiting: Count,
  wait: z.nullable(WaitSeconds),
});
/** What anybody may know of a hall; `counters` carry staff only for staff roles. */
export const HallDetail = z.strictObject({
  hall: HallSummary,
  profile: z.nullable(HallProfile),
  lanes: z.array(LaneSummary),
  counters: z.array(CounterSummary),
});
export type HallDetail = z.infer<typeof HallDetail>;

export const DayReply = z.strictObject({ hall: HallSummary });
export type DayReply = z.infer<typeof DayReply>;

/** Liveness looks at the event loop only; readiness at everything a ticket needs. */
export const Health = z.strictObject({
  status: z.enum(['ok', 'failing']),
  checks: z.array(
    z.strictObject({ name: z.string(), ok: z.boolean(), detail: z.optional(z.string()) }),
  ),
});
export type Health = z.infer<typeof Health>;
