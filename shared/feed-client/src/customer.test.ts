import { signal } from '@preact/signals';
import type { KnownCustomer } from '@tingxu/contract/customers';
import { TicketId } from '@tingxu/contract/ids';
import { describe, expect, it } from 'vitest';
import { followCustomer } from './customer.ts';

const WANG: KnownCustomer = { class: 'vip', maskedName: '王*' };
const [first, second] = [TicketId.parse('20261121-0001'), TicketId.parse('20261121-0002')];

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the customer of the ticket in hand', () => {
  it('DIR-6 is asked for once per ticket, and forgotten when it is another one', async () => {
    const ticket = signal<TicketId | null>(null);
    const asked: TicketId[] = [];
    const customer = followCustomer(ticket, (id) => {
      asked.push(id);
      return Promise.resolve(id === first ? WANG : null);
    });
    ticket.value = first;
    await settled();
    expect(customer.value).toEqual(WANG);
    ticket.value = second;
    expect(customer.value).toBeNull();
    await settled();
    expect(customer.value).toBeNull();
    ticket.value = null;
    expect(asked).toEqual([first, second]);
  });

  it('DIR-6 is never the one before: a late answer is for nobody', async () => {
    const ticket = signal<TicketId | null>(first);
    let late: ((known: KnownCustomer | null) => void) | undefined;
    const customer = followCustomer(ticket, (id) =>
      id === first
        ? new Promise((resolve) => {
            late = resolve;
          })
        : Promise.resolve(null),
    );
    ticket.value = second;
    late?.(WANG);
    await settled();
    expect(customer.value).toBeNull();
  });
});
