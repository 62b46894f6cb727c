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
  inPhase,
  keeperOf,
  laneOf,
  must,
  nextFor,
  offered,
  sumsOf,
} from './book.ts';
import { issuingStateOf, nextTurnOf, openingOf } from './book-hours.ts';
import { BOOKING_RECORDERS, mustHaveEnded } from './bookings.ts';
import { CARE_RECORDERS } from './record-care.ts';
import { CARRY_RECORDERS, checkCarried } from './record-carry.ts';
import { at, counterOf, end, justLeft, type Recorder, sameCounter } from './record-common.ts';
import { CONFIGURATION_RECORDERS } from './record-configuration.ts';
import { MISSED_RECORDERS } from './record-missed.ts';
import { REOPEN_RECORDERS } from './record-reopen.ts';
import { SLIP_RECORDERS } from './record-slips.ts';
import { VISIT_RECORDERS } from './record-visits.ts';
import { VOICE_RECORDERS } from './record-voice.ts';
import { mayHaveLeft } from './refusals.ts';
import { beginStop, endStops, shutDoors } from './shut.ts';
import { checkService, noteReceived, noteWait } from './steps.ts';

const phaseAtIssue = ({ carried, preparing }: EventOf<'TicketIssued'>): BookTicket['phase'] => {
  if (carried) return 'parked';
  return preparing ? 'preparing' : 'waiting';
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
  const overflow = book.config.counters.flatMap(({ secondary }) => secondary ?? []);
  const noWorst = overflow.some(({ service }) => service === event.service);
  must((event.noWorst ?? false) === noWorst, 'CALL-6', `worst position ${event.noWorst}`);
  for (const next of event.further ?? []) must(offered(book, next), 'LEG-1', next);
  const early = event.waitFromAt !== undefined;
  must(!early || event.proof === 'appointment', 'BOOK-5', 'a wait that begins later');
  checkWait(book, event);
  checkCarried(book, event, now);
  const opensAt = Math.max(now, openingOf(book) ?? now);
  must((event.preOpeningMs ?? 0) === opensAt - now, 'HOURS-3', `${event.preOpeningMs} ms`);
  book.series.set(letter, ordinal);
  book.nextPlace += 1;
  const ticket: BookTicket = {
    ...{
      id,
      number,
      lane: event.lane,
      service: event.service,
      issuedAt: now,
      opensAt,
      place: event.place,
    },
    ...{ cap: event.passOverCap, worst: event.earlier + event.passOverCap },
    ...{ phase: phaseAtIssue(event), counter: null, passedOver: 0 },
    ...{ heldFor: 0, returns: 0, attempts: 0, leg: 0 },
    referredTo: new Map(),
    ...{ further: event.further ?? [], first: false, only: event.carried?.only ?? null },
    carriedFrom: event.carried?.number ?? null,
    documents: null,
    ...{ calledLeg: null, mayReturn: false },
    ...{ counted: 0, firstCallAt: 0, lastCountedAt: 0, startedAt: null },
    validUntilAt: event.carried?.untilAt ?? null,
    ...{ enteredAt: event.waitFromAt ?? now, waitFromAt: event.waitFromAt ?? now },
    booked: event.proof === 'appointment',
    ...{ escorted: false, toleranceLeft: null, returnsAt: null, missedBy: null },
    unseen: event.carried?.unseen === true,
    ...{ lastCallAt: now, cameAgain: false, servedMs: 0, waitOver: null, waitedBefore: 0 },
    walkedUp: false,
    ...{ missedIn: [], missedHere: false },
    callsBefore: 0,
    told: null,
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
  if (event.chosen) byHand(book, ticket, event, now);
  else {
    must(choice?.id === event.ticket, 'INV-05', `${event.ticket} instead of ${choice?.id}`);
    must(choice?.passedOver.join() === event.passedOver.join(), 'CALL-4', 'passed over others');
    must(choice?.protectedBy === event.protectedBy, 'CALL-9', `protected ${event.protectedBy}`);
    must(choice?.tier === event.tier, 'CALL-9', `${event.tier} instead of ${choice?.tier}`);
  }
  must(event.policy === book.config.policy.kind, 'CALL-9', event.policy);
  must(event.attempt === ticket.attempts + 1, 'CALL-9', `attempt ${event.attempt}`);
  for (const id of event.passedOver) {
    const passed = at(book, id, 'waiting');
    passed.passedOver += 1;
    must(passed.passedOver <= passed.cap, 'CALL-4', `${id} passed over ${passed.passedOver} times`);
    const sums = sumsOf(book, passed);
    sums.passedOverMax = Math.max(sums.passedOverMax, passed.passedOver);
  }
  if (!event.chosen) firstInLane(book, ticket);
  counter.justLeft = null;
  for (const other of book.live.values()) {
    if (other !== ticket) othersCalled(other, ticket, choice?.couldTake.has(other.id) ?? false);
  }
  book.laneCalls.push(ticket.lane);
  ticket.phase = 'called';
  ticket.counter = event.counter;
  counter.ticket = ticket.id;
  Object.assign(ticket, { heldFor: 0, attempts: event.attempt, counted: 1, escorted: false });
  Object.assign(ticket, { firstCallAt: now, lastCountedAt: now, startedAt: null });
  ticket.lastCallAt = now;
  ticket.walkedUp = event.chosen?.reason === 'walk-up';
  must((event.leg ?? 0) === ticket.leg, 'LEG-3', `called for leg ${event.leg}`);
  must((event.first ?? false) === ticket.first, 'LEG-6', `first ${event.first}`);
  Object.assign(ticket, { calledLeg: ticket.leg, first: false, unseen: true });
  sameCounter(book, ticket, event);
};

/** CTR-6, CTR-7: whom the counter could have taken and came earlier is passed over, and none of them protected. */
const byHand = (
  book: Book,
  ticket: BookTicket,
  event: EventOf<'TicketCalled'>,
  now: Instant,
): void => {
  const { couldTake } = nextFor(book, event.counter, now) ?? { couldTake: new Set<string>() };
  const able = book.skills.get(event.counter)?.some((skill) => skill === ticket.service);
  must(able === true, 'CTR-6', `${event.counter} does not take ${ticket.service}`);
  const keeper = keeperOf(book, ticket, now);
  must(keeper === null || keeper === event.counter, 'LEG-7', `${ticket.id} is kept for ${keeper}`);
  const passed = inPhase(book, 'waiting')
    .filter(({ id, place }) => couldTake.has(id) && place < ticket.place)
    .sort((a, b) => a.place - b.place);
  must(passed.map(({ id }) => id).join() === event.passedOver.join(), 'CTR-6', 'passed others');
  const shielded = passed.find(({ passedOver, cap }) => passedOver >= cap);
  must(shielded === undefined, 'CTR-6', () => `passes ${shielded?.id}, which is protected`);
};

/** CALL-5: nobody of the same lane and service who kept in line and did not book was issued earlier. */
const firstInLane = (book: Book, ticket: BookTicket) => {
  const { id, lane, service, issuedAt, place, cameAgain, booked } = ticket;
  if (cameAgain || booked) return;
  for (const other of book.live.values()) {
    const same = other.lane === lane && other.service === service && other.phase === 'waiting';
    const before = other.issuedAt <= issuedAt && other.place < place;
    const earlier = !other.cameAgain && !other.booked && before;
    must(!(same && earlier), 'CALL-5', `${id} before ${other.id}`);
  }
};

/** LINK-2: what a phone was told holds, call after call. */
const keepsItsWord = ({ id, place, told }: BookTicket): void => {
  if (told?.place !== place) return;
  told.left -= 1;
  must(told.left >= 0, 'LINK-2', () => `${id} was told fewer`);
};

/** What a call does to those who still wait. Rules: CALL-6, LINK-2, MISS-4. */
const othersCalled = (ticket: BookTicket, winner: BookTicket, couldTake: boolean): void => {
  const sameLane = ticket.lane === winner.lane;
  if (ticket.toleranceLeft !== null && sameLane) ticket.toleranceLeft -= 1;
  const standsBack = ticket.heldFor > 0 && sameLane;
  if (standsBack) ticket.heldFor -= 1;
  if (ticket.phase !== 'waiting') return;
  if (couldTake || standsBack) keepsItsWord(ticket);
  if (!couldTake || ticket.cameAgain) return;
  ticket.callsBefore += 1;
  must(ticket.callsBefore <= ticket.worst, 'CALL-6', `${ticket.id} beyond ${ticket.worst}`);
};

const recalled: Recorder<EventOf<'TicketRecalled'>> = (book, event, now) => {
  const ticket = at(book, event.ticket, 'called');
  sameCounter(book, ticket, event);
  const spaced = now - ticket.lastCountedAt >= laneOf(book, ticket).missed.intervalMs;
  must(event.counted === spaced, 'MISS-1', `counted ${event.counted}`);
  must(event.attempt === ticket.attempts + 1, 'CALL-9', `attempt ${event.attempt}`);
  must((event.leg ?? 0) === ticket.leg, 'LEG-3', `recalled for leg ${event.leg}`);
  ticket.attempts += 1;
  ticket.lastCallAt = now;
  if (!spaced) return;
  ticket.counted += 1;
  ticket.lastCountedAt = now;
};

const finished: Recorder<EventOf<'ServiceFinished'>> = (book, event, now) => {
  const ticket = at(book, event.ticket, 'called', 'serving');
  sameCounter(book, ticket, event);
  checkService(ticket, event.serviceMs, now);
  const goesOn = ticket.further.some((service) => offered(book, service));
  must(!goesOn, 'LEG-2', `${ticket.id} ends before its next service`);
  noteWait(book, ticket);
  noteReceived(book, ticket);
  sumsOf(book, ticket).visitsServed += 1;
  end(book, ticket, 'served');
  justLeft(book, event.counter, ticket);
  const { leg } = ticket;
  const { counter, staff } = event;
  counterOf(book, counter).asked = { ticket: event.ticket, leg, staff, at: now };
  book.toRate.set(event.ticket, { leg, counter, staff, rated: false });
};

const closedDay: Recorder<EventOf<'DayClosed'>> = (book, event, now) => {
  must(event.businessDay === book.businessDay, 'DAY-2', event.businessDay);
  const turn = nextTurnOf(book);
  must(turn === null || turn > now, 'HOURS-6', `${turn} is told by nobody before the closing`);
  must(book.live.size === 0, 'DAY-4', `${book.live.size} tickets outlive the day`);
  for (const [id, { state }] of book.counters) must(state === 'closed', 'DAY-4', `${id} ${state}`);
  mustHaveEnded(book);
  book.open = false;
  shutDoors(book);
  book.kiosks.clear();
  book.closing.at = now;
  book.endedEarly = false;
};

const RECORDERS: { readonly [T in HallEvent['type']]: Recorder<EventOf<T>> } = {
  DayOpened: () => breach('DAY-2', 'a day within a day'),
  ...REOPEN_RECORDERS,
  DayClosed: closedDay,
  ...CONFIGURATION_RECORDERS,
  ...BOOKING_RECORDERS,
  CounterOpened: (book, { counter, staff }) => {
    const row = counterOf(book, counter);
    must(row.state === 'closed', 'CTR-1', `${counter} is ${row.state}`);
    for (const other of book.counters.values()) must(other.staff !== staff, 'CTR-1', staff);
    Object.assign(row, { state: 'open', staff, sinceAt: book.at });
  },
  CounterPaused: (book, { counter }) => change(book, counter, 'open', 'paused'),
  CounterResumed: (book, { counter }) => change(book, counter, 'paused', 'open'),
  CounterClosed: (book, { counter, why, helpStays }) => {
    const { state } = counterOf(book, counter);
    must(state !== 'closed', 'CTR-3', `${counter} is closed`);
    change(book, counter, state, 'closed');
    const row = counterOf(book, counter);
    // CTR-9: a hand-over is the one end of a session that leaves a call for help.
    const stays = why === 'handover' && row.help !== null;
    must(helpStays === (stays || undefined), 'CTR-9', `${counter} asks for ${row.help}`);
    Object.assign(row, { staff: null, ...(!stays && { help: null, answered: false }) });
  },
  TicketIssued: issued,
  TicketCalled: called,
  TicketRecalled: recalled,
  ServiceStarted: (book, event, now) => {
    const ticket = at(book, event.ticket, 'called');
    sameCounter(book, ticket, event);
    Object.assign(ticket, { phase: 'serving', startedAt: now, unseen: false });
    counterOf(book, event.counter).asked = null;
  },
  ServiceFinished: finished,
  TicketCancelled: (book, { ticket: id, reason }) => {
    const ticket = at(book, id, 'waiting', 'called', 'missed', 'parked', 'preparing');
    must(reason !== 'walked-out' || mayHaveLeft(ticket), 'END-4', `${id} was called`);
    end(book, ticket, reason);
  },
  ...MISSED_RECORDERS,
  ...VISIT_RECORDERS,
  ...CARRY_RECORDERS,
  ...SLIP_RECORDERS,
  ...VOICE_RECORDERS,
  ...CARE_RECORDERS,
  HelpCalled: (book, { counter, staff, kind }) => {
    const row = counterOf(book, counter);
    must(row.staff === staff && row.help === null, 'CTR-9', `${counter} asks for ${row.help}`);
    Object.assign(row, { help: kind, answered: false });
  },
  HelpAnswered: (book, { counter }) => {
    const row = counterOf(book, counter);
    must(row.help !== null && !row.answered, 'CTR-9', `${counter} asks for nobody`);
    row.answered = true;
  },
  HelpEnded: (book, { counter }) => {
    const row = counterOf(book, counter);
    must(row.help !== null, 'CTR-9', `${counter} asks for nobody`);
    Object.assign(row, { help: null, answered: false });
  },
  KioskHelpCalled: (book, { kiosk }, now) => {
    const before = book.kiosks.get(kiosk);
    must(!before || before.state === 'over', 'HELP-1', `${kiosk} asks twice`);
    const { places, helpEveryMs: everyMs = 60_000 } = book.config.kiosks ?? {};
    must(!places || places.some(({ id }) => id === kiosk), 'HELP-3', `${kiosk} is no kiosk`);
    must(!before || now - before.askedAt >= everyMs, 'HELP-2', `${kiosk} asks too soon`);
    book.kiosks.set(kiosk, { askedAt: now, state: 'asked' });
  },
  KioskHelpAnswered: (book, { kiosk }) => {
    const asked = book.kiosks.get(kiosk);
    if (asked?.state !== 'asked') return breach('HELP-1', `${kiosk} asks for nobody`);
    asked.state = 'answered';
  },
  KioskHelpEnded: (book, { kiosk }) => {
    const asked = book.kiosks.get(kiosk);
    if (!asked || asked.state === 'over') return breach('HELP-1', `${kiosk} asks for nobody`);
    asked.state = 'over';
  },
  ServiceRated: (book, { counter, ticket, leg, staff, channel }, now) => {
    const row = book.counters.get(counter);
    const asked = row?.asked ?? null;
    const same = asked?.ticket === ticket && asked.leg === leg && asked.staff === staff;
    const visit = book.toRate.get(ticket);
    if (channel === 'pad') {
      must(same && now - asked.at <= 60_000, 'RATE-2', `${ticket} is rated at ${counter}`);
    } else {
      const last = visit?.leg === leg && visit.counter === counter && visit.staff === staff;
      must(last && !visit.rated, 'RATE-6', `${ticket} is rated on a phone`);
    }
    if (row && same) row.asked = null;
    if (visit?.leg === leg) visit.rated = true;
  },
  IssuingStopped: (book, { untilAt }) => {
    book.order = { stop: true, until: untilAt ?? Number.POSITIVE_INFINITY };
    beginStop(book, untilAt);
    book.issuingToldAt = book.at;
  },
  IssuingExtended: (book, { untilAt }) => {
    book.order = { stop: false, until: untilAt };
    endStops(book);
    book.issuingToldAt = book.at;
  },
  IssuingResumed: (book, _, now) => {
    must(book.order !== null && now < book.order.until, 'HOURS-4', 'nothing to resume');
    book.order = null;
    endStops(book);
    book.issuingToldAt = now;
  },
  IssuingTurned: (book, { state }, now) => {
    const due = nextTurnOf(book);
    must(due !== null && due <= now, 'HOURS-6', `turned at ${now}, not ${due}`);
    must((issuingStateOf(book, now) ?? 'open') === state, 'HOURS-6', state);
    book.issuingToldAt = now;
  },
  NextOpeningPosted: (_, { opensAt }, now) => {
    must(opensAt === null || opensAt > now, 'HOURS-13', `opens at ${opensAt}`);
  },
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
  row.justLeft = null;
  row.sinceAt = book.at;
};

/** Writes one fact of the book's day. */
export const record = (book: Book, event: HallEvent, now: Instant): void => {
  book.at = now;
  (RECORDERS[event.type] as Recorder<HallEvent>)(book, event, now);
  forgetAnswer(book);
  book.factAt = now;
};
