/** Writing facts into the book, each checked against what may happen at that moment. */
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import {
  type Book,
  type BookTicket,
  breach,
  capNow,
  earlierFor,
  forgetAnswer,
  laneOf,
  missedByTimerFrom,
  missFrom,
  must,
  nextFor,
  type Phase,
  sumsOf,
} from './book.ts';
import { CONFIGURATION_RECORDERS } from './record-configuration.ts';

type Recorder<E extends HallEvent> = (book: Book, event: E, at: Instant) => void;

const at = (book: Book, id: string, ...phases: readonly Phase[]): BookTicket => {
  const ticket = book.tickets.get(id) ?? breach('INV-02', `${id} was never issued`);
  must(phases.includes(ticket.phase), 'INV-03', () => `${id} is ${ticket.phase}`);
  return ticket;
};

const counterOf = (book: Book, id: string) =>
  book.counters.get(id) ?? breach('CTR-1', `no counter ${id}`);

/** The ticket leaves its counter, which must have had it. */
const release = (book: Book, ticket: BookTicket): void => {
  if (ticket.counter === null) return;
  const counter = counterOf(book, ticket.counter);
  must(counter.ticket === ticket.id, 'INV-04', `${ticket.counter} has not ${ticket.id}`);
  counter.ticket = null;
  counter.sinceAt = book.at;
  ticket.counter = null;
};

type Ended = Exclude<Phase, 'waiting' | 'called' | 'serving' | 'missed'>;
type Sum = 'served' | 'noShow' | 'cancelled' | 'left';

const SUM_OF: Partial<Record<Ended, Sum>> = {
  served: 'served',
  'no-show': 'noShow',
  'cancelled-by-customer': 'cancelled',
  'removed-by-staff': 'cancelled',
  'walked-out': 'cancelled',
  'left-at-closing': 'left',
  'session-ended': 'left',
};

const end = (book: Book, ticket: BookTicket, reason: Ended): void => {
  release(book, ticket);
  ticket.phase = reason;
  ticket.validUntilAt = null;
  book.live.delete(ticket.id);
  sumsOf(book, ticket)[SUM_OF[reason] ?? breach('END-1', reason)] += 1;
};

/** The fact names the counter that has the ticket and whoever sits there. */
const sameCounter = (
  book: Book,
  ticket: BookTicket,
  event: { readonly counter: string; readonly staff: string },
): void => {
  must(ticket.counter === event.counter, 'INV-04', `${ticket.id} is not at ${event.counter}`);
  must(counterOf(book, event.counter).staff === event.staff, 'CTR-1', 'another teller');
};

const issued: Recorder<EventOf<'TicketIssued'>> = (book, event, now) => {
  const lane = laneOf(book, event);
  const service = book.config.services.find(({ id }) => id === event.service);
  const letter = lane.series ?? service?.series ?? breach('ISSUE-1', event.service);
  const ordinal = (book.series.get(letter) ?? 0) + 1;
  const number = `${letter}${ordinal < 100 ? `000${ordinal}`.slice(-3) : ordinal}`;
  must(event.number === number, 'INV-06', `${event.number} instead of ${number}`);
  const id = `${book.businessDay.split('-').join('')}-${String(10_000 + book.tickets.size + 1).slice(1)}`;
  must(event.ticket === id, 'NUM-4', `${event.ticket} instead of ${id}`);
  must(event.place === book.nextPlace, 'CALL-3', `place ${event.place}`);
  must(event.earlier === earlierFor(book, event.service), 'CALL-6', `earlier ${event.earlier}`);
  must(event.passOverCap === capNow(book), 'CALL-4', `K ${event.passOverCap}`);
  checkWait(book, event);
  book.series.set(letter, ordinal);
  book.nextPlace += 1;
  const ticket: BookTicket = {
    ...{ id, number, lane: event.lane, service: event.service, issuedAt: now, place: event.place },
    ...{ cap: event.passOverCap, worst: event.earlier + event.passOverCap },
    ...{ phase: 'waiting', counter: null, passedOver: 0, heldFor: 0, returns: 0, attempts: 0 },
    mayReturn: false,
    ...{ counted: 0, firstCallAt: 0, lastCountedAt: 0, startedAt: null, validUntilAt: null },
    ...{ waitFromAt: now, escorted: false, toleranceLeft: null, returnsAt: null },
    callsBefore: 0,
  };
  book.tickets.set(id, ticket);
  book.live.set(id, ticket);
  book.byNumber.set(number, ticket);
  sumsOf(book, ticket).issued += 1;
};

/** WAIT-1: unknown exactly while nobody could serve; never zero while no able counter is free. */
const checkWait = (book: Book, { service, wait, ahead }: EventOf<'TicketIssued'>): void => {
  const able = [...book.counters].filter(
    ([id, { state }]) =>
      state === 'open' && book.skills.get(id)?.some((skill) => skill === service),
  );
  must((wait === null) === (able.length === 0), 'WAIT-1', `wait ${JSON.stringify(wait)}`);
  must(ahead <= book.live.size, 'WAIT-1', `ahead ${ahead}`);
  if (wait === null) return;
  must(wait.lowMs <= wait.highMs, 'WAIT-1', `${wait.lowMs} to ${wait.highMs}`);
  const free = able.some(([, { ticket }]) => ticket === null);
  must(free || wait.highMs > 0, 'WAIT-1', 'zero while somebody must wait');
};

