/**
 * The state of a hall: plain readonly data, folded from events. It holds live tickets only; ended
 * ones are in the journal's read tables, so the state stays as small as the hall is busy.
 */
import type { Booking } from '@tingxu/contract/appointments';
import type { KeptFor, PauseReason, ReferralReason } from '@tingxu/contract/commands';
import type { HallConfig } from '@tingxu/contract/config';
import type { ConfigurationPlan } from '@tingxu/contract/configuration';
import type { HelpRow } from '@tingxu/contract/counter-rule';
import type { LearntService } from '@tingxu/contract/day-events';
import type { IssuingReason, Schedule } from '@tingxu/contract/hours';
import type {
  BusinessDay,
  CounterId,
  DurationMs,
  HallId,
  Instant,
  LaneId,
  SeriesLetter,
  ServiceId,
  StaffId,
  Text,
  TicketId,
  TicketNumber,
} from '@tingxu/contract/ids';
import type { KioskHelpRow } from '@tingxu/contract/kiosk';
import type { SlipForm, SlipRow } from '@tingxu/contract/slip-events';
import type { AsideRow, DocumentsRow, EntryRow } from '@tingxu/contract/staff-rows';
import type { TotalsRow } from '@tingxu/contract/totals-row';
import type { CallRow, TicketState } from '@tingxu/contract/views';
import type { AskedKind, VoiceRow } from '@tingxu/contract/voice';
import type { CareRow } from '@tingxu/contract/watch';
import type { CutWait } from './leg-clock.ts';
import { type LiveTickets, NO_TICKETS, NO_VISITS, type Shelves } from './live-tickets.ts';
import { NO_TURNS, type Turns } from './turns.ts';

/** The calls of a ticket at the counter where it is now. Units: ms instants. */
export type CallRecord = {
  readonly counter: CounterId;
  readonly staff: StaffId;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly calls: number;
  readonly counted: number;
  readonly lastCountedAt: Instant;
  /** The lobby manager has gone to fetch the customer. Rules: MISS-8. */
  readonly escorted: boolean;
  /** The service that it was called for; an earlier one when the customer stayed for the next. */
  readonly leg: number;
  /** The customer stood at the counter and had waited for nothing. Rules: CTR-7, END-3. */
  readonly walkUp: boolean;
};

