/** One live ticket for a service and whoever identifies themselves. Source: SEC-08. */
import { once } from 'node:events';
import { createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HallConfig } from '@tingxu/contract/config';
import { CommandId } from '@tingxu/contract/ids';
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

it('ISSUE-8 a line that is cut while its ticket is issued locks nobody out', async () => {
  await rig.close();
  const bank = createServer().listen(0, '127.0.0.1');
  const asked = once(bank, 'request');
  await once(bank, 'listening');
  const url = `http://127.0.0.1:${(bank.address() as AddressInfo).port}/`;
  const config = HallConfig.parse({ ...demoHall(), onePerCustomer: true });
  rig = await openHttpRig({ config, directory: { url, timeoutMs: 5_000 } });
  await openHallDay(rig);
  const base = await rig.app.listen({ port: 0, host: '127.0.0.1' });
  const cut = request(`${base}/api/v1/halls/demo/tickets`, {
    method: 'POST',
    headers: {
      ...rig.signedIn.headersOf({ role: 'kiosk' }),
      ...{ 'content-type': 'application/json', 'idempotency-key': 'a-cut-line' },
    },
  });
  cut.on('error', () => {});
  cut.end(JSON.stringify({ service: 'cash', identification: card('f') }));
  const [, answer] = (await asked) as [unknown, ServerResponse];
  cut.destroy();
  await new Promise((over) => setTimeout(over, 50));
  // Its ticket is still being issued.
  expect((await ask('cash', card('f'))).json['code']).toBe('customer-has-ticket');
  answer.writeHead(404).end();
  const live = () => rig.hall.runtime.answerTo(CommandId.parse('a-cut-line'));
  await expect.poll(live).toMatchObject({ status: 201 });
  const { ticket } = IssueReply.parse(JSON.parse(live()?.body ?? ''));
  await end(ticket.id);
  bank.close();
  bank.closeAllConnections();
  expect((await ask('cash', card('f'))).status).toBe(201);
});
