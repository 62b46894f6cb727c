/** The hall and the book after each command: two accounts that must say the same. */
import { isDeepStrictEqual } from 'node:util';
import type { LaneId, TicketId } from '@tingxu/contract/ids';
import { RECENT_CALLS } from '@tingxu/contract/views';
import { nextDeadline } from '../src/deadlines.ts';
import { documentsSeen } from '../src/documents.ts';
import { worstPositionNow } from '../src/fairness.ts';
import { allLive, findLive } from '../src/live-tickets.ts';
import { findTicket } from '../src/lookup.ts';
import { dayRow } from '../src/profile-rows.ts';
import { type HallState, type Ticket, voiceOf } from '../src/state.ts';
import { ticketRow } from '../src/ticket-rows.ts';
import { type Book, type BookTicket, breach, must, nextFor, type Phase } from './book.ts';
import { dueAt } from './book-deadlines.ts';
import { documentsShown } from './book-documents.ts';
import { issuingStateOf, nextTurnOf } from './book-hours.ts';
import { agreeOnBookings } from './bookings.ts';
import { samePaper } from './record-slips.ts';
import { sameVoice } from './record-voice.ts';
import { shownWait } from './steps.ts';

/** Which service of the visit, and how it may be called. Rules: LEG-1..LEG-7. */
const sameLeg = (ours: BookTicket, theirs: Ticket): boolean =>
  theirs.leg === ours.leg &&
  theirs.enteredAt === ours.enteredAt &&
  theirs.further.join() === ours.further.join() &&
  theirs.first === ours.first &&
  JSON.stringify(theirs.only) === JSON.stringify(ours.only) &&
  theirs.carriedFrom === ours.carriedFrom &&
  theirs.unseen === ours.unseen;

const sameTicket = (ours: BookTicket, theirs: Ticket): boolean =>
  theirs.state === ours.phase &&
  theirs.number === ours.number &&
  theirs.lane === ours.lane &&
  theirs.service === ours.service &&
  theirs.issuedAt === ours.issuedAt &&
  theirs.waitFromAt === ours.waitFromAt &&
  sameLeg(ours, theirs) &&
  theirs.issuedAt + theirs.preOpeningMs === ours.opensAt &&
  theirs.place === ours.place &&
  theirs.passedOver === ours.passedOver &&
  theirs.passOverCap === ours.cap &&
  theirs.hold === ours.heldFor &&
  theirs.returns === ours.returns &&
  theirs.attempts === ours.attempts &&
  theirs.servedMs === ours.servedMs &&
  theirs.earlierWaitMs === ours.waitedBefore &&
  theirs.validUntilAt === ours.validUntilAt &&
  theirs.toleranceLeft === ours.toleranceLeft &&
  theirs.returnsAt === ours.returnsAt &&
  samePaper(ours, theirs.slip) &&
  sameVoice(ours, theirs.voice) &&
  theirs.caredAt === ours.cared &&
  (theirs.call?.counter ?? null) === ours.counter &&
  (theirs.call?.counted ?? ours.counted) === ours.counted &&
  (theirs.call?.escorted ?? ours.escorted) === ours.escorted;

/** INV-03: a ticket is in exactly one place, the one that its facts say. */
const agreeOnTickets = (book: Book, hall: HallState): void => {
  must(hall.tickets.size === book.live.size, 'INV-03', () => {
    return `${hall.tickets.size} live tickets instead of ${book.live.size}`;
  });
  const live = allLive(hall.tickets);
  must(hall.tickets.size === live.length, 'INV-03', `${live.length} tickets on the shelves`);
  const numbers = new Set<string>();
  for (const theirs of live) {
    const { id, number } = theirs;
    const ours = book.live.get(id) ?? breach('INV-03', `${id} is not live`);
    must(sameTicket(ours, theirs), 'INV-03', () => JSON.stringify([ours, theirs]));
    const seen = documentsSeen(hall.day, theirs)?.missing.join() ?? null;
    must(seen === documentsShown(book, ours), 'PREP-4', () => JSON.stringify([ours, theirs]));
    must(findLive(hall.tickets, id) === theirs, 'INV-03', () => `${id} is not found`);
    numbers.add(number);
  }
  must(numbers.size === live.length, 'INV-06', 'two live tickets share a number');
  agreeOnNumber(hall, live[hall.issued % Math.max(1, live.length)]);
  // One of them at a time: with every call another one.
  const one = live[book.laneCalls.length % Math.max(1, live.length)];
  noteTold(book, hall, one);
  agreeOnWhatIsShown(book, hall, one);
};

/** STAT-5, LEG-9: staff are shown what the book has waited, and why the customer was referred. */
const agreeOnWhatIsShown = (book: Book, hall: HallState, theirs: Ticket | undefined): void => {
  const ours = theirs && book.live.get(theirs.id);
  if (!ours) return;
  const { waitedMs, waitCountsFromAt, referral } = ticketRow(hall, theirs);
  const why = ours.referredTo.get(ours.service);
  must(referral === why, 'LEG-9', () => `referred for ${referral} instead of ${why}`);
  const shown = waitedMs ?? Math.max(0, hall.at - waitCountsFromAt);
  const waited = shownWait(ours, hall.at);
  must(shown === waited, 'STAT-5', () => `${shown} instead of ${waited} of ${theirs.id}`);
};

