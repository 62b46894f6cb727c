/**
 * What each audience sees of a hall, as rows keyed by id. The server builds a whole view for a
 * snapshot and sends changed rows afterwards; a client folds them. Public views are allow-lists:
 * nothing of staff or customers exists in their schemas. Rules: FEED-2.
 */
import * as z from 'zod/mini';
import { KeptFor, PauseReason, ReferralReason } from './commands.ts';
import { PolicyKind } from './config.ts';
import { HelpRow } from './counter-rule.ts';
import { HallProfile } from './hall-profile.ts';
import { IssuingRow } from './hours.ts';
import {
  BusinessDay,
  Count,
  CounterId,
  DurationMs,
  Instant,
  KioskId,
  LaneId,
  ServiceId,
  StaffId,
  TicketId,
  TicketNumber,
} from './ids.ts';
import { KioskHelpRow } from './kiosk.ts';
import { PhoneRating, RatingRow } from './rating.ts';
import type { Audience } from './roles.ts';
import { SlipRow } from './slip-events.ts';
import { AsideRow, DocumentsRow, EntryRow, StaffRules } from './staff-rows.ts';
import { TotalsRow } from './totals-row.ts';
import { VoiceRow } from './voice.ts';
import { WaitRange } from './wait-range.ts';
import { CareRow } from './watch.ts';

/** How many calls a board remembers, newest first; those that nobody has answered yet come on top of them. Rules: FEED-8. */
export const RECENT_CALLS = 24;

export const DayRow = z.strictObject({
  open: z.boolean(),
  businessDay: z.nullable(BusinessDay),
  /** Where the hall has posted hours, or somebody ordered otherwise. Rules: HOURS-6. */
  issuing: z.optional(IssuingRow),
  /** The last posted closing, or the end of an order that goes beyond it; absent where none is posted. */
  closesAt: z.optional(Instant),
  /** The first posted opening after the day; absent where nobody knows. Rules: HOURS-13. */
  opensNextAt: z.optional(Instant),
});
export type DayRow = z.infer<typeof DayRow>;

/**
 * `now` is the newest number of the lane that is at a counter, called or being served; null while
 * none is (FEED-7). `wait` is what somebody who takes a ticket now would be told; null when nobody can
 * serve the lane.
 */
export const LaneRow = z.strictObject({
  lane: LaneId,
  waiting: Count,
  now: z.nullable(TicketNumber),
  wait: z.nullable(WaitRange),
  /**
   * Under the policy `ratio` alone: parts of a turn that the lane has had in advance, and how many a
   * call adds. The lane with the fewest is called first. Rules: CALL-13, CALL-14.
   */
  turn: z.optional(Count),
  turnStep: z.optional(Count),
  /** While it gives no numbers by hours of its own. Rules: HOURS-7, HOURS-12. */
  issuing: z.optional(IssuingRow),
});
export type LaneRow = z.infer<typeof LaneRow>;

export const ServiceRow = z.strictObject({
  service: ServiceId,
  /** Counters open (or paused) now whose skills include the service. */
  countersOpen: Count,
  waiting: Count,
  /**
   * What somebody who takes a number now, in the default lane, would be told: people whom the
   * rule would call before, whatever they wait for, and the wait. Rules: WAIT-4, WAIT-5.
   */
  ahead: z.optional(Count),
  wait: z.nullable(WaitRange),
  /** While it gives no numbers by hours of its own. Rules: HOURS-7, HOURS-12. */
  issuing: z.optional(IssuingRow),
});
export type ServiceRow = z.infer<typeof ServiceRow>;

/** `usualMs` is the mean that the journal has taught. Rules: WAIT-3. */
export const StaffServiceRow = z.extend(ServiceRow, { usualMs: DurationMs });
export type StaffServiceRow = z.infer<typeof StaffServiceRow>;

export const CounterState = z.enum(['closed', 'open', 'paused', 'calling', 'serving']);
export type CounterState = z.infer<typeof CounterState>;

/** `open` means free for the next call. */
export const PublicCounterRow = z.strictObject({
  counter: CounterId,
  state: CounterState,
  number: z.nullable(TicketNumber),
  pauseReason: z.nullable(PauseReason),
});
export type PublicCounterRow = z.infer<typeof PublicCounterRow>;