export type Ticket = {
  readonly id: TicketId;
  readonly number: TicketNumber;
  readonly lane: LaneId;
  readonly service: ServiceId;
  readonly state: TicketState;
  readonly issuedAt: Instant;
  /** Which service of the visit this is, from 0. */
  readonly leg: number;
  /** When the leg began: from here the wait is measured. Rules: END-3. */
  readonly enteredAt: Instant;
  /** Services to follow, in order. Rules: LEG-1. */
  readonly further: readonly ServiceId[];
  /**
   * Start of the wait that the score counts: before the entry of a leg that keeps it, later when a
   * return gives up a part of it. Rules: LEG-5, MISS-7.
   */
  readonly waitFromAt: Instant;
  /** From the issue to the posted opening. Rules: HOURS-3. */
  readonly preOpeningMs: DurationMs;
  /** Position in fairness order; unique; whoever enters the line again takes a new, later one. */
  readonly place: number;
  /** Goes before every score, but never before a protected ticket. Rules: LEG-6. */
  readonly first: boolean;
  /** For whom it is kept. Rules: LEG-7. */
  readonly only: KeptFor | null;
  /** K as told at issue. Rules: CALL-4, CALL-6. */
  readonly passOverCap: number;
  readonly passedOver: number;
  /** Calls of the lane still to pass before a returned ticket may be called. Rules: MISS-4. */
  readonly hold: number;
  readonly returns: number;
  /** Calls over the whole visit, for numbering the attempts. */
  readonly attempts: number;
  /** Called, and nobody has seen its customer since: it cannot end as a walk-out. Rules: END-4. */
  readonly unseen: boolean;
  /** Of a ticket that goes on with one of a day before: the number of that. Rules: PARK-6. */
  readonly carriedFrom: TicketNumber | null;
  /** Set while called or serving. */
  readonly call: CallRecord | null;
  readonly startedAt: Instant | null;
  /** Service time of the leg before it was set aside. Rules: SERVE-2. */
  readonly servedMs: DurationMs;
  /** Set once the service of the leg was begun and cut. Rules: END-3. */
  readonly waited: CutWait | null;
  /** What the legs before this one waited. Rules: STAT-5. */
  readonly earlierWaitMs: DurationMs;
  readonly missedAt: Instant | null;
  /** Set while missed or parked; null for a parked one that has no limit. */
  readonly validUntilAt: Instant | null;
  /** Calls of the lane that a missed ticket outlives; null without such a rule. Rules: MISS-12. */
  readonly toleranceLeft: number | null;
  /** When a missed ticket comes back by itself. Rules: MISS-12. */
  readonly returnsAt: Instant | null;
  /** Services to which staff referred the customer, each with the newest reason. Told to staff, no rule asks for it. Rules: LEG-9. */
  readonly referrals?: Readonly<Partial<Record<ServiceId, ReferralReason>>>;
  /** What staff saw of the documents, and of which list. Told to staff, no rule asks for it. Rules: PREP-4. */
  readonly documents?: DocumentsRow & {
    readonly service: ServiceId;
    readonly asked: readonly Text[];
  };
  /** Set while missed, parked or preparing; told to staff, no rule asks for it. */
  readonly aside: AsideRow | null;
  /** When somebody went to its holder last; no rule of calling asks for it. Rules: CARE-2. */
  readonly caredAt?: Instant;
  /** How it came into the line again; null since its issue. Told to staff, no rule asks for it. */
  readonly entry: EntryRow | null;
  /** Its newest slip of paper; absent where none was asked for. Rules: SLIP-2. */
  readonly slip?: SlipRow;
  /** How a copy of it is made where nobody says otherwise. Rules: SLIP-9. */
  readonly slipForm?: SlipForm;
  /** What became of the announcement of a call of it; told to staff, no rule asks for it. Rules: VOICE-3. */
  readonly voice?: VoiceRow;
};

export type Counter = {
  readonly id: CounterId;
  readonly state: 'closed' | 'open' | 'paused';
  readonly staff: StaffId | null;
  /** Since when in this state; a call, a start and an end count as a change. */
  readonly sinceAt: Instant;
  readonly pauseReason: PauseReason | null;
  readonly ticket: TicketId | null;
  /** Set while the counter asks for the lobby manager. Rules: CTR-9. */
  readonly help: HelpRow | null;
  /** The service that ended here last, until it is rated or another begins. Rules: RATE-1..RATE-3. */
  readonly asked: {
    readonly ticket: TicketId;
    readonly leg: number;
    readonly staff: StaffId;
    readonly at: Instant;
  } | null;
};

/** A kiosk that asked for a person, and when last; kept when it is over. Rules: HELP-1, HELP-2. */
export type KioskHelp = KioskHelpRow & { readonly over: boolean };

export type IssuingOrder = {
  readonly kind: 'stopped' | 'extended';
  readonly reason: IssuingReason;
  /** Null: until the end of the day. */
  readonly untilAt: Instant | null;
};

/** From, and up to when; null: until further notice. */
export type ShutSpan = { readonly fromAt: Instant; readonly toAt: Instant | null };

/** The business day that is open or was open last: it may open again, a new one must be later. */
export type Day = {
  readonly businessDay: BusinessDay;
  readonly open: boolean;
  readonly openedAt: Instant;
  /** In force now; a change within the day replaces the day. Rules: CONF-5. */
  readonly config: HallConfig;
  /** Millionths per minute. */
  readonly urgencies: Readonly<Record<LaneId, number>>;
  /**
   * When limits of calls and services changed last: for what had begun by then they count from here.
   * 0 while they are those of the opening. Rules: CONF-4.
   */
  readonly limitsFromAt: Instant;
  /** Posted hours; null where the hall has none. */
  readonly schedule: Schedule | null;
  /** What a manager ordered against them. Rules: HOURS-4, HOURS-5. */
  readonly order: IssuingOrder | null;
  /** Up to when the journal tells how issuing has turned. Rules: HOURS-6. */
  readonly turnsToldAt: Instant;
  /** Since the opening: stops of issuing and closings, in the order in which they began. Rules: BOOK-12. */
  readonly shut: readonly ShutSpan[];
  /** The first posted opening after the day; absent where nobody knows. Rules: HOURS-13. */
  readonly opensNextAt?: Instant;
};