/** LINK-2: a phone tells a worst position; the calls that follow are held against the least. */
const noteTold = (book: Book, hall: HallState, theirs: Ticket | undefined): void => {
  if (!hall.day || theirs?.state !== 'waiting') return;
  const ours = book.live.get(theirs.id);
  const worst = worstPositionNow(hall, hall.day, theirs);
  if (!ours || worst === null) return;
  const { place, told } = ours;
  const left = told?.place === place ? Math.min(told.left, worst) : worst;
  ours.told = { place, left };
};

/** INV-06: a number means its ticket; numbers being unique, one of them at a time is enough. */
const agreeOnNumber = (hall: HallState, theirs: Ticket | undefined): void => {
  if (!theirs || !hall.day?.open) return;
  const found = findTicket(hall, theirs.number);
  must(found.ok && found.value === theirs, 'INV-06', () => `${theirs.number} is not ${theirs.id}`);
};

/** RATE-6: what may be rated on phones; one of them at a time is enough. */
const agreeOnVisits = ({ toRate }: Book, { served }: HallState): void => {
  must(served.size === toRate.size, 'RATE-6', `${served.size} visits instead of ${toRate.size}`);
  const newest = [...toRate].at(-1);
  if (!newest) return;
  const [id, ours] = newest;
  const theirs = findLive(served, id as TicketId);
  const same =
    theirs?.leg === ours.leg &&
    theirs.counter === ours.counter &&
    theirs.staff === ours.staff &&
    theirs.rated === ours.rated;
  must(same, 'RATE-6', () => JSON.stringify([ours, theirs]));
};

/** INV-04: a ticket at one counter, a counter with one ticket, and both know it. */
const agreeOnCounters = (book: Book, hall: HallState): void => {
  must(hall.counters.length === book.counters.size, 'INV-04', 'counters');
  for (const theirs of hall.counters) {
    const { id } = theirs;
    const ours = book.counters.get(id) ?? breach('INV-04', `no counter ${id}`);
    const same =
      theirs.state === ours.state && theirs.staff === ours.staff && theirs.ticket === ours.ticket;
    must(same, 'INV-04', () => JSON.stringify([ours, theirs]));
    const help =
      (theirs.help?.kind ?? null) === ours.help &&
      ((theirs.help?.answeredAt ?? null) !== null) === ours.answered;
    must(help, 'CTR-9', () => JSON.stringify([ours, theirs]));
    must(isDeepStrictEqual(theirs.asked, ours.asked), 'RATE-1', () =>
      JSON.stringify([ours, theirs]),
    );
    if (theirs.ticket === null) continue;
    const call = findLive(hall.tickets, theirs.ticket)?.call;
    must(call?.counter === id, 'INV-04', `${theirs.ticket} is not at ${id}`);
    must(theirs.state === 'open', 'INV-13', `${id} is ${theirs.state} with a ticket`);
  }
};

const SUMS = [
  ...(['issued', 'served', 'noShow', 'cancelled', 'left', 'walkedOut'] as const),
  ...(['entered', 'visitsServed', 'transferredOut', 'waits'] as const),
  ...(['within', 'waitSumMs', 'waitMaxMs', 'passedOverMax'] as const),
];

/** INV-11: issued + entered = live + served + no-show + cancelled + left + transferred out, for every lane. */
const agreeOnTotals = (book: Book, hall: HallState): void => {
  const live = new Map<string, number>();
  for (const { lane } of allLive(hall.tickets)) live.set(lane, (live.get(lane) ?? 0) + 1);
  for (const [lane, ours] of book.sums) {
    const theirs = hall.totals[lane as LaneId] ?? breach('INV-11', `no totals of ${lane}`);
    for (const name of SUMS) {
      must(theirs[name] === ours[name], 'INV-11', () => `${lane} ${name} ${theirs[name]}`);
    }
    const { issued, entered, served, noShow, cancelled, left, transferredOut } = theirs;
    const sum = (live.get(lane) ?? 0) + served + noShow + cancelled + left + transferredOut;
    must(issued + entered === sum, 'INV-11', () => `${lane} ${issued} + ${entered}, found ${sum}`);
  }
};

const SHOWN: Partial<Record<Phase, string>> = { called: 'calling', serving: 'serving' };