const called: Recorder<EventOf<'TicketCalled'>> = (book, event, now) => {
  const choice = nextFor(book, event.counter, now);
  const ticket = at(book, event.ticket, 'waiting');
  const counter = counterOf(book, event.counter);
  must(counter.state === 'open' && counter.ticket === null, 'INV-04', `${event.counter} is busy`);
  must(choice?.id === event.ticket, 'INV-05', `${event.ticket} instead of ${choice?.id}`);
  must(choice?.passedOver.join() === event.passedOver.join(), 'CALL-4', 'passed over others');
  must(choice?.protectedBy === event.protectedBy, 'CALL-9', `protected ${event.protectedBy}`);
  must(choice?.tier === event.tier, 'CALL-9', `${event.tier} instead of ${choice?.tier}`);
  must(event.policy === book.config.policy.kind, 'CALL-9', event.policy);
  must(event.attempt === ticket.attempts + 1, 'CALL-9', `attempt ${event.attempt}`);
  for (const id of event.passedOver) {
    const passed = at(book, id, 'waiting');
    passed.passedOver += 1;
    must(passed.passedOver <= passed.cap, 'CALL-4', `${id} passed over ${passed.passedOver} times`);
    const sums = sumsOf(book, passed);
    sums.passedOverMax = Math.max(sums.passedOverMax, passed.passedOver);
  }
  firstInLane(book, ticket);
  for (const other of book.live.values()) {
    if (other !== ticket) othersCalled(other, ticket, choice?.couldTake.has(other.id) ?? false);
  }
  book.laneCalls.push(ticket.lane);
  ticket.phase = 'called';
  ticket.counter = event.counter;
  counter.ticket = ticket.id;
  Object.assign(ticket, { heldFor: 0, attempts: event.attempt, counted: 1, escorted: false });
  Object.assign(ticket, { firstCallAt: now, lastCountedAt: now, startedAt: null });
  sameCounter(book, ticket, event);
};

/** CALL-5: nobody of the same lane and service who never missed was issued earlier. */
const firstInLane = (book: Book, { id, lane, service, issuedAt, place, returns }: BookTicket) => {
  if (returns > 0) return;
  for (const other of book.live.values()) {
    const same = other.lane === lane && other.service === service && other.phase === 'waiting';
    const earlier = other.returns === 0 && other.issuedAt <= issuedAt && other.place < place;
    must(!(same && earlier), 'CALL-5', `${id} before ${other.id}`);
  }
};

/** What a call does to those who still wait. Rules: CALL-6, MISS-4. */
const othersCalled = (ticket: BookTicket, winner: BookTicket, couldTake: boolean): void => {
  const sameLane = ticket.lane === winner.lane;
  if (ticket.toleranceLeft !== null && sameLane) ticket.toleranceLeft -= 1;
  if (ticket.phase !== 'waiting') return;
  if (ticket.heldFor > 0 && sameLane) ticket.heldFor -= 1;
  if (!couldTake || ticket.returns > 0) return;
  ticket.callsBefore += 1;
  must(ticket.callsBefore <= ticket.worst, 'CALL-6', `${ticket.id} beyond ${ticket.worst}`);
};

const recalled: Recorder<EventOf<'TicketRecalled'>> = (book, event, now) => {
  const ticket = at(book, event.ticket, 'called');
  sameCounter(book, ticket, event);
  const spaced = now - ticket.lastCountedAt >= laneOf(book, ticket).missed.intervalMs;
  must(event.counted === spaced, 'MISS-1', `counted ${event.counted}`);
  must(event.attempt === ticket.attempts + 1, 'CALL-9', `attempt ${event.attempt}`);
  ticket.attempts += 1;
  if (!spaced) return;
  ticket.counted += 1;
  ticket.lastCountedAt = now;
};

const finished: Recorder<EventOf<'ServiceFinished'>> = (book, event, now) => {
  const ticket = at(book, event.ticket, 'called', 'serving');
  sameCounter(book, ticket, event);
  const serviceMs = now - (ticket.startedAt ?? ticket.firstCallAt);
  must(event.serviceMs === serviceMs, 'SERVE-2', `${event.serviceMs} instead of ${serviceMs}`);
  const sums = sumsOf(book, ticket);
  const waitMs = ticket.firstCallAt - ticket.issuedAt;
  sums.within += waitMs <= laneOf(book, ticket).promise.targetMs ? 1 : 0;
  sums.waitSumMs += waitMs;
  sums.waitMaxMs = Math.max(sums.waitMaxMs, waitMs);
  end(book, ticket, 'served');
};

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
  release(book, ticket);
  const mayReturn = ticket.returns < rule.maxReturns;
  Object.assign(ticket, { phase: 'missed', validUntilAt, toleranceLeft, returnsAt, mayReturn });
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

