/**
 * What the directory said of those who hold a live ticket, for the staff who serve them: a class and a
 * masked name. It is in the memory of the running server and nowhere else; it ends with the ticket, and
 * with the server (adr/0019). Rules: DIR-6. Source: H16, H112.
 */
import type { KnownCustomer } from '@tingxu/contract/customers';
import type { TicketId } from '@tingxu/contract/ids';
import { findLive } from '@tingxu/hall/live-tickets';
import type { HallState } from '@tingxu/hall/state';

export type KnownCustomers = {
  /** Only of a ticket whose issue is durable: the id of another one would be given again. */
  readonly remember: (ticket: TicketId, customer: KnownCustomer) => void;
  readonly of: (ticket: TicketId) => KnownCustomer | null;
  /** Forgets whoever has no live ticket any more. */
  readonly forgetEnded: (hall: HallState) => void;
  readonly size: () => number;
};

export function openKnownCustomers(): KnownCustomers {
  const known = new Map<TicketId, KnownCustomer>();
  return {
    remember: (ticket, { class: one, maskedName }) => {
      known.set(ticket, { class: one, maskedName });
    },
    of: (ticket) => known.get(ticket) ?? null,
    forgetEnded: ({ tickets }) => {
      for (const ticket of known.keys()) if (!findLive(tickets, ticket)) known.delete(ticket);
    },
    size: () => known.size,
  };
}
