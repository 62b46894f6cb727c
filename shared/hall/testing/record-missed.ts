/** Facts of missed calls, of coming back, and of leases, checked against the book. */
import type { KeptFor } from '@tingxu/contract/commands';
import type { EventOf } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import { type Book, type BookTicket, laneOf, mayOutlive, must, sumsOf, visitsOf } from './book.ts';
import { leaseFrom, missedByTimerFrom, missFrom } from './book-deadlines.ts';
import { at, end, justLeft, type Recorder, release, sameCounter } from './record-common.ts';
import { takePlace } from './steps.ts';

const missed: Recorder<EventOf<'TicketMissed'>> = (book, event, now) => {
  const ticket = at(book, event.ticket, 'called');
  sameCounter(book, ticket, event);
  const { missed: rule } = laneOf(book, ticket);
  const from = event.timer ? missedByTimerFrom(book, ticket) : missFrom(book, ticket);
  const early = event.early !== undefined;
  must(early || (from !== null && now >= from), 'MISS-2', `${ticket.id} missed too early`);
  must(event.calls === ticket.counted, 'MISS-2', `calls ${event.calls}`);
  must(event.ruleVersion === (rule.version ?? 1), 'MISS-13', `rule ${event.ruleVersion}`);
  const validUntilAt = now + rule.validMs;
  must(event.validUntilAt === validUntilAt, 'MISS-6', `valid until ${event.validUntilAt}`);
  const { autoReturnMs, toleranceCalls: toleranceLeft = null } = rule;
  const returnsAt = autoReturnMs === undefined ? null : now + autoReturnMs;
  must((event.toleranceCalls ?? null) === toleranceLeft, 'MISS-12', 'another tolerance');
  must((event.returnsAt ?? null) === returnsAt, 'MISS-12', `returns at ${event.returnsAt}`);
  if (!ticket.missedHere) {
    sumsOf(book, ticket).missed += 1;
    Object.assign(ticket, { missedHere: true, missedIn: [...ticket.missedIn, ticket.lane] });
  }
  release(book, ticket);
  if (!event.timer && !early) justLeft(book, event.counter, ticket);
  const mayReturn = ticket.returns < rule.maxReturns;
  const missedBy = { counter: event.counter, staff: event.staff };
  Object.assign(ticket, { phase: 'missed', validUntilAt, toleranceLeft, returnsAt, mayReturn });
  Object.assign(ticket, { missedBy });
};

const escorted: Recorder<EventOf<'TicketEscorted'>> = (book, event) => {
  const ticket = at(book, event.ticket, 'called');
  must(ticket.counter === event.counter, 'MISS-8', `${ticket.id} is not at ${event.counter}`);
  ticket.escorted = true;
};

/** MISS-9, MISS-12: in time, and in a way that the rule leaves open. */
const mayComeBack = (
  book: Book,
  ticket: BookTicket,
  event: EventOf<'TicketReturned'>,
  now: number,
) => {
  const { missed: rule } = laneOf(book, ticket);
  const { validUntilAt, returnsAt } = ticket;
  must(ticket.mayReturn, 'MISS-5', `${ticket.id} came back too often`);
  must(event.ruleVersion === (rule.version ?? 1), 'MISS-13', `rule ${event.ruleVersion}`);
  if (event.via === 'timer') {
    const due = returnsAt !== null && now >= returnsAt && returnsAt < (validUntilAt ?? 0);
    return must(due, 'MISS-12', `${ticket.id} came back by itself`);
  }
  must(now < (validUntilAt ?? 0), 'MISS-6', `${ticket.id} came back too late`);
  const ways: readonly (string | undefined)[] = rule.returnBy ?? ['kiosk', 'phone', 'staff'];
  must(event.override !== undefined || ways.includes(event.via), 'MISS-9', `by ${event.via}`);
};

/** MISS-7, MISS-10: where the return puts it. */
const standingOf = (book: Book, ticket: BookTicket, override: boolean, now: Instant) => {
  const { returnPlace, returnAfterCalls, waitCreditPermille = 1_000 } = laneOf(book, ticket).missed;
  if (override) return { heldFor: 0, waitFromAt: ticket.waitFromAt };
  const credit = returnPlace === 'last' ? 0 : waitCreditPermille;
  const waitFromAt = now - Math.floor(((now - ticket.waitFromAt) * credit) / 1_000);
  const placed = returnPlace === 'first' || returnPlace === 'last';
  return { heldFor: placed ? 0 : returnAfterCalls, waitFromAt };
};

