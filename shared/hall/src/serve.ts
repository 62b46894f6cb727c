/** Starting and finishing a service. Source: product.md 4.6. */
import type { CommandOf } from '@tingxu/contract/commands';
import type { EventOf } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import { occupyCounter } from './counter.ts';
import { accept, type Decision } from './decision.ts';
import { learn } from './learn.ts';
import { finishLeg, nextService } from './legs.ts';
import { findLive } from './live-tickets.ts';
import { findTicketAt, laneConfig, openDay } from './lookup.ts';
import { askForRating, keepForRating, stopAsking } from './rating.ts';
import type { HallState, Ticket } from './state.ts';
import { changeTicket, leaveCounter, markCall, removeTicket } from './tickets.ts';
import { addToTotals, addWait, legWaitMs, waitedSoFar } from './totals.ts';

/** The customer has come. Rules: SERVE-1. Rejects: as findTicketAt. */
export const decideStartService = (
  hall: HallState,
  command: CommandOf<'StartService'>,
): Decision => {
  const found = findTicketAt(hall, command.ticket, command.counter, ['called']);
  if (!found.ok) return found;
  const { id, call } = found.value;
  return accept({ type: 'ServiceStarted', ticket: id, counter: call.counter, staff: call.staff });
};

export const evolveServiceStarted = (
  hall: HallState,
  event: EventOf<'ServiceStarted'>,
  at: Instant,
): HallState => {
  const ticket = findLive(hall.tickets, event.ticket);
  if (!ticket) return hall;
  const started = changeTicket(hall, ticket.id, {
    ...{ state: 'serving', startedAt: at, unseen: false },
  });
  const serving = occupyCounter(markCall(started, ticket, 'serving'), event.counter, ticket.id, at);
  return stopAsking(serving, event.counter);
};

/**
 * The service is done: the visit ends, or goes on with its next service. A teller who pressed no start
 * is taken to have begun at the first call.
 * Rules: SERVE-2, LEG-2, LEG-3. Rejects: as findTicketAt.
 */
export const decideFinishService = (
  hall: HallState,
  command: CommandOf<'FinishService'>,
  at: Instant,
): Decision => {
  const found = findTicketAt(hall, command.ticket, command.counter, ['called', 'serving']);
  if (!found.ok) return found;
  const day = openDay(hall);
  if (!day.ok) return day;
  const { id, call, startedAt, servedMs } = found.value;
  const { counter, staff } = call;
  const serviceMs = servedMs + at - (startedAt ?? call.firstAt);
  if (nextService(day.value, found.value) !== undefined) {
    return accept(...finishLeg(hall, day.value, found.value, { at, serviceMs }));
  }
  return accept({ type: 'ServiceFinished', ticket: id, counter, staff, serviceMs });
};

/** What a served leg leaves behind it: its wait, and what its service has taught. Rules: WAIT-3, END-3. */
const countServed = (hall: HallState, ticket: Ticket, serviceMs: number): HallState => {
  const { lane, service } = ticket;
  const targetMs = (hall.day && laneConfig(hall.day, lane)?.promise.targetMs) ?? 0;
  const waited = addWait(hall.totals, lane, { waitMs: legWaitMs(ticket), targetMs });
  const known = hall.learnt[service];
  return {
    ...hall,
    totals: addToTotals(waited, lane, { served: 1 }),
    learnt: known ? { ...hall.learnt, [service]: learn(known, serviceMs) } : hall.learnt,
  };
};

/** The ticket stays at its counter until its next leg says where it goes on. Rules: LEG-2, LEG-3. */
export const evolveLegFinished = (
  hall: HallState,
  event: EventOf<'LegFinished'>,
  at: Instant,
): HallState => {
  const ticket = findLive(hall.tickets, event.ticket);
  if (!ticket) return hall;
  const { counter, staff, leg } = event;
  const counted = countServed(hall, ticket, event.serviceMs);
  const asking = askForRating(counted, counter, { ticket: ticket.id, leg, staff, at });
  return changeTicket(asking, ticket.id, {
    earlierWaitMs: waitedSoFar(ticket),
    unseen: false,
    entry: { cause: 'next-service', at, counter, staff },
  });
};

export const evolveServiceFinished = (
  hall: HallState,
  event: EventOf<'ServiceFinished'>,
  at: Instant,
): HallState => {
  const ticket = findLive(hall.tickets, event.ticket);
  if (!ticket) return hall;
  const counted = countServed(hall, ticket, event.serviceMs);
  const left = removeTicket(leaveCounter(counted, ticket, at), ticket);
  const { counter, staff } = event;
  const kept = keepForRating(left, ticket, event);
  const asking = askForRating(kept, counter, { ticket: ticket.id, leg: ticket.leg, staff, at });
  return { ...asking, totals: addToTotals(asking.totals, ticket.lane, { visitsServed: 1 }) };
};
