/** Tickets set aside at a counter for a while. Source: issue "park and resume with time limit". */
import type { CommandOf, KeepFor, KeptFor } from '@tingxu/contract/commands';
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import { accept, type Decision, reject } from './decision.ts';
import { refuseService } from './issue.ts';
import { visitRule } from './legs.ts';
import { findLive } from './live-tickets.ts';
import { findTicket, findTicketAt, openDay } from './lookup.ts';
import type { CallRecord, Day, HallState, Ticket } from './state.ts';
import { backInLine, changeTicket, servedSoFar, setAside } from './tickets.ts';

const MINUTE_MS = 60_000;

/** For whom a ticket that leaves a counter for a while is kept; for whom it was before when nobody says. */
export const keeping = (
  ticket: Ticket & { readonly call: CallRecord },
  keepFor: KeepFor | undefined,
): { readonly only?: KeptFor } => {
  const { counter, staff } = ticket.call;
  if (keepFor === 'counter') return { only: { counter } };
  if (keepFor === 'staff') return { only: { staff } };
  return ticket.only === null ? {} : { only: ticket.only };
};

/**
 * Sets the ticket aside and frees its counter; not while no counter takes its service any more.
 * Rules: PARK-1, PARK-2, PARK-5. Rejects: as findTicketAt, service-without-counter, park-too-long.
 */
export const decideParkTicket = (
  hall: HallState,
  command: CommandOf<'ParkTicket'>,
  at: Instant,
): Decision => {
  const day = openDay(hall);
  if (!day.ok) return day;
  const found = findTicketAt(hall, command.ticket, command.counter, ['called', 'serving']);
  if (!found.ok) return found;
  const refused = refuseService(day.value, found.value.service);
  if (refused) return refused;
  const { parkMs, parkMaxMs } = visitRule(day.value);
  const limitMs = command.limitMs ?? parkMs;
  if (command.limitMs !== undefined && limitMs > parkMaxMs) {
    return reject('park-too-long', { state: String(Math.floor(parkMaxMs / MINUTE_MS)) });
  }
  const { counter, staff } = found.value.call;
  const servedMs = servedSoFar(found.value, at);
  return accept({
    ...{ type: 'TicketParked', ticket: found.value.id, counter, staff },
    untilAt: at + limitMs,
    ...keeping(found.value, command.keepFor),
    ...(servedMs !== undefined && { servedMs }),
  });
};

export const evolveTicketParked = (
  hall: HallState,
  event: EventOf<'TicketParked'>,
  at: Instant,
): HallState => {
  return setAside(hall, event, at, { state: 'parked', validUntilAt: event.untilAt });
};

const isOver = ({ validUntilAt }: Ticket, at: Instant): boolean =>
  validUntilAt !== null && at >= validUntilAt;

/**
 * The customer is there again: in line at a new place, and first.
 * Rules: PARK-3, PARK-4. Rejects: as findTicket, ticket-not-in-state, return-expired.
 */
export const decideResumeTicket = (
  hall: HallState,
  command: CommandOf<'ResumeTicket'>,
  at: Instant,
): Decision => {
  const day = openDay(hall);
  if (!day.ok) return day;
  const found = findTicket(hall, command.ticket);
  if (!found.ok) return found;
  const ticket = found.value;
  if (ticket.state !== 'parked') return reject('ticket-not-in-state', { state: ticket.state });
  const over = isOver(ticket, at);
  if (over && visitRule(day.value).afterPark === 'end') return reject('return-expired');
  return accept({ type: 'TicketResumed', ticket: ticket.id, place: hall.nextPlace, first: !over });
};

/** What becomes of a parked ticket whose time is over. Rules: PARK-4. */
export const parkIsOver = (day: Day, { id }: Ticket, place: number): HallEvent =>
  visitRule(day).afterPark === 'end'
    ? { type: 'TicketExpired', ticket: id, why: 'time-over' }
    : { type: 'TicketResumed', ticket: id, place, first: false };

export const evolveTicketResumed = (
  hall: HallState,
  event: EventOf<'TicketResumed'>,
  at: Instant,
): HallState => {
  const { place, first } = event;
  const ticket = findLive(hall.tickets, event.ticket);
  if (!ticket) return hall;
  const resumed = changeTicket(hall, event.ticket, {
    ...{ state: 'waiting', place, first },
    validUntilAt: null,
    ...backInLine(ticket, 'resumed', at),
  });
  return { ...resumed, nextPlace: place + 1 };
};