/** MISS-14: kept for the counter that missed it or for who sat there, or as before. */
const keptSince = (ticket: BookTicket, only: KeptFor | undefined): void => {
  if (only === undefined) return;
  const { counter, staff } = ticket.missedBy ?? {};
  const right = 'counter' in only ? only.counter === counter : only.staff === staff;
  must(right, 'MISS-14', `${ticket.id} kept for ${JSON.stringify(only)}`);
  ticket.only = only;
};

const returned: Recorder<EventOf<'TicketReturned'>> = (book, event, now) => {
  const ticket = at(book, event.ticket, 'missed');
  mayComeBack(book, ticket, event, now);
  const { heldFor, waitFromAt } = standingOf(book, ticket, event.override !== undefined, now);
  const first = event.override !== undefined || laneOf(book, ticket).missed.returnPlace === 'first';
  must((event.first ?? false) === first, 'MISS-7', `first ${event.first}`);
  must(event.hold === heldFor, 'MISS-4', `hold ${event.hold}`);
  must((event.waitFromAt ?? ticket.waitFromAt) === waitFromAt, 'MISS-7', 'another wait');
  takePlace(book, ticket, event.place, 'MISS-4');
  keptSince(ticket, event.only);
  Object.assign(ticket, { phase: 'waiting', validUntilAt: null, first });
  Object.assign(ticket, { toleranceLeft: null, returnsAt: null, heldFor, waitFromAt });
  ticket.returns += 1;
  if (event.via === 'kiosk' || event.via === 'phone') ticket.unseen = false;
};

const expired: Recorder<EventOf<'TicketExpired'>> = (book, event, now) => {
  const ticket = at(book, event.ticket, 'missed', 'parked');
  const over = now >= (ticket.validUntilAt ?? 0);
  const reasons = {
    'time-over': over,
    'no-return-left': !ticket.mayReturn,
    'tolerance-over': ticket.toleranceLeft === 0,
  };
  const { why } = event;
  if (why === undefined) book.closing.tickets.set(ticket.id, { ...ticket });
  if (why !== undefined) must(reasons[why], 'MISS-6', `${ticket.id} is not ${why}`);
  const parkOver = over && why === 'time-over' && visitsOf(book).afterPark === 'end';
  must(ticket.phase === 'missed' || parkOver, 'PARK-4', `${ticket.id} ended`);
  ticket.toleranceLeft = null;
  end(book, ticket, 'no-show');
  if (why === undefined) book.endedEarly = true;
};

/** CTR-8: released by hand, or because its counter gave no sign for too long. */
const mayRelease = (
  book: Book,
  ticket: BookTicket,
  why: string | undefined,
  now: Instant,
): void => {
  if (why !== 'lease-over') return;
  const { calledLimitMs, servingLimitMs } = book.config.counterRule ?? {};
  const from = leaseFrom(book, ticket);
  const limit = ticket.phase === 'serving' ? servingLimitMs : calledLimitMs;
  must(limit !== undefined && now >= from + limit, 'CTR-8', `${ticket.id} released too early`);
};

/** Whoever is neither missed nor ended. */
const STAYS = ['waiting', 'called', 'serving', 'parked', 'preparing'] as const;

const left: Recorder<EventOf<'TicketLeft'>> = (book, event, now) => {
  const ticket = at(book, event.ticket, ...STAYS);
  const atClosing = ticket.phase === 'serving' ? 'session-ended' : 'left-at-closing';
  const reason = mayOutlive(book, ticket) ? 'carried-over' : atClosing;
  if (reason === 'carried-over') book.toCarry.push(ticket);
  if (event.why === undefined) book.closing.tickets.set(ticket.id, { ...ticket });
  must(event.reason === reason, 'DAY-4', `${ticket.id} ${event.reason}`);
  must(event.why === undefined || ticket.phase === 'serving', 'CTR-8', `${ticket.id} left`);
  mayRelease(book, ticket, event.why, now);
  end(book, ticket, reason);
};

const released: Recorder<EventOf<'TicketReleased'>> = (book, event, now) => {
  const ticket = at(book, event.ticket, 'called');
  sameCounter(book, ticket, event);
  mayRelease(book, ticket, event.why, now);
  takePlace(book, ticket, event.place, 'CTR-8');
  release(book, ticket);
  Object.assign(ticket, { phase: 'waiting', first: true });
};

export const MISSED_RECORDERS = {
  TicketMissed: missed,
  TicketEscorted: escorted,
  TicketReturned: returned,
  TicketExpired: expired,
  TicketReleased: released,
  TicketLeft: left,
};
