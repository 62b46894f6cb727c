import { TicketDetail, TicketReply } from '@tingxu/contract/rest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  freshKey,
  type HttpRig,
  openHallDay,
  openHttpRig,
  type Reply,
} from './testing/http-rig.ts';

let rig: HttpRig;
let base: string;
beforeEach(async () => {
  rig = await openHttpRig();
  base = `${await rig.app.listen({ port: 0, host: '127.0.0.1' })}/api/v1/halls/demo`;
  await openHallDay(rig);
  await counter('4', 'open', 't04', { staff: 't04' });
});
afterEach(() => rig.close());

type Answer = Pick<Reply, 'status' | 'json'>;

/** A request over a socket. */
const ask = async (
  method: 'GET' | 'POST',
  path: string,
  { role, staff = 'l01', body }: { role: string; staff?: string; body?: object },
): Promise<Answer> => {
  const reply = await fetch(`${base}${path}`, {
    method,
    headers: {
      ...rig.signedIn.headersOf({ role, staff }),
      ...(body && { 'idempotency-key': freshKey(), 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: reply.status, json: (await reply.json()) as Answer['json'] };
};
const counter = (id: string, verb: string, staff: string, body: object = {}) =>
  ask('POST', `/counters/${id}/${verb}`, { role: 'teller', staff, body });
const issue = (body: object) => ask('POST', '/tickets', { role: 'kiosk', body });
const onTicket = (
  number: string,
  verb: string,
  body: object = {},
  role = 'teller',
  staff = 't01',
) => ask('POST', `/tickets/${number}/${verb}`, { role, staff, body });
const ticketOf = ({ json }: Answer) => TicketReply.parse(json).ticket;
const detail = async (number: string, role = 'lobby') =>
  TicketDetail.parse((await ask('GET', `/tickets/${number}`, { role })).json);
const legsOf = ({ legs }: TicketDetail) =>
  legs.map(({ index, service, lane, endReason, calls }) => [
    ...[index, service, lane, endReason],
    calls.map(({ counter: at }) => at),
  ]);
/** The answer says which rule it is, with its status. */
const refusal = ({ status, json }: Answer) => [status, json['code']];

describe('a visit of several services over HTTP', () => {
  it('LEG-1, LEG-2 goes on at the same counter, and the detail tells each leg with its end', async () => {
    expect((await issue({ service: 'cash', further: ['accounts'] })).status).toBe(201);
    expect((await onTicket('A001', 'services', { service: 'wealth' })).status).toBe(200);
    await counter('1', 'call-next', 't01');
    await onTicket('A001', 'start', { counter: '1' });
    const stayed = ticketOf(await onTicket('A001', 'finish', { counter: '1' }));
    expect(stayed).toMatchObject({ state: 'serving', service: 'accounts', counter: '1' });
    const inLine = ticketOf(await onTicket('A001', 'finish', { counter: '1' }));
    expect(inLine).toMatchObject({ state: 'waiting', service: 'wealth', counter: null });
    await counter('4', 'call-next', 't04');
    const over = await onTicket('A001', 'finish', { counter: '4' }, 'teller', 't04');
    expect(ticketOf(over)).toMatchObject({ state: 'ended', endReason: 'served' });
    expect(legsOf(await detail('A001'))).toEqual([
      [0, 'cash', 'normal', 'served', ['1']],
      [1, 'accounts', 'normal', 'served', []],
      [2, 'wealth', 'normal', 'served', ['4']],
    ]);
  });

  it('LEG-4, LEG-7 is transferred, kept for a counter, and called there', async () => {
    await issue({ service: 'cash' });
    await counter('1', 'call-next', 't01');
    const to = { service: 'accounts', lane: 'elderly', only: { counter: '4' }, first: true };
    const sent = await onTicket('A001', 'transfer', { counter: '1', ...to });
    expect(ticketOf(sent)).toMatchObject({ state: 'waiting', lane: 'elderly', counter: null });
    expect(refusal(await counter('1', 'call-next', 't01'))).toEqual([409, 'nobody-waiting']);
    expect((await counter('4', 'call-next', 't04')).json).toMatchObject({
      ticket: { number: 'A001', state: 'called' },
    });
    expect(legsOf(await detail('A001'))).toEqual([
      [0, 'cash', 'normal', 'transferred-out', ['1']],
      [1, 'accounts', 'elderly', null, ['4']],
    ]);
    const trail = (await detail('A001')).trail.map(({ type }) => type);
    expect(trail).toEqual(
      expect.arrayContaining(['TicketTransferred', 'LegEntered', 'TicketCalled']),
    );
  });

  it('LEG-4, LEG-8 is redirected out of the line and moved to another lane by the lobby', async () => {
    await issue({ service: 'cash' });
    const there = { service: 'accounts' };
    expect(refusal(await onTicket('A001', 'redirect', there))).toEqual([403, 'forbidden']);
    expect(ticketOf(await onTicket('A001', 'redirect', there, 'lobby')).service).toBe('accounts');
    const lane = { lane: 'elderly', reason: 'age' };
    expect(ticketOf(await onTicket('A001', 'lane', lane, 'lobby')).lane).toBe('elderly');
    expect(refusal(await onTicket('A001', 'lane', lane, 'lobby'))).toEqual([409, 'lane-unchanged']);
    expect(legsOf(await detail('A001')).map((leg) => leg[3])).toEqual(['transferred-out', null]);
  });

  it('PARK-1, PARK-3 is set aside, which frees the counter, and comes back before the others', async () => {
    await issue({ service: 'cash' });
    await issue({ service: 'cash' });
    await counter('1', 'call-next', 't01');
    const aside = await onTicket('A001', 'park', { counter: '1', limitSeconds: 60 });
    expect(ticketOf(aside)).toMatchObject({ state: 'parked', counter: null });
    expect(refusal(await onTicket('A001', 'park', { counter: '1' }))).toEqual([
      ...[409, 'ticket-not-in-state'],
    ]);
    expect(ticketOf(await onTicket('A001', 'resume')).state).toBe('waiting');
    expect((await counter('1', 'call-next', 't01')).json).toMatchObject({
      ticket: { number: 'A001' },
    });
    expect(legsOf(await detail('A001'))).toEqual([[0, 'cash', 'normal', null, ['1', '1']]]);
  });

  it('PREP-1, PREP-2, PREP-3 is not called before its forms are ready', async () => {
    await issue({ service: 'cash' });
    const why = { reason: 'forms-missing' };
    expect(ticketOf(await onTicket('A001', 'prepare', why)).state).toBe('preparing');
    expect(refusal(await counter('1', 'call-next', 't01'))).toEqual([409, 'nobody-waiting']);
    expect(ticketOf(await onTicket('A001', 'ready')).state).toBe('waiting');
    await counter('1', 'call-next', 't01');
    const back = await onTicket('A001', 'send-back', { counter: '1', keepFor: 'staff' });
    expect(ticketOf(back)).toMatchObject({ state: 'preparing', counter: null });
    expect(refusal(await onTicket('A001', 'resume'))).toEqual([409, 'ticket-not-in-state']);
  });

  it('LEG-4, LEG-7, PARK-2 what cannot be has a code of its own', async () => {
    await issue({ service: 'cash' });
    await counter('1', 'call-next', 't01');
    const from1 = async (verb: string, body: object) =>
      (await onTicket('A001', verb, { counter: '1', ...body })).json['code'];
    expect([
      await from1('transfer', {}),
      await from1('transfer', { service: 'jewels' }),
      await from1('transfer', { lane: 'gold' }),
      await from1('transfer', { only: { counter: '2' } }),
      await from1('transfer', { only: { counter: '4' } }),
      await from1('transfer', { only: { staff: 't09' } }),
      await from1('park', { limitSeconds: 7_201 }),
      await from1('park', { counter: '4' }),
    ]).toEqual([
      ...['transfer-needs-target', 'service-unknown', 'lane-unknown', 'counter-closed'],
      ...['counter-not-skilled', 'staff-not-signed-in', 'park-too-long'],
      'counter-of-other',
    ]);
    expect((await detail('A001')).ticket).toMatchObject({ state: 'called', counter: '1' });
  });

  it('LEG-4 a kiosk is told the legs and nobody at the counters', async () => {
    await issue({ service: 'cash' });
    await counter('1', 'call-next', 't01');
    await onTicket('A001', 'transfer', { counter: '1', only: { staff: 't01' }, lane: 'vip' });
    const told = await detail('A001', 'kiosk');
    expect(legsOf(told).map((leg) => leg[3])).toEqual(['transferred-out', null]);
    expect(JSON.stringify(told)).not.toContain('t01');
    expect(told.trail).toEqual([]);
  });
});