export const StaffCounterRow = z.extend(PublicCounterRow, {
  help: z.optional(HelpRow),
  staff: z.nullable(StaffId),
  sinceAt: Instant,
  ticket: z.nullable(TicketId),
});
export type StaffCounterRow = z.infer<typeof StaffCounterRow>;

/** One call as the hall shows it; a recall replaces the row of its number and moves it to the top. */
export const CallRow = z.strictObject({
  number: TicketNumber,
  counter: CounterId,
  lane: LaneId,
  attempt: Count,
  calledAt: Instant,
  state: z.enum(['calling', 'serving', 'over']),
});
export type CallRow = z.infer<typeof CallRow>;

export const MissedRow = z.strictObject({
  number: TicketNumber,
  missedAt: Instant,
});
export type MissedRow = z.infer<typeof MissedRow>;

/** `parked`: set aside for a while. `preparing`: its forms are not ready. Neither is called. */
export const TicketState = z.enum([
  ...(['waiting', 'called', 'serving', 'missed', 'parked', 'preparing'] as const),
]);
export type TicketState = z.infer<typeof TicketState>;

/** A live ticket as staff see it. */
export const TicketRow = z.strictObject({
  ticket: TicketId,
  number: TicketNumber,
  lane: LaneId,
  service: ServiceId,
  state: TicketState,
  issuedAt: Instant,
  /** Start of the wait that counts for the score. Rules: LEG-3, LEG-5, MISS-7. */
  waitFromAt: Instant,
  /**
   * Start of the wait that is shown, as if all of it ran to now without a break: the entry of the leg,
   * but not before the posted opening, less what the legs before it waited. Later than now while the
   * hall is still closed. Rules: STAT-5, END-3, HOURS-3.
   */
  waitCountsFromAt: Instant,
  /** The wait that is shown where it does not run: at a counter, and away from the line after a service. Rules: STAT-5. */
  waitedMs: z.optional(DurationMs),
  place: Count,
  /**
   * The calling rule's score at an instant is `(at − scoreFromAt) × scoreWeight`. Null under a policy
   * whose score is no line: there the turn of the lane goes first, then the wait.
   * Rules: CALL-1, CALL-7, CALL-13.
   */
  scoreFromAt: z.nullable(z.int()),
  scoreWeight: z.nullable(Count),
  passedOver: Count,
  passOverCap: Count,
  /** Calls of the lane still to pass before a returned ticket may be called. */
  hold: Count,
  returns: Count,
  counter: z.nullable(CounterId),
  calls: Count,
  countedCalls: Count,
  /** Counted calls that a miss needs. Rules: MISS-2. */
  callsNeeded: Count,
  /** From when another call counts towards a miss; null unless called. Rules: MISS-1. */
  recallCountsAt: z.nullable(Instant),
  /** From when the ticket may be declared missed; null while calls are lacking or it is not called. */
  missAllowedAt: z.nullable(Instant),
  calledAt: z.nullable(Instant),
  startedAt: z.nullable(Instant),
  /** Of a called ticket whose rule wants the lobby manager to fetch the customer: whether that was done. */
  escorted: z.optional(z.boolean()),
  /** For a missed or parked ticket: until when it may come back. */
  validUntilAt: z.nullable(Instant),
  /** Which service of the visit this is, from 0. */
  leg: Count,
  /** Services to follow. Rules: LEG-1. */
  further: z.array(ServiceId),
  /** Goes before every score. Rules: LEG-6. */
  first: z.boolean(),
  /** For whom it is kept. Rules: LEG-7. */
  only: z.nullable(KeptFor),
  /** While it is missed, parked or preparing: why, since when, and who had it. */
  aside: z.optional(AsideRow),
  /** How it came into the line where it stands, unless by its issue. */
  entry: z.optional(EntryRow),
  /** When somebody went to its holder last, who had waited long. Rules: CARE-2. */
  caredAt: z.optional(Instant),
  /** Why staff referred the customer to the service at hand. Rules: LEG-9. */
  referral: z.optional(ReferralReason),
  /** Once somebody has looked at them, while the service still asks for the same. Rules: PREP-4. */
  documents: z.optional(DocumentsRow),
  /** The number that it had on the day before. Rules: PARK-6. */
  carriedFrom: z.optional(TicketNumber),
  /** Staff may end it as a walk-out; absent where the rule does not let them. Rules: END-4. */
  mayWalkOut: z.optional(z.literal(true)),
  /** Its newest slip of paper; what boards and loudspeakers made of its newest call. Rules: SLIP-5, VOICE-3. */
  slip: z.optional(SlipRow),
  voice: z.optional(VoiceRow),
});
export type TicketRow = z.infer<typeof TicketRow>;

