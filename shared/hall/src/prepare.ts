/** Forms that must be ready before a ticket is called. Source: H22, H23, H24. */
import type { CommandOf } from '@tingxu/contract/commands';
import type { EventOf } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import type { Role } from '@tingxu/contract/roles';
import { accept, type Decision, reject } from './decision.ts';
import { isProtected } from './fairness.ts';
import { refuseService } from './issue.ts';
import { findLive } from './live-tickets.ts';
import { findTicket, findTicketAt, openDay } from './lookup.ts';
import { mayOverride } from './miss.ts';
import { keeping } from './park.ts';
import type { HallState, Ticket } from './state.ts';
import { backInLine, changeTicket, servedSoFar, setAside } from './tickets.ts';

/**
 * Out of the line, with its place. A protected ticket is what holds the later ones back, so no teller
 * takes it out of their way.
 * Rules: PREP-1. Rejects: as findTicket, ticket-not-in-state, override-not-allowed.
 */
export const decidePrepareTicket = (
  hall: HallState,
  command: CommandOf<'PrepareTicket'>,
  role: Role,
): Decision => {
  const found = findTicket(hall, command.ticket);
  if (!found.ok) return found;
  const { id, state } = found.value;
  if (state !== 'waiting') return reject('ticket-not-in-state', { state });
  if (isProtected(found.value) && !mayOverride(role)) {
    return reject('override-not-allowed', { state: role });
  }
  return accept({ type: 'TicketPreparing', ticket: id, reason: command.reason });
};

export const evolveTicketPreparing = (
  hall: HallState,
  event: EventOf<'TicketPreparing'>,
  at: Instant,
): HallState =>
  changeTicket(hall, event.ticket, {
    state: 'preparing',
    aside: { cause: 'forms', sinceAt: at },
  });

/**
 * A form is wrong: the counter is free, the customer fills it in and then goes first.
 * Rules: PREP-3, PARK-5. Rejects: as findTicketAt, service-without-counter.
 */
export const decideSendBackTicket = (
  hall: HallState,
  command: CommandOf<'SendBackTicket'>,
  at: Instant,
): Decision => {
  const found = findTicketAt(hall, command.ticket, command.counter, ['called', 'serving']);
  if (!found.ok) return found;
  const day = openDay(hall);
  if (!day.ok) return day;
  const refused = refuseService(day.value, found.value.service);
  if (refused) return refused;
  const { counter, staff } = found.value.call;
  const servedMs = servedSoFar(found.value, at);
  return accept({
    ...{ type: 'TicketSentBack', ticket: found.value.id, counter, staff },
    ...keeping(found.value, command.keepFor),
    ...(servedMs !== undefined && { servedMs }),
  });
};

export const evolveTicketSentBack = (
  hall: HallState,
  event: EventOf<'TicketSentBack'>,
  at: Instant,
): HallState => {
  return setAside(hall, event, at, { state: 'preparing', first: true });
};

/**
 * In line again: at the place it kept, or first and at a new place when it was sent back.
 * Rules: PREP-2, PREP-3. Rejects: as findTicket, ticket-not-in-state.
 */
export const decideReadyTicket = (hall: HallState, command: CommandOf<'ReadyTicket'>): Decision => {
  const found = findTicket(hall, command.ticket);
  if (!found.ok) return found;
  const { id, state, first } = found.value;
  if (state !== 'preparing') return reject('ticket-not-in-state', { state });
  return accept({ type: 'TicketReady', ticket: id, ...(first && { place: hall.nextPlace }) });
};

export const evolveTicketReady = (
  hall: HallState,
  event: EventOf<'TicketReady'>,
  at: Instant,
): HallState => {
  const { place } = event;
  const ticket = findLive(hall.tickets, event.ticket);
  if (!ticket) return hall;
  const waiting: Partial<Ticket> = {
    state: 'waiting',
    ...backInLine(ticket, 'forms-ready', at),
  };
  if (place === undefined) return changeTicket(hall, ticket.id, waiting);
  return { ...changeTicket(hall, ticket.id, { ...waiting, place }), nextPlace: place + 1 };
};
