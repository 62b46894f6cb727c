/** Ending a ticket before it is served. Source: product.md 4.6. */
import type { CommandOf } from '@tingxu/contract/commands';
import { endReasons } from '@tingxu/contract/end-reasons';
import type { Instant } from '@tingxu/contract/ids';
import { PUBLIC_ROLES, type Role } from '@tingxu/contract/roles';
import { accept, type Context, type Decision, reject } from './decision.ts';
import { findTicket } from './lookup.ts';
import { missAllowedAt, missedRuleOf } from './missed-rule.ts';
import type { HallState, Ticket } from './state.ts';

/** Whoever holds a phone's link holds the ticket; a kiosk knows no more than a number. */
const customersMay = (hall: HallState, role: Role): boolean =>
  role === 'phone' || hall.day?.config.customersCancel === true;

/** A customer ends the own ticket, and never in the name of staff. */
const mayCancel = (hall: HallState, { reason }: CommandOf<'CancelTicket'>, role: Role): boolean =>
  !PUBLIC_ROLES.includes(role) || (customersMay(hall, role) && reason !== 'removed-by-staff');

/** Whether a miss would be allowed now. Rules: MISS-2, MISS-3, MISS-8. */
const isMissable = (hall: HallState, ticket: Ticket, at: Instant): boolean => {
  const rule = ticket.state === 'called' ? missedRuleOf(hall.day, ticket) : undefined;
  const allowedAt = rule && ticket.call ? missAllowedAt(rule, ticket.call) : null;
  return allowedAt !== null && at >= allowedAt;
};

/** Whether staff may end the ticket as a walk-out; screens are told. Rules: END-4. */
export const mayWalkOut = ({ state, unseen }: Ticket): boolean =>
  endReasons({ state, unseen, missable: false }, 'lobby').includes('walked-out');

/**
 * The customer leaves, or staff remove the ticket. Somebody who is being served is finished instead. What
 * customers do is recorded as theirs.
 * Rules: END-2, END-4, END-5. Rejects: as findTicket, cancel-needs-staff, ticket-not-in-state,
 * override-not-allowed.
 */
export const decideCancelTicket = (
  hall: HallState,
  command: CommandOf<'CancelTicket'>,
  { at, actor: { role } }: Context,
): Decision => {
  const found = findTicket(hall, command.ticket);
  if (!found.ok) return found;
  const ticket = found.value;
  const { id, state, unseen } = ticket;
  if (!mayCancel(hall, command, role)) return reject('cancel-needs-staff');
  const reason = PUBLIC_ROLES.includes(role) ? 'cancelled-by-customer' : command.reason;
  const missable = isMissable(hall, ticket, at);
  if (!endReasons({ state, unseen, missable }, role).includes(reason)) {
    return reason === 'removed-by-staff' && state !== 'serving'
      ? reject('override-not-allowed', { state: role })
      : reject('ticket-not-in-state', { state });
  }
  return accept({ type: 'TicketCancelled', ticket: id, reason });
};
