/**
 * What a journal entry changes in the read tables, as data. Pure: projection-writer.ts runs the same
 * operations in SQL, projection-fold.ts in memory, and the check compares the two. Rules: JRN-3.
 */
import type { EndReason, EventOf, HallEvent, JournalEntry } from '@tingxu/contract/events';
import type { BusinessDay, Instant, TicketId } from '@tingxu/contract/ids';
import { isBookingEvent } from '@tingxu/hall/booking';
import { stateAtIssue } from '@tingxu/hall/issue';
import { isVisitEvent } from '@tingxu/hall/visits';
import { projectVisit } from './projection-visits.ts';
import { moveTicket, type RowOp } from './row-ops.ts';

/**
 * Version of these rules. It grows with every change of what an entry means for the read tables; a
 * journal of another version has them written anew when it is opened.
 */
export const PROJECTION_VERSION = 2;

/** A visit begins with this leg; events say only later ones. */
const FIRST_LEG = 0;

const endTicket = (ticket: TicketId, at: Instant, reason: EndReason): readonly RowOp[] => [
  { op: 'end-ticket', ticket, at, reason },
  { op: 'end-leg', ticket, at, reason },
];

const issue = (
  event: EventOf<'TicketIssued'>,
  at: Instant,
  businessDay: BusinessDay,
): readonly RowOp[] => [
  {
    op: 'insert-ticket',
    row: {
      id: event.ticket,
      number: event.number,
      businessDay,
      serviceId: event.service,
      laneId: event.lane,
      state: stateAtIssue(event),
      counterId: null,
      returns: 0,
      issuedAt: at,
      ahead: event.ahead,
      earlier: event.earlier,
      passOverCap: event.passOverCap,
      waitLowMs: event.wait?.lowMs ?? null,
      waitHighMs: event.wait?.highMs ?? null,
      endedAt: null,
      endReason: null,
    },
  },
  {
    op: 'insert-leg',
    row: {
      ticketId: event.ticket,
      legIndex: FIRST_LEG,
      serviceId: event.service,
      laneId: event.lane,
      enteredAt: event.waitFromAt ?? at,
      startedAt: null,
      endedAt: null,
      endReason: null,
    },
  },
];

/** What a first call and a recall have in common. */
const attemptOf = (event: EventOf<'TicketCalled' | 'TicketRecalled'>, at: Instant) => ({
  ticketId: event.ticket,
  attempt: event.attempt,
  legIndex: event.leg ?? FIRST_LEG,
  at,
  counterId: event.counter,
  staffId: event.staff,
});

const call = (event: EventOf<'TicketCalled'>, at: Instant): readonly RowOp[] => [
  moveTicket(event.ticket, 'called', event.counter),
  {
    op: 'insert-call',
    row: {
      ...attemptOf(event, at),
      counted: true,
      policy: event.policy,
      ruleVersion: event.ruleVersion,
      score: event.score,
      passedOver: event.passedOver,
      protectedBy: event.protectedBy ?? null,
      chosen: event.chosen?.reason ?? null,
    },
  },
];

const recall = (event: EventOf<'TicketRecalled'>, at: Instant): readonly RowOp[] => [
  {
    op: 'insert-call',
    row: {
      ...attemptOf(event, at),
      counted: event.counted,
      policy: null,
      ruleVersion: null,
      score: null,
      passedOver: [],
      protectedBy: null,
      chosen: null,
    },
  },
];

const openSession = (
  { counter, staff }: EventOf<'CounterOpened'>,
  { seq, at }: JournalEntry,
  businessDay: BusinessDay,
): RowOp => ({
  op: 'open-session',
  row: {
    openedSeq: seq,
    counterId: counter,
    staffId: staff,
    businessDay,
    openedAt: at,
    closedAt: null,
  },
});

/** What no read table shows. */
const UNSHOWN = [
  'TicketCarried',
  'TicketNotCarried',
  'DayOpened',
  'DayReopened',
  'DayClosed',
  'NextOpeningPosted',
  'ConfigurationChanged',
  'ConfigurationPlanned',
  'ConfigurationPlanWithdrawn',
  'CounterPaused',
  'CounterResumed',
  'TicketEscorted',
  'CallShown',
  'SignShown',
  'AnnouncementEnded',
  'AnnouncementAsked',
  'AskedEnded',
  'QuietTurned',
  'HelpCalled',
  'HelpAnswered',
  'HelpEnded',
  'KioskHelpCalled',
  'KioskHelpAnswered',
  'KioskHelpEnded',
  'CareAnswered',
  'ServiceRated',
  'IssuingStopped',
  'IssuingExtended',
  'IssuingResumed',
  'IssuingTurned',
  'ClockStepped',
  'ClockCorrected',
] as const satisfies readonly HallEvent['type'][];
type Unshown = EventOf<(typeof UNSHOWN)[number]>;

const unshown: ReadonlySet<string> = new Set(UNSHOWN);
const isUnshown = (event: HallEvent): event is Unshown => unshown.has(event.type);

/** The operations of one entry, in order. */
export const project = (entry: JournalEntry, businessDay: BusinessDay): readonly RowOp[] => {
  const { at, event } = entry;
  if (isVisitEvent(event)) return projectVisit(event, at);
  if (isBookingEvent(event) || isUnshown(event)) return [];
  switch (event.type) {
    case 'TicketIssued':
      return issue(event, at, businessDay);
    case 'TicketCalled':
      return call(event, at);
    case 'TicketRecalled':
      return recall(event, at);
    case 'ServiceStarted':
      return [
        moveTicket(event.ticket, 'serving', event.counter),
        { op: 'start-leg', ticket: event.ticket, at },
      ];
    case 'ServiceFinished':
      return endTicket(event.ticket, at, 'served');
    case 'TicketMissed':
      return [moveTicket(event.ticket, 'missed', null)];
    case 'TicketReleased':
      return [moveTicket(event.ticket, 'waiting', null)];
    case 'TicketReturned':
      return [moveTicket(event.ticket, 'waiting', null, 1)];
    case 'TicketCancelled':
    case 'TicketLeft':
      return endTicket(event.ticket, at, event.reason);
    case 'TicketRestored':
      return [{ op: 'reopen-ticket', ticket: event.ticket, state: event.state }];
    case 'TicketExpired':
      return endTicket(event.ticket, at, 'no-show');
    case 'CounterOpened':
      return [openSession(event, entry, businessDay)];
    case 'CounterClosed':
      return [{ op: 'close-session', counter: event.counter, at }];
    default:
      return event satisfies never;
  }
};
