/** Starting and finishing a service. Source: product.md 4.6. */
import type { CommandOf } from '@tingxu/contract/commands';
import type { EventOf } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import { occupyCounter } from './counter.ts';
import { accept, type Decision } from './decision.ts';
import { learn } from './learn.ts';
import { findLive } from './live-tickets.ts';
import { findTicketAt, laneConfig } from './lookup.ts';
import type { HallState } from './state.ts';
import { changeTicket, leaveCounter, markCall, removeTicket } from './tickets.ts';
import { addServed } from './totals.ts';

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
  const started = changeTicket(hall, ticket.id, { state: 'serving', startedAt: at });
  return occupyCounter(markCall(started, ticket, 'serving'), event.counter, ticket.id, at);
};

/**
 * The service is done. A teller who pressed no start is taken to have begun at the first call.
 * Rules: SERVE-2. Rejects: as findTicketAt.
 */
export const decideFinishService = (
  hall: HallState,
  command: CommandOf<'FinishService'>,
  at: Instant,
): Decision => {
  const found = findTicketAt(hall, command.ticket, command.counter, ['called', 'serving']);
  if (!found.ok) return found;
  const { id, call, startedAt } = found.value;
  return accept({
    type: 'ServiceFinished',
    ticket: id,
    counter: call.counter,
    staff: call.staff,
    serviceMs: at - (startedAt ?? call.firstAt),
  });
};

export const evolveServiceFinished = (
  hall: HallState,
  event: EventOf<'ServiceFinished'>,
  at: Instant,
): HallState => {
  const ticket = findLive(hall.tickets, event.ticket);
  if (!ticket?.call || !hall.day) return hall;
  const { lane, service, enteredAt, call } = ticket;
  const waitMs = call.firstAt - enteredAt;
  const targetMs = laneConfig(hall.day, lane)?.promise.targetMs ?? 0;
  const known = hall.learnt[service];
  const left = removeTicket(leaveCounter(hall, ticket, at), ticket);
  return {
    ...left,
    totals: addServed(left.totals, lane, { waitMs, targetMs }),
    learnt: known ? { ...hall.learnt, [service]: learn(known, event.serviceMs) } : hall.learnt,
  };
};
