/** One live ticket for a service and whoever identifies themselves. Source: SEC-08. */
import { HallConfig } from '@tingxu/contract/config';
import { IssueReply } from '@tingxu/contract/rest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { demoHall } from '../demo/demo-hall.ts';
import { type HttpRig, openHallDay, openHttpRig } from './testing/http-rig.ts';

let rig: HttpRig;
const open = async (onePerCustomer: boolean): Promise<void> => {
  rig = await openHttpRig({ config: HallConfig.parse({ ...demoHall(), onePerCustomer }) });
  await openHallDay(rig);
};
beforeEach(() => open(true));
afterEach(() => rig.close());

const card = (sign: string) => ({ kind: 'card', hash: sign.repeat(64) });
const ask = (service: string, identification: object | null, more: object = {}) =>
  rig.command('/tickets', {
    ...{ role: 'kiosk', body: { service, ...(identification && { identification }) } },
    ...more,
  });
const end = (ticket: string) =>
  rig.command(`/tickets/${ticket}/cancel`, { role: 'lobby', body: { reason: 'removed-by-staff' } });

it('ISSUE-8 another ticket for the same service is refused until the first has ended', async () => {
  const first = IssueReply.parse((await ask('cash', card('a'))).json);
  const again = await ask('cash', card('a'));
  expect([again.status, again.json['code']]).toEqual([409, 'customer-has-ticket']);
  // Another service, another card, nobody in particular, a member of staff.
  expect((await ask('wealth', card('a'))).status).toBe(201);
  expect((await ask('cash', card('b'))).status).toBe(201);
  expect((await ask('cash', null)).status).toBe(201);
  expect((await ask('cash', card('a'), { role: 'lobby' })).status).toBe(201);
  await end(first.ticket.id);
  // The one of the staff lives.
  expect((await ask('cash', card('a'))).json['code']).toBe('customer-has-ticket');
});

it('ISSUE-8 the number is free again with the end of the ticket, and the same command is the same ticket', async () => {
  const key = 'one-per-customer';
  const first = IssueReply.parse((await ask('cash', card('c'), { key })).json);
  const same = IssueReply.parse((await ask('cash', card('c'), { key })).json);
  expect(same.ticket.id).toBe(first.ticket.id);
  await end(first.ticket.id);
  expect((await ask('cash', card('c'))).status).toBe(201);
});

it('ISSUE-8 twenty at once are one, and twenty cards are twenty', async () => {
  const statuses = async (cardOf: (n: number) => object) => {
    const all = Array.from({ length: 20 }, (_, n) => ask('cash', cardOf(n)));
    return (await Promise.all(all)).filter(({ status }) => status === 201).length;
  };
  expect(await statuses(() => card('d'))).toBe(1);
  expect(await statuses((n) => ({ kind: 'card', hash: n.toString(16).padStart(64, '0') }))).toBe(
    20,
  );
});

it('ISSUE-8 a hall that does not say so gives as many as are asked for', async () => {
  await rig.close();
  await open(false);
  for (let n = 0; n < 3; n += 1) expect((await ask('cash', card('e'))).status).toBe(201);
});
