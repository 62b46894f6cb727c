/**
 * Whom a ticket belongs to, as far as the directory knows: asked once for each ticket in hand, held while
 * it is. Rules: DIR-6.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { KnownCustomer } from '@tingxu/contract/customers';
import type { HallId, TicketId } from '@tingxu/contract/ids';
import { CustomerReply } from '@tingxu/contract/rest';
import type { Role } from '@tingxu/contract/roles';

/** Nothing known, or no answer: the ticket says enough to serve. */
export type AskCustomer = (ticket: TicketId) => Promise<KnownCustomer | null>;

export type CustomerAsker = {
  /** Origin of the server. */
  readonly url: string;
  readonly hall: HallId;
  readonly role: Role;
};

export const askCustomer =
  ({ url, hall, role }: CustomerAsker): AskCustomer =>
  async (ticket) => {
    try {
      const path = `/api/v1/halls/${hall}/tickets/${ticket}/customer`;
      const response = await fetch(new URL(path, url), {
        headers: { 'Tingxu-Role': role },
      });
      return CustomerReply.safeParse(await response.json()).data?.customer ?? null;
    } catch {
      return null;
    }
  };

/** The customer of the ticket in hand; null while nobody is, or nothing is known. */
export const followCustomer = (
  ticket: ReadonlySignal<TicketId | null>,
  ask: AskCustomer,
): ReadonlySignal<KnownCustomer | null> => {
  const customer = signal<KnownCustomer | null>(null);
  effect(() => {
    const id = ticket.value;
    customer.value = null;
    if (id === null) return;
    void ask(id).then((known) => {
      // Somebody else may be there by now.
      if (ticket.peek() === id) customer.value = known;
    });
  });
  return customer;
};