const returned: Recorder<EventOf<'TicketReturned'>> = (book, event, now) => {
  const ticket = at(book, event.ticket, 'missed');
  mayComeBack(book, ticket, event, now);
  const { heldFor, waitFromAt } = standingOf(book, ticket, event.override !== undefined, now);
  must(event.place === book.nextPlace, 'MISS-4', `place ${event.place}`);
  must(event.hold === heldFor, 'MISS-4', `hold ${event.hold}`);
  must((event.waitFromAt ?? ticket.waitFromAt) === waitFromAt, 'MISS-7', 'another wait');
  book.nextPlace += 1;
  Object.assign(ticket, { phase: 'waiting', validUntilAt: null, place: event.place });
  Object.assign(ticket, { toleranceLeft: null, returnsAt: null, heldFor, waitFromAt });
  ticket.returns += 1;
};

const expired: Recorder<EventOf<'TicketExpired'>> = (book, event, now) => {
  const ticket = at(book, event.ticket, 'missed');
  const reasons = {
    'time-over': now >= (ticket.validUntilAt ?? 0),
    'no-return-left': !ticket.mayReturn,
    'tolerance-over': ticket.toleranceLeft === 0,
  };
  const { why } = event;
  if (why !== undefined) must(reasons[why], 'MISS-6', `${ticket.id} is not ${why}`);
  ticket.toleranceLeft = null;
  end(book, ticket, 'no-show');
  if (why === undefined) book.endedEarly = true;
};

const left: Recorder<EventOf<'TicketLeft'>> = (book, event) => {
  const ticket = at(book, event.ticket, 'waiting', 'called', 'serving');
  const reason = ticket.phase === 'waiting' ? 'left-at-closing' : 'session-ended';
  must(event.reason === reason, 'DAY-4', `${ticket.id} ${event.reason}`);
  end(book, ticket, reason);
};

const closedDay: Recorder<EventOf<'DayClosed'>> = (book, event) => {
  must(event.businessDay === book.businessDay, 'DAY-2', event.businessDay);
  must(book.live.size === 0, 'DAY-4', `${book.live.size} tickets outlive the day`);
  for (const [id, { state }] of book.counters) must(state === 'closed', 'DAY-4', `${id} ${state}`);
  book.open = false;
  book.endedEarly = false;
};

const RECORDERS: { readonly [T in HallEvent['type']]: Recorder<EventOf<T>> } = {
  DayOpened: () => breach('DAY-2', 'a day within a day'),
  DayReopened: (book) => {
    must(!book.open, 'DAY-5', 'reopened while open');
    book.open = true;
  },
  DayClosed: closedDay,
  ...CONFIGURATION_RECORDERS,
  CounterOpened: (book, { counter, staff }) => {
    const row = counterOf(book, counter);
    must(row.state === 'closed', 'CTR-1', `${counter} is ${row.state}`);
    for (const other of book.counters.values()) must(other.staff !== staff, 'CTR-1', staff);
    Object.assign(row, { state: 'open', staff, sinceAt: book.at });
  },
  CounterPaused: (book, { counter }) => change(book, counter, 'open', 'paused'),
  CounterResumed: (book, { counter }) => change(book, counter, 'paused', 'open'),
  CounterClosed: (book, { counter }) => {
    const { state } = counterOf(book, counter);
    must(state !== 'closed', 'CTR-3', `${counter} is closed`);
    change(book, counter, state, 'closed');
    counterOf(book, counter).staff = null;
  },
  TicketIssued: issued,
  TicketCalled: called,
  TicketRecalled: recalled,
  ServiceStarted: (book, event, now) => {
    const ticket = at(book, event.ticket, 'called');
    sameCounter(book, ticket, event);
    Object.assign(ticket, { phase: 'serving', startedAt: now });
  },
  ServiceFinished: finished,
  TicketMissed: missed,
  TicketEscorted: escorted,
  TicketReturned: returned,
  TicketCancelled: (book, { ticket: id, reason }) => {
    const ticket = at(book, id, 'waiting', 'called', 'missed');
    must(reason !== 'walked-out' || ticket.phase === 'waiting', 'END-4', `${id} was called`);
    end(book, ticket, reason);
  },
  TicketExpired: expired,
  TicketLeft: left,
  ClockStepped: () => undefined,
  ClockCorrected: () => undefined,
};

/** INV-13: a counter never vanishes under a ticket. */
const change = (
  book: Book,
  id: string,
  from: string,
  state: 'closed' | 'open' | 'paused',
): void => {
  const row = counterOf(book, id);
  must(row.ticket === null, 'INV-13', `${id} has a ticket`);
  must(row.state === from, 'CTR-3', `${id} is ${row.state}`);
  row.state = state;
  row.sinceAt = book.at;
};

/** Writes one fact of the book's day. */
export const record = (book: Book, event: HallEvent, now: Instant): void => {
  book.at = now;
  (RECORDERS[event.type] as Recorder<HallEvent>)(book, event, now);
  forgetAnswer(book);
};
