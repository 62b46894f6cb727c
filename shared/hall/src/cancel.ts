/** Ending a ticket before it is served. Source: product.md 4.6. */
import type { CommandOf } from '@tingxu/contract/commands';
import { accept, type Decision, reject } from './decision.ts';
import { findTicket } from './lookup.ts';
import type { HallState } from './state.ts';

/**
 * The customer leaves, or staff remove the ticket. Somebody who is being served is finished instead.
 * Rules: END-2. Rejects: as findTicket, ticket-not-in-state.
 */
export const decideCancelTicket = (
  hall: HallState,
  command: CommandOf<'CancelTicket'>,
): Decision => {
  const found = findTicket(hall, command.ticket);
  if (!found.ok) return found;
  const { id, state } = found.value;
  if (state === 'serving') return reject('ticket-not-in-state', { state });
  return accept({ type: 'TicketCancelled', ticket: id, reason: command.reason });
};
