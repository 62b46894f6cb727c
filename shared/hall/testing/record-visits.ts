/** Facts of legs, parking and preparing, written into the book. Rules: LEG-*, PARK-*, PREP-*. */
import type { KeptFor } from '@tingxu/contract/commands';
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import { type Book, type BookTicket, must, offered, sumsOf, visitsOf } from './book.ts';
import { documentsOf, namesOf } from './book-documents.ts';
import { at, counterOf, justLeft, type Recorder, release, sameCounter } from './record-common.ts';
import {
  checkService,
  keepServed,
  noteReceived,
  noteWait,
  takePlace,
  waitsAgain,
} from './steps.ts';

/** Tickets whose leg has ended, until the next one begins: no command may leave one here. */
const between = new WeakMap<BookTicket, 'served' | 'transferred'>();

const finishedLeg: Recorder<EventOf<'LegFinished'>> = (book, event, now) => {
  const ticket = at(book, event.ticket, 'called', 'serving');
  sameCounter(book, ticket, event);
  must(event.leg === ticket.leg, 'LEG-2', `leg ${event.leg} instead of ${ticket.leg}`);
  checkService(ticket, event.serviceMs, now);
  noteWait(book, ticket);
  noteReceived(book, ticket);
  sumsOf(book, ticket).served += 1;
  between.set(ticket, 'served');
  ticket.unseen = false;
  const { counter, leg, staff } = event;
  counterOf(book, counter).asked = { ticket: event.ticket, leg, staff, at: now };
};

const transferred: Recorder<EventOf<'TicketTransferred'>> = (book, event, now) => {
  const ticket = at(book, event.ticket, 'waiting', 'called', 'serving');
  must(event.leg === ticket.leg, 'LEG-4', `leg ${event.leg} instead of ${ticket.leg}`);
  const { counter, staff } = event;
  must((counter ?? null) === ticket.counter, 'INV-04', `${ticket.id} is not at ${counter}`);
  if (counter && staff) sameCounter(book, ticket, { counter, staff });
  const running = ticket.phase === 'serving' ? now - (ticket.startedAt ?? 0) : null;
  const served = running === null ? ticket.servedMs || undefined : ticket.servedMs + running;
  must(event.serviceMs === served, 'SERVE-2', `${event.serviceMs} instead of ${served}`);
  noteWait(book, ticket);
  if (counter) noteReceived(book, ticket);
  sumsOf(book, ticket).transferredOut += 1;
  between.set(ticket, 'transferred');
};

/** LEG-2, LEG-3: the next service on the ticket, at the counter when it takes it and the rule says so. */
const checkNext = (book: Book, ticket: BookTicket, event: EventOf<'LegEntered'>, now: Instant) => {
  const rule = visitsOf(book);
  const [next, ...further] = ticket.further.filter((service) => offered(book, service));
  must(event.service === next, 'LEG-2', `${event.service} instead of ${next}`);
  must(event.lane === ticket.lane, 'LEG-2', `lane ${event.lane}`);
  must((event.further ?? []).join() === further.join(), 'LEG-1', `further ${event.further}`);
  const able = book.skills.get(ticket.counter ?? '')?.some((skill) => skill === next) ?? false;
  const stays = rule.stay && able ? ticket.counter : null;
  must((event.stays ?? null) === stays, 'LEG-2', `stays ${event.stays}`);
  const waitFromAt = rule.keepWait ? ticket.waitFromAt : now;
  must(event.waitFromAt === waitFromAt, 'LEG-3', `wait from ${event.waitFromAt}`);
  must(event.first === (rule.first && !event.stays), 'LEG-3', `first ${event.first}`);
};

/** LEG-5: a transfer keeps the whole wait or begins anew. */
const checkTransfer = (ticket: BookTicket, event: EventOf<'LegEntered'>, now: Instant) => {
  const known = event.waitFromAt === ticket.waitFromAt || event.waitFromAt === now;
  must(known, 'LEG-5', `wait from ${event.waitFromAt}`);
  const same = event.service === ticket.service;
  must(!same || event.waitFromAt === ticket.waitFromAt, 'LEG-5', `${ticket.id} lost its wait`);
  // END-3: whom no counter had goes on waiting.
  const since = ticket.waitOver === null ? ticket.enteredAt : (ticket.waitOver.again ?? undefined);
  const enteredAt = ticket.phase === 'waiting' ? since : undefined;
  must(event.enteredAt === enteredAt, 'END-3', `entered at ${event.enteredAt}`);
  must((event.further ?? []).join() === ticket.further.join(), 'LEG-1', `further ${event.further}`);
};

const entered: Recorder<EventOf<'LegEntered'>> = (book, event, now) => {
  const ticket = at(book, event.ticket, 'waiting', 'called', 'serving');
  must(event.leg === ticket.leg + 1, 'LEG-2', `leg ${event.leg} after ${ticket.leg}`);
  must(offered(book, event.service), 'LEG-4', `${event.service} is taken nowhere`);
  const ended = between.get(ticket);
  must(ended !== undefined, 'LEG-2', 'a leg within a leg');
  if (ended === 'served') checkNext(book, ticket, event, now);
  else checkTransfer(ticket, event, now);
  between.delete(ticket);
  const { leg, service, lane, waitFromAt, first, only = null, further = [] } = event;
  Object.assign(ticket, { leg, service, lane, waitFromAt, first, only, further });
  Object.assign(ticket, { enteredAt: event.enteredAt ?? now, heldFor: 0 });
  Object.assign(ticket, { servedMs: 0, waitOver: null, missedHere: false });
  sumsOf(book, ticket).entered += 1;
  if (event.stays) {
    must(event.place === ticket.place, 'LEG-2', `place ${event.place}`);
    Object.assign(ticket, { phase: 'serving', startedAt: now });
    return;
  }
  if (ticket.counter !== null) justLeft(book, ticket.counter, ticket);
  release(book, ticket);
  takePlace(book, ticket, event.place, 'LEG-3');
  Object.assign(ticket, { phase: 'waiting', startedAt: null });
};