/**
 * The ticket as its holder sees it on the phone. Nothing of staff, and nothing of other customers
 * but how many are ahead. Rules: LINK-2.
 */
export const PhoneRow = z.strictObject({
  number: TicketNumber,
  lane: LaneId,
  service: ServiceId,
  state: TicketState,
  issuedAt: Instant,
  /** Services to follow. */
  further: z.array(ServiceId),
  /** Tickets that the rule would call before as the hall stands; 0 unless waiting. Rules: WAIT-5. */
  ahead: Count,
  /** As many at most are still called before; null unless waiting. Rules: CALL-6. */
  worstPosition: z.nullable(Count),
  /** Null unless waiting, and while no counter serves the service. */
  wait: z.nullable(WaitRange),
  /** Calls of the lane still to pass before a returned ticket may be called. Rules: MISS-4. */
  hold: Count,
  /** Where it is called or served, or set aside. */
  counter: z.nullable(CounterId),
  /** Calls at the counter where it is now. */
  calls: Count,
  calledAt: z.nullable(Instant),
  /** For a missed or parked ticket: until when it may come back. */
  validUntilAt: z.nullable(Instant),
  /** Whether "I am here" on the phone brings a missed ticket back. Rules: MISS-9. */
  mayReturn: z.boolean(),
});
export type PhoneRow = z.infer<typeof PhoneRow>;

const base = { profile: z.nullable(HallProfile), day: DayRow };
const lanes = z.record(LaneId, LaneRow);
const services = z.record(ServiceId, ServiceRow);
/** Kiosks where somebody asks for a person. Rules: HELP-1. */
const kioskHelp = z.record(KioskId, KioskHelpRow);

export const KioskView = z.strictObject({
  ...{ audience: z.literal('kiosk'), ...base },
  ...{ lanes, services, kioskHelp },
});
export type KioskView = z.infer<typeof KioskView>;

export const BoardView = z.strictObject({
  audience: z.literal('board'),
  ...base,
  lanes,
  counters: z.record(CounterId, PublicCounterRow),
  calls: z.array(CallRow),
  missed: z.record(TicketNumber, MissedRow),
});
export type BoardView = z.infer<typeof BoardView>;

/** One ticket; null once its visit is over. Then its rating until the day closes, if it was served. */
export const PhoneView = z.strictObject({
  audience: z.literal('phone'),
  ...base,
  ticket: z.nullable(PhoneRow),
  rating: z.nullable(PhoneRating),
});
export type PhoneView = z.infer<typeof PhoneView>;

/** The pads at the counters that ask for ratings. Rules: RATE-4. */
export const PadView = z.strictObject({
  audience: z.literal('pad'),
  ...base,
  ratings: z.record(CounterId, RatingRow),
});
export type PadView = z.infer<typeof PadView>;

const staff = {
  ...base,
  lanes,
  services: z.record(ServiceId, StaffServiceRow),
  rules: z.nullable(StaffRules),
  counters: z.record(CounterId, StaffCounterRow),
  tickets: z.record(TicketId, TicketRow),
};

export const CounterView = z.strictObject({ audience: z.literal('counter'), ...staff });
export type CounterView = z.infer<typeof CounterView>;

export const SupervisorView = z.strictObject({
  audience: z.literal('supervisor'),
  ...staff,
  kioskHelp,
  care: z.nullable(CareRow),
  policy: z.nullable(PolicyKind),
  calls: z.array(CallRow),
  totals: z.record(LaneId, TotalsRow),
});
export type SupervisorView = z.infer<typeof SupervisorView>;

export const HallView = z.discriminatedUnion('audience', [
  KioskView,
  BoardView,
  PhoneView,
  PadView,
  CounterView,
  SupervisorView,
]);
export type HallView = z.infer<typeof HallView>;
/** Those before which customers stand. */
export const PublicView = z.discriminatedUnion('audience', [
  KioskView,
  BoardView,
  PhoneView,
  PadView,
]);
export type ViewOf<A extends Audience> = Extract<HallView, { audience: A }>;
