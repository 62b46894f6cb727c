/**
 * What the directory said of those who hold a live ticket, for the staff who serve them: a class and a
 * masked name. It is in the memory of the running server and nowhere else; it ends with the ticket, and
 * with the server (adr/0019). Rules: DIR-6. Source: H16, H112.
 */
import type { CustomerHash, KnownCustomer } from '@tingxu/contract/customers';
import type { TicketId } from '@tingxu/contract/ids';
import { findLive } from '@tingxu/hall/live-tickets';
import type { HallState, Ticket } from '@tingxu/hall/state';

export type KnownCustomers = {
  /** Only of a ticket whose issue is durable: the id of another one would be given again. */
  readonly remember: (ticket: TicketId, customer: KnownCustomer) => void;
  readonly of: (ticket: TicketId) => KnownCustomer | null;
  /** Whoever showed this took the ticket. Only of one whose issue is durable. Rules: ISSUE-8. */
  readonly holds: (hash: CustomerHash, ticket: TicketId) => void;
  /** The live tickets of whoever shows this. */
  readonly ticketsOf: (hash: CustomerHash, hall: HallState) => readonly Ticket[];
  /** Forgets whoever has no live ticket any more. */
  readonly forgetEnded: (hall: HallState) => void;
  readonly size: () => number;
};

export function openKnownCustomers(): KnownCustomers {
  const known = new Map<TicketId, KnownCustomer>();
  /** Who took which; the hash ends with the ticket, too. */
  const holders = new Map<TicketId, CustomerHash>();
  return {
    remember: (ticket, { class: one, maskedName }) => {
      known.set(ticket, { class: one, maskedName });
    },
    of: (ticket) => known.get(ticket) ?? null,
    holds: (hash, ticket) => void holders.set(ticket, hash),
    ticketsOf: (hash, { tickets }) =>
      [...holders].flatMap(([ticket, holder]) =>
        holder === hash ? (findLive(tickets, ticket) ?? []) : [],
      ),
    forgetEnded: ({ tickets }) => {
      for (const table of [known, holders]) {
        for (const ticket of table.keys()) if (!findLive(tickets, ticket)) table.delete(ticket);
      }
    },
    size: () => known.size,
  };
}