/** A shown call says what its ticket does now, and no number is shown twice. */
const agreeOnCalls = (book: Book, hall: HallState): void => {
  const old = hall.calls.slice(RECENT_CALLS);
  must(
    old.every(({ state }) => state === 'calling'),
    'FEED-8',
    'too many calls shown',
  );
  for (const { number, phase } of book.byNumber.values()) {
    const open = hall.calls.some((call) => call.number === number && call.state === 'calling');
    must(phase !== 'called' || open, 'FEED-8', () => `${number} is called and not shown`);
  }
  const shown = new Set<string>();
  for (const { number, state } of hall.calls) {
    must(!shown.has(number), 'CALL-9', () => `${number} is shown twice`);
    shown.add(number);
    const phase = book.byNumber.get(number)?.phase;
    must(
      state === ((phase && SHOWN[phase]) ?? 'over'),
      'CALL-9',
      () => `${number} shown as ${state}`,
    );
  }
};

/** CTR-5: whoever calls by itself has called, if there was somebody to call. Asked after each command. */
export const agreeOnAutoCalls = (book: Book, hall: HallState): void => {
  for (const { id, autoCall } of book.config.counters) {
    const row = book.counters.get(id);
    if (!row?.justLeft) continue;
    const sentAway = row.justLeft;
    row.justLeft = null;
    const byItself = autoCall ?? book.config.counterRule?.autoCall ?? false;
    const next = byItself ? nextFor(book, id, hall.at) : null;
    const nobody = next === null || next.id === sentAway;
    must(nobody, 'CTR-5', `${id} does not call ${next?.id}`);
  }
};

/** Who asks for a person at a kiosk, since when, and whether somebody comes. */
const agreeOnKiosks = (book: Book, { kioskHelp }: HallState): void => {
  const theirs = kioskHelp.map(({ kiosk, calledAt, answeredAt, over }) => {
    const state = answeredAt === null ? 'asked' : 'answered';
    return `${kiosk} ${calledAt} ${over ? 'over' : state}`;
  });
  const ours = [...book.kiosks].map(
    ([kiosk, { askedAt, state }]) => `${kiosk} ${askedAt} ${state}`,
  );
  must(theirs.sort().join() === ours.sort().join(), 'HELP-1', () => `${theirs}, not ${ours}`);
};

const agreeOnCare = ({ caredAt }: Book, { care }: HallState): void => {
  const theirs = care?.answeredAt ?? null;
  must(theirs === caredAt, 'CARE-2', () => `${theirs}, not ${caredAt}`);
};

/** What the screens say of issuing is what the hours and orders say at the last fact. */
const agreeOnIssuing = (book: Book, hall: HallState): void => {
  if (!book.open) return;
  const told = dayRow(hall).issuing?.state ?? null;
  const state = issuingStateOf(book, book.factAt);
  must(told === state, 'HOURS-6', () => `issuing ${told}, not ${state}`);
};

/** Compares everything that the book knows. */
export const agree = (book: Book, hall: HallState): void => {
  must((hall.day?.open ?? false) === book.open, 'DAY-2', 'open');
  must(hall.day?.businessDay === book.businessDay, 'DAY-2', 'business day');
  must(book.toIssueAgain.length === 0, 'PARK-6', `${book.toIssueAgain.length} are not carried`);
  must(!book.endedEarly, 'MISS-6', 'a missed ticket ended before its time');
  must(hall.issued === book.tickets.size, 'INV-06', `${hall.issued} issued`);
  agreeOnTickets(book, hall);
  agreeOnCounters(book, hall);
  agreeOnVisits(book, hall);
  agreeOnAutoCalls(book, hall);
  agreeOnTotals(book, hall);
  agreeOnCalls(book, hall);
  agreeOnBookings(book, hall);
  agreeOnKiosks(book, hall);
  agreeOnCare(book, hall);
  const { quiet, asked } = voiceOf(hall);
  must(quiet === book.voice.quiet, 'VOICE-9', `quiet ${quiet}`);
  must(asked === book.voice.order, 'VOICE-10', `${asked} announced`);
  const { configuration } = hall;
  const same = hall.day?.config === book.config || isDeepStrictEqual(hall.day?.config, book.config);
  must(same, 'CONF-3', 'another configuration');
  must(configuration.version === book.version, 'CONF-1', `version ${configuration.version}`);
  must(configuration.latest === book.latest, 'CONF-1', `newest ${configuration.latest}`);
  must(configuration.plan?.version === book.plan?.version, 'CONF-3', 'another plan');
  let due: number | null = book.open && typeof book.plan?.when === 'number' ? book.plan.when : null;
  for (const ticket of book.live.values()) {
    const at = dueAt(book, ticket);
    if (at !== null && (due === null || at < due)) due = at;
    must(ticket.toleranceLeft !== 0, 'MISS-12', () => `${ticket.id} outlives its tolerance`);
  }
  const turn = book.open ? nextTurnOf(book) : null;
  if (turn !== null && (due === null || turn < due)) due = turn;
  agreeOnIssuing(book, hall);
  const rule = turn !== null && turn === due ? 'HOURS-6' : 'MISS-6';
  must(nextDeadline(hall) === due, rule, () => `deadline ${nextDeadline(hall)}, not ${due}`);
};
