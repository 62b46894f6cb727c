/**
 * Whom the teller serves, as far as the directory knows: asked once for each ticket that comes to the
 * counter, held while it is there. Rules: DIR-6.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { KnownCustomer } from '@tingxu/contract/customers';
import type { HallId, TicketId } from '@tingxu/contract/ids';
import { CustomerReply } from '@tingxu/contract/rest';
import type { Station } from '../station.ts';

/** Nothing known, or no answer: the ticket says enough to serve. */
export type AskCustomer = (ticket: TicketId) => Promise<KnownCustomer | null>;

export const askCustomer =
  (url: string, hall: HallId, { staff }: Pick<Station, 'staff'>): AskCustomer =>
  async (ticket) => {
    try {
      const path = `/api/v1/halls/${hall}/tickets/${ticket}/customer`;
      const response = await fetch(new URL(path, url), {
        headers: { 'Tingxu-Role': 'teller', 'Tingxu-Staff': staff },
      });
      return CustomerReply.safeParse(await response.json()).data?.customer ?? null;
    } catch {
      return null;
    }
  };

/** The customer at the counter; null while nobody is, or nothing is known. */
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