const changedLane: Recorder<EventOf<'LaneChanged'>> = (book, event) => {
  const ticket = at(book, event.ticket, 'waiting', 'preparing', 'parked');
  must(event.lane !== ticket.lane, 'LEG-8', `${ticket.id} is in ${event.lane}`);
  sumsOf(book, ticket).transferredOut += 1;
  Object.assign(ticket, { lane: event.lane, missedHere: false });
  sumsOf(book, ticket).entered += 1;
};

/** PARK-5: kept for the counter or the person that sets it aside, or as before. */
const setAside = (
  book: Book,
  event: { readonly ticket: string; readonly counter: string; readonly staff: string } & {
    readonly only?: KeptFor | undefined;
    readonly servedMs?: number | undefined;
  },
  now: Instant,
): BookTicket => {
  const ticket = at(book, event.ticket, 'called', 'serving');
  sameCounter(book, ticket, event);
  const { only = null, counter, staff } = event;
  const fitting = [{ counter }, { staff }, ticket.only].map((one) => JSON.stringify(one));
  must(fitting.includes(JSON.stringify(only)), 'PARK-5', JSON.stringify(only));
  keepServed(ticket, event.servedMs, now);
  release(book, ticket);
  justLeft(book, counter, ticket);
  return Object.assign(ticket, { only, startedAt: null });
};

const parked: Recorder<EventOf<'TicketParked'>> = (book, event, now) => {
  const { parkMs, parkMaxMs } = visitsOf(book);
  const limitMs = event.untilAt - now;
  must(limitMs >= 0 && limitMs <= Math.max(parkMs, parkMaxMs), 'PARK-2', `for ${limitMs}`);
  Object.assign(setAside(book, event, now), { phase: 'parked', validUntilAt: event.untilAt });
};

const resumed: Recorder<EventOf<'TicketResumed'>> = (book, event, now) => {
  const ticket = at(book, event.ticket, 'parked');
  const over = now >= (ticket.validUntilAt ?? Infinity);
  must(event.first === !over, 'PARK-3', `first ${event.first}`);
  must(!over || visitsOf(book).afterPark === 'return', 'PARK-4', `${ticket.id} came back`);
  takePlace(book, ticket, event.place, 'PARK-3');
  waitsAgain(ticket, now);
  Object.assign(ticket, { phase: 'waiting', validUntilAt: null, first: event.first });
};

const ready: Recorder<EventOf<'TicketReady'>> = (book, event, now) => {
  const ticket = at(book, event.ticket, 'preparing');
  must((event.place !== undefined) === ticket.first, 'PREP-2', `place ${event.place}`);
  if (event.place !== undefined) takePlace(book, ticket, event.place, 'PREP-3');
  ticket.phase = 'waiting';
  waitsAgain(ticket, now);
};

/** PREP-4: of the ticket's own service, each position once and within the list. */
const checkedDocuments: Recorder<EventOf<'DocumentsChecked'>> = (book, event) => {
  const ticket = at(book, event.ticket, ...LIVE);
  const asked = documentsOf(book, ticket.service);
  must(event.service === ticket.service, 'PREP-4', `${event.service} is another service`);
  const fitting = asked.map((_, position) => position).filter((one) => event.missing.includes(one));
  must(asked.length > 0 && fitting.join() === event.missing.join(), 'PREP-4', `${event.missing}`);
  ticket.documents = { of: `${ticket.service} ${namesOf(asked)}`, missing: event.missing.join() };
};

type VisitEvent =
  | 'ServiceAdded'
  | 'LegFinished'
  | 'TicketTransferred'
  | 'LegEntered'
  | 'LaneChanged'
  | 'TicketParked'
  | 'TicketResumed'
  | 'TicketPreparing'
  | 'TicketSentBack'
  | 'TicketReady'
  | 'DocumentsChecked';

export const VISIT_RECORDERS: {
  readonly [T in HallEvent['type'] & VisitEvent]: Recorder<EventOf<T>>;
} = {
  ServiceAdded: (book, event) => {
    const ticket = at(book, event.ticket, ...LIVE);
    must(offered(book, event.service), 'LEG-1', event.service);
    must(ticket.further.length < 8, 'LEG-1', `${ticket.id} has too many services`);
    ticket.further = [...ticket.further, event.service];
    if (event.referral) ticket.referredTo.set(event.service, event.referral);
  },
  LegFinished: finishedLeg,
  TicketTransferred: transferred,
  LegEntered: entered,
  LaneChanged: changedLane,
  TicketParked: parked,
  TicketResumed: resumed,
  TicketPreparing: (book, event) => {
    Object.assign(at(book, event.ticket, 'waiting'), { phase: 'preparing' });
  },
  TicketSentBack: (book, event, now) => {
    Object.assign(setAside(book, event, now), { phase: 'preparing', first: true });
  },
  TicketReady: ready,
  DocumentsChecked: checkedDocuments,
};

const LIVE = ['waiting', 'called', 'serving', 'missed', 'parked', 'preparing'] as const;
