/** Ending a ticket before it is served. Source: product.md 4.6. */
import type { CommandOf } from '@tingxu/contract/commands';
import { PUBLIC_ROLES, type Role } from '@tingxu/contract/roles';
import { accept, type Decision, reject } from './decision.ts';
import { findTicket } from './lookup.ts';
import type { HallState, Ticket } from './state.ts';

/** Whoever holds a phone's link holds the ticket; a kiosk knows no more than a number. */
const customersMay = (hall: HallState, role: Role): boolean =>
  role === 'phone' || hall.day?.config.customersCancel === true;

/** A customer ends the own ticket, and never in the name of staff. */
const mayCancel = (hall: HallState, { reason }: CommandOf<'CancelTicket'>, role: Role): boolean =>
  !PUBLIC_ROLES.includes(role) || (customersMay(hall, role) && reason !== 'removed-by-staff');

/** Where somebody may leave without being asked. */
const IN_THE_HALL: readonly Ticket['state'][] = ['waiting', 'parked', 'preparing'];

/**
 * Whether the ticket may end as a walk-out: not from a call on until its customer was seen, wherever the
 * ticket has been put since. The one place that decides it; screens are told. Rules: END-4.
 */
export const mayWalkOut = ({ state, unseen }: Ticket): boolean =>
  !unseen && IN_THE_HALL.includes(state);

const mayEnd = (ticket: Ticket, { reason }: CommandOf<'CancelTicket'>): boolean =>
  reason === 'walked-out' ? mayWalkOut(ticket) : ticket.state !== 'serving';

/**
 * The customer leaves, or staff remove the ticket. Somebody who is being served is finished instead.
 * Rules: END-2, END-4, END-5. Rejects: as findTicket, cancel-needs-staff, ticket-not-in-state.
 */
export const decideCancelTicket = (
  hall: HallState,
  command: CommandOf<'CancelTicket'>,
  role: Role,
): Decision => {
  const found = findTicket(hall, command.ticket);
  if (!found.ok) return found;
  const { id, state } = found.value;
  if (!mayCancel(hall, command, role)) return reject('cancel-needs-staff');
  if (!mayEnd(found.value, command)) return reject('ticket-not-in-state', { state });
  return accept({ type: 'TicketCancelled', ticket: id, reason: command.reason });
};
