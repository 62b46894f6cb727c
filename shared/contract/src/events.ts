/**
 * Facts of a hall, in the past tense, with their reasons. The journal holds these and nothing else
 * decides what happened. No personal data: ids only.
 * Evolution: add optional fields; a new meaning is a new event.
 */
import * as z from 'zod/mini';
import { BOOKING_EVENTS } from './appointments.ts';
import { TicketCarried, TicketNotCarried } from './carry-events.ts';
import { ClockCorrected, ClockStepped } from './clock-events.ts';
import { CounterClosed, CounterOpened, CounterPaused, CounterResumed } from './counter-events.ts';
import {
  ConfigurationChanged,
  ConfigurationPlanned,
  ConfigurationPlanWithdrawn,
  DayClosed,
  DayOpened,
  NextOpeningPosted,
} from './day-events.ts';
import { HELP_EVENTS } from './help-events.ts';
import { CommandId, Instant } from './ids.ts';
import {
  IssuingExtended,
  IssuingResumed,
  IssuingStopped,
  IssuingTurned,
} from './issuing-events.ts';
import { KIOSK_HELP_EVENTS } from './kiosk.ts';
import { ServiceRated } from './rating.ts';
import { DayReopened, TicketRestored } from './reopen-events.ts';
import { Actor } from './roles.ts';
import { SLIP_EVENTS } from './slip-events.ts';
import {
  ServiceFinished,
  ServiceStarted,
  TicketCalled,
  TicketCancelled,
  TicketEscorted,
  TicketExpired,
  TicketIssued,
  TicketLeft,
  TicketMissed,
  TicketRecalled,
  TicketReleased,
  TicketReturned,
} from './ticket-events.ts';
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
import { CareAnswered } from './watch.ts';

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

export const HallEvent = z.discriminatedUnion('type', [
  DayOpened,
  DayReopened,
  DayClosed,
  NextOpeningPosted,
  ConfigurationChanged,
  ConfigurationPlanned,
  ConfigurationPlanWithdrawn,
  CounterOpened,
  CounterPaused,
  CounterResumed,
  CounterClosed,
  ...HELP_EVENTS,
  ...KIOSK_HELP_EVENTS,
  CareAnswered,
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
