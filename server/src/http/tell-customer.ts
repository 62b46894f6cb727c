/** What staff may know of the customer of a live ticket. Rules: DIR-6. */
import type { TicketRef } from '@tingxu/contract/ids';
import type { CustomerReply } from '@tingxu/contract/rest';
import type { Actor } from '@tingxu/contract/roles';
import { findTicket } from '@tingxu/hall/lookup';
import type { HostedHall } from './hosting.ts';
import { RequestProblem } from './problem.ts';

/**
 * A teller asks only about the ticket that is at the own counter.
 * Rejects: ticket-unknown, ticket-ended, forbidden.
 */
export function customerOf(
  { runtime, customers }: HostedHall,
  ref: TicketRef,
  { role, staff }: Actor,
): CustomerReply {
  const found = findTicket(runtime.state(), ref);
  if (!found.ok) throw new RequestProblem(found.rejection.code);
  const { id, number, call } = found.value;
  const here = call !== null && call.staff === staff;
  if (role === 'teller' && !here) throw new RequestProblem('forbidden');
  return { ticket: id, number, customer: customers.of(id) };
}
