/**
 * Facts of a hall, in the past tense, with their reasons. The journal holds these and nothing else
 * decides what happened. No personal data: ids only.
 * Evolution: add optional fields; a new meaning is a new event.
 */
import * as z from 'zod/mini';
import { BOOKING_EVENTS, Booking } from './appointments.ts';
import { CarriedFrom, TicketCarried, TicketNotCarried } from './carry-events.ts';
import { ClockCorrected, ClockStepped } from './clock-events.ts';
import { CancelReason, KeptFor, LaneReason, PauseReason } from './commands.ts';
import { HallConfig, PolicyKind } from './config.ts';
import { ConfigurationConflict, ConfigurationPlan, ConfigurationVersion } from './configuration.ts';
import { ChoiceReason, ReleaseReason } from './counter-rule.ts';
import { KnownClass, ProofKind } from './customers.ts';
import { HELP_EVENTS } from './help-events.ts';
import { Schedule } from './hours.ts';
import {
  BusinessDay,
  CommandId,
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
import {
  IssuingExtended,
  IssuingResumed,
  IssuingStopped,
  IssuingTurned,
} from './issuing-events.ts';
import { KIOSK_HELP_EVENTS } from './kiosk.ts';
import { ReturnChannel } from './missed-rule.ts';
import { EarlyMissReason, OverrideReason } from './override.ts';
import { ServiceRated } from './rating.ts';
import { DayReopened, TicketRestored } from './reopen-events.ts';
import { Actor } from './roles.ts';
import { SLIP_EVENTS } from './slip-events.ts';
import {
  DocumentsChecked,
  LaneChanged,
  LegEntered,
  LegFinished,
  ServiceAdded,
  TicketParked,
  TicketPreparing,
  TicketReady,
  TicketResumed,
  TicketSentBack,
  TicketTransferred,
} from './visit-events.ts';
import { VOICE_EVENTS } from './voice.ts';

/** The only ways in which a ticket or a leg ends. Rules: END-1. Source: product.md 4.6. */
export const EndReason = z.enum([
  'served',
  'no-show',
  'cancelled-by-customer',
  'removed-by-staff',
  'walked-out',
  'transferred-out',
  'left-at-closing',
  'carried-over',
  'removed-by-reset',
  'session-ended',
]);
export type EndReason = z.infer<typeof EndReason>;

/**
 * Service time of one service as learnt from the journal so far.
 * Units: ms; `deviationMs` is the mean absolute deviation; `samples` is capped by the learning rule.
 */
export const LearntService = z.strictObject({
  meanMs: DurationMs,
  deviationMs: DurationMs,
  samples: Count,
});
export type LearntService = z.infer<typeof LearntService>;

/** A wait told to a person: always a range. Units: ms. Rules: WAIT-1. */
export const WaitRange = z.strictObject({ lowMs: DurationMs, highMs: DurationMs });
export type WaitRange = z.infer<typeof WaitRange>;

/**
 * `urgencies` are millionths per minute, computed once from the promises so that a replay needs no
 * floating-point logarithm. `learnt` carries service times over from earlier days. `version` is that
 * of the configuration (1 where it is absent), `latestVersion` the newest one given where it differs,
 * `plan` a change that still waits. Rules: CONF-1, CONF-3.
 */
export const DayOpened = z.strictObject({
  type: z.literal('DayOpened'),
  businessDay: BusinessDay,
  config: HallConfig,
  urgencies: z.record(LaneId, Count),
  learnt: z.record(ServiceId, LearntService),
  version: z.optional(ConfigurationVersion),
  latestVersion: z.optional(ConfigurationVersion),
  plan: z.optional(ConfigurationPlan),
  /** Of this day and later ones; absent where there are none. Rules: BOOK-7. */
  bookings: z.optional(z.array(Booking)),
  schedule: z.optional(Schedule),
});
export const DayClosed = z.strictObject({ type: z.literal('DayClosed'), businessDay: BusinessDay });

/**
 * From this event on the hall works by this configuration, and by its posted hours where `schedule` says
 * that they are others today (null: none any more). Rules: CONF-1, CONF-5, HOURS-11.
 */
export const ConfigurationChanged = z.strictObject({
  type: z.literal('ConfigurationChanged'),
  config: HallConfig,
  urgencies: z.record(LaneId, Count),
  version: ConfigurationVersion,
  schedule: z.optional(z.nullable(Schedule)),
});
/**
 * A change that waits for its moment. `postponedBy` says what was in its way when the moment came: it
 * now waits for the next opening of a day. Rules: CONF-3, CONF-4.
 */
export const ConfigurationPlanned = z.extend(ConfigurationPlan, {
  type: z.literal('ConfigurationPlanned'),
  postponedBy: z.optional(z.array(ConfigurationConflict)),
});
/** `plan` is the version of the change that will not happen; the withdrawal counts as a version, too. */
export const ConfigurationPlanWithdrawn = z.strictObject({
  type: z.literal('ConfigurationPlanWithdrawn'),
  plan: ConfigurationVersion,
  version: ConfigurationVersion,
});

export const CounterOpened = z.strictObject({
  type: z.literal('CounterOpened'),
  counter: CounterId,
  staff: StaffId,
});
export const CounterPaused = z.strictObject({
  type: z.literal('CounterPaused'),
  counter: CounterId,
  staff: StaffId,
  reason: PauseReason,
});
export const CounterResumed = z.strictObject({
  type: z.literal('CounterResumed'),
  counter: CounterId,
  staff: StaffId,
});
/** `why` when the teller did not close it; `helpStays` where it goes on asking for help. Rules: CTR-4, CTR-8, CTR-9. */
export const CounterClosed = z.strictObject({
  type: z.literal('CounterClosed'),
  counter: CounterId,
  staff: StaffId,
  why: z.optional(z.enum(['handover', ...ReleaseReason.options])),
  helpStays: z.optional(z.literal(true)),
});

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
 * What a `strict` score loses for each lane that goes before its own: larger than any score of a day,
 * small enough to stay an exact integer when multiplied by lanes. Units: ms. Rules: CALL-7.
 */
export const STRICT_LANE_STEP = 1_000_000_000_000;

/**
 * What a `ratio` score loses for each part of a turn that its lane has had in advance: larger than any
 * wait of a day. A whole turn has `TURN` parts, which every weight divides. Units: ms. Rules: CALL-13.
 */
export const RATIO_TURN_STEP = 1_000_000_000;
/** Parts of a turn. Rules: CALL-13. */
export const TURN = 720_720;

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
export const HallEvent = z.discriminatedUnion('type', [
  DayOpened,
  DayReopened,
  DayClosed,
  ConfigurationChanged,
  ConfigurationPlanned,
  ConfigurationPlanWithdrawn,
  CounterOpened,
  CounterPaused,
  CounterResumed,
  CounterClosed,
  ...HELP_EVENTS,
  ...KIOSK_HELP_EVENTS,
  ServiceRated,
  ...BOOKING_EVENTS,
  TicketIssued,
  TicketCalled,
  TicketRecalled,
  ServiceStarted,
  ServiceFinished,
  TicketMissed,
  TicketEscorted,
  TicketReturned,
  TicketCancelled,
  TicketExpired,
  TicketReleased,
  TicketLeft,
  TicketRestored,
  TicketCarried,
  TicketNotCarried,
  ServiceAdded,
  LegFinished,
  TicketTransferred,
  LegEntered,
  DocumentsChecked,
  LaneChanged,
  TicketParked,
  TicketResumed,
  TicketPreparing,
  TicketSentBack,
  TicketReady,
  ...[...SLIP_EVENTS, ...VOICE_EVENTS, ClockStepped, ClockCorrected],
  IssuingStopped,
  IssuingExtended,
  IssuingResumed,
  IssuingTurned,
]);
export type HallEvent = z.infer<typeof HallEvent>;
export type EventOf<T extends HallEvent['type']> = Extract<HallEvent, { type: T }>;

/** An event as the journal holds it. `seq` has no gaps within a hall. */
export const JournalEntry = z.strictObject({
  seq: z.int().check(z.positive()),
  at: Instant,
  commandId: CommandId,
  actor: Actor,
  event: HallEvent,
});
export type JournalEntry = z.infer<typeof JournalEntry>;