/** Rules: CONF-1, CONF-3. */
export type ConfigurationState = {
  /** Of the configuration in force; 0 before the first day. */
  readonly version: number;
  /** The newest version given: of a change, a plan or a withdrawal. */
  readonly latest: number;
  readonly plan: ConfigurationPlan | null;
};

/** A ticket that ended with its day and is issued again by the next one. Rules: PARK-6. */
export type CarriedTicket = Pick<
  Ticket,
  'id' | 'number' | 'lane' | 'service' | 'further' | 'only' | 'unseen'
>;

/** What the closing of the day ended, as it was. Rules: DAY-5. */
export type Closing = {
  readonly at: Instant;
  readonly tickets: readonly Ticket[];
  readonly bookings: readonly Booking[];
};

/** A visit of the day that ended with a service, as far as its rating needs it. Rules: RATE-6. */
export type ServedVisit = Pick<Ticket, 'id' | 'number' | 'leg'> & {
  readonly counter: CounterId;
  readonly staff: StaffId;
  /** The service with which it ended, at the pad or on the phone. */
  readonly rated: boolean;
};

/** Of the day: whether nothing is said, and what staff had announced, when last. Rules: VOICE-9, VOICE-10. */
export type VoiceState = {
  readonly quiet: boolean;
  readonly asked: number;
  readonly askedAt: Readonly<Partial<Record<AskedKind, Instant>>>;
};
const SAID_NOTHING: VoiceState = { quiet: false, asked: 0, askedAt: {} };

export type HallState = {
  readonly hall: HallId;
  /** Instant of the last event. */
  readonly at: Instant;
  /** Null before the first day. */
  readonly day: Day | null;
  readonly configuration: ConfigurationState;
  /** Tickets issued on the day; the next ordinal is one more. */
  readonly issued: number;
  readonly nextPlace: number;
  /** Last number given per series. */
  readonly series: Readonly<Record<SeriesLetter, number>>;
  readonly tickets: LiveTickets;
  readonly served: Shelves<ServedVisit>;
  /** In the order of the configuration. */
  readonly counters: readonly Counter[];
  /** Of the day and later ones, oldest first; one that has checked in stays until the day is over. */
  readonly bookings: readonly Booking[];
  /** For the next day, in order of issue. */
  readonly carried: readonly CarriedTicket[];
  /** Set while the day is closed: it may open again. */
  readonly closing: Closing | null;
  readonly learnt: Readonly<Record<ServiceId, LearntService>>;
  readonly totals: Readonly<Record<LaneId, TotalsRow>>;
  /** Newest first. Rules: FEED-8. */
  readonly calls: readonly CallRow[];
  /** Whose turn it is under the policy `ratio`. Rules: CALL-13. */
  readonly turns: Turns;
  /** Of the day that is open; each kiosk once. */
  readonly kioskHelp: readonly KioskHelp[];
  /** The newest answer of the day; absent until there is one. Rules: CARE-2. */
  readonly care?: CareRow;
  /** Absent until something is asked or turned. */
  readonly voice?: VoiceState;
};

export const emptyHall = (hall: HallId): HallState => ({
  hall,
  at: 0,
  day: null,
  configuration: { version: 0, latest: 0, plan: null },
  issued: 0,
  nextPlace: 1,
  series: {},
  tickets: NO_TICKETS,
  served: NO_VISITS,
  counters: [],
  bookings: [],
  carried: [],
  closing: null,
  learnt: {},
  totals: {},
  calls: [],
  turns: NO_TURNS,
  kioskHelp: [],
});

export const voiceOf = ({ voice = SAID_NOTHING }: HallState): VoiceState => voice;
