import { HallId, StaffId } from '@tingxu/contract/ids';
import { CounterReply, TicketDetail, TicketReply } from '@tingxu/contract/rest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../identity/accounts.ts';
import { type HttpRig, openHallDay, openHttpRig } from './testing/http-rig.ts';

let rig: HttpRig;
beforeEach(async () => {
  rig = await openHttpRig();
  await openHallDay(rig);
  for (let i = 0; i < 3; i += 1) {
    await rig.command('/tickets', { role: 'kiosk', body: { service: 'cash' } });
  }
});
afterEach(() => rig.close());

const at1 = async (verb: string, role: string, body: object = {}) =>
  rig.command(`/counters/1/${verb}`, { role, body });
const ticket = async (verb: string, role: string, body: object = {}, number = 'A001') =>
  rig.command(`/tickets/${number}/${verb}`, { role, body });
const trail = async (number: string) => {
  const reply = await rig.send('GET', `/api/v1/halls/demo/tickets/${number}`, { role: 'lobby' });
  return TicketDetail.parse(reply.json).trail.map(({ type, by, data }) => ({ type, by, data }));
};

describe('a counter over the API', () => {
  it('CTR-6 calls a chosen ticket for who may, and the record says who and why', async () => {
    const body = { ticket: 'A003', reason: 'needs-care' };
    expect((await at1('call-ticket', 'teller', body)).json).toMatchObject({
      code: 'choice-not-allowed',
    });
    const reply = CounterReply.parse((await at1('call-ticket', 'lobby', body)).json);
    expect(reply).toMatchObject({ counter: { state: 'calling' }, ticket: { number: 'A003' } });
    const read = await rig.send('GET', '/api/v1/halls/demo/tickets/A003', { role: 'lobby' });
    const { legs } = TicketDetail.parse(read.json);
    expect(legs[0]?.calls).toMatchObject([{ chosen: 'needs-care', policy: 'weighted-delay' }]);
    expect((await trail('A003')).at(-1)).toMatchObject({
      type: 'TicketCalled',
      by: { role: 'lobby', staff: 'l01' },
      data: { chosen: { reason: 'needs-care' }, staff: 't01' },
    });
  });

  it('RATE-4 tells of a rating to nobody but supervisors', async () => {
    await at1('call-next', 'teller');
    await ticket('start', 'teller', { counter: '1' });
    await ticket('finish', 'teller', { counter: '1' });
    const ended = rig.hall.runtime.state().counters.find(({ id }) => id === '1')?.asked?.at;
    expect((await at1('rating', 'pad', { askedAt: ended, score: 2 })).status).toBe(200);
    const types = async (role: string) => {
      const reply = await rig.send('GET', '/api/v1/halls/demo/tickets/A001', { role });
      return TicketDetail.parse(reply.json).trail.map(({ type }) => type);
    };
    for (const role of ['teller', 'lobby']) expect(await types(role)).not.toContain('ServiceRated');
    expect(await types('supervisor')).toContain('ServiceRated');
    const told = async (role: string) => {
      const path = '/api/v1/halls/demo/tickets/A001/explanation';
      return JSON.stringify((await rig.send('GET', path, { role })).json);
    };
    for (const role of ['teller', 'lobby'])
      expect(await told(role)).not.toMatch(/rat(ed|ing)|评价/);
    expect(await told('supervisor')).toContain('客户评价 1 号窗口的服务：不满意');
  });

  it('CTR-7 serves a customer who has no ticket, in the default lane', async () => {
    const reply = CounterReply.parse((await at1('walk-up', 'teller', { service: 'cash' })).json);
    expect(reply).toMatchObject({
      counter: { state: 'serving' },
      ticket: { number: 'A004', lane: 'normal', state: 'serving' },
    });
  });

  it('CTR-12 serves one without a ticket in a lane that is not everybody’s only for a reason', async () => {
    const body = { service: 'cash', lane: 'vip' };
    expect((await at1('walk-up', 'teller', body)).json).toMatchObject({
      code: 'lane-needs-reason',
    });
    const reply = await at1('walk-up', 'teller', { ...body, reason: 'needs-care' });
    expect(CounterReply.parse(reply.json).ticket).toMatchObject({ lane: 'vip', state: 'serving' });
    const { number } = CounterReply.parse(reply.json).ticket ?? { number: '' };
    expect((await trail(number))[0]?.data).toMatchObject({ laneReason: 'needs-care' });
  });

  it('CTR-11 closes with a ticket that is missed or parked', async () => {
    await at1('call-next', 'teller');
    const about = { counter: '1', afterwards: { pause: 'break' } };
    expect((await ticket('park', 'teller', about)).status).toBe(200);
    const read = await rig.send('GET', '/api/v1/halls/demo', { role: 'lobby' });
    expect(read.json).toMatchObject({
      counters: expect.arrayContaining([expect.objectContaining({ id: '1', state: 'paused' })]),
    });
  });

  it('CTR-4, CTR-8 is handed over, and released by a supervisor', async () => {
    rig.signedIn.tokenOf({ role: 'teller', staff: 't07' });
    const handed = CounterReply.parse((await at1('hand-over', 'teller', { staff: 't07' })).json);
    expect(handed.counter).toMatchObject({ state: 'open', staff: 't07' });
    expect((await at1('call-next', 'teller')).json).toMatchObject({ code: 'counter-of-other' });
    await at1('call-ticket', 'lobby', { ticket: 'A001', reason: 'needs-care' });
    expect((await at1('release', 'teller')).json).toMatchObject({ code: 'forbidden' });
    const released = CounterReply.parse((await at1('release', 'supervisor')).json);
    expect(released).toMatchObject({
      counter: { state: 'closed', staff: null, ticket: null },
      ticket: { number: 'A001', state: 'waiting', counter: null },
    });
  });

  it('CTR-4 is handed over to nobody but a teller of the hall who may work', async () => {
    const { accounts } = rig.identity;
    const handOver = (role: string) => at1('hand-over', role, { staff: 't07' });
    const isRefused = async (): Promise<void> => {
      for (const role of ['teller', 'supervisor']) {
        expect((await handOver(role)).json).toMatchObject({ code: 'staff-unknown', status: 404 });
      }
      const { counters } = rig.hall.runtime.state();
      expect(counters.find(({ id }) => id === '1')).toMatchObject({ state: 'open', staff: 't01' });
    };
    await isRefused();
    rig.signedIn.tokenOf({ role: 'teller', staff: 't07' });
    const right = accounts.get(StaffId.parse('t07'));
    if (!right) throw new Error('the rig has made no account');
    const wrong: Partial<Account>[] = [
      ...[{ disabled: true }, { roles: ['supervisor' as const] }],
      { halls: [HallId.parse('riverside')] },
    ];
    for (const one of wrong) {
      accounts.put({ ...right, ...one });
      await isRefused();
    }
    accounts.put(right);
    expect((await handOver('teller')).status).toBe(200);
  });

  it('CTR-1, CTR-4 is opened for nobody but a teller of the hall, or by whoever asks', async () => {
    const open = (role: string, staff: string) =>
      rig.command('/counters/2/open', { role, body: { staff } });
    expect((await open('supervisor', 't99')).json).toMatchObject({ code: 'staff-unknown' });
    rig.signedIn.tokenOf({ role: 'teller', staff: 't08' });
    const { accounts } = rig.identity;
    const right = accounts.get(StaffId.parse('t08'));
    if (!right) throw new Error('the rig has made no account');
    accounts.put({ ...right, halls: [HallId.parse('riverside')] });
    expect((await open('supervisor', 't08')).json).toMatchObject({ code: 'staff-unknown' });
    accounts.put(right);
    expect((await open('supervisor', 't08')).status).toBe(200);
    const own = await rig.command('/counters/3/open', {
      ...{ role: 'supervisor', staff: 's02', body: { staff: 's02' } },
    });
    expect(own.status).toBe(200);
  });

  it('CTR-9 asks for the lobby manager, who answers', async () => {
    expect((await at1('help', 'teller', { kind: 'dispute' })).status).toBe(200);
    expect((await at1('help/answer', 'teller')).json).toMatchObject({ code: 'forbidden' });
    expect((await at1('help/answer', 'lobby')).status).toBe(200);
    expect((await at1('help/end', 'teller')).status).toBe(200);
    expect((await at1('help/end', 'teller')).json).toMatchObject({ code: 'help-not-called' });
  });
});

describe('a missed call over the API', () => {
  it('MISS-8, MISS-11 is looked for, and passed early by a manager', async () => {
    await at1('call-next', 'teller');
    expect((await ticket('escort', 'lobby')).status).toBe(200);
    const early = { counter: '1', reason: 'looked-for' };
    expect((await ticket('miss-early', 'teller', early)).json).toMatchObject({ code: 'forbidden' });
    const reply = TicketReply.parse((await ticket('miss-early', 'lobby', early)).json);
    expect(reply.ticket).toMatchObject({ state: 'missed', counter: null });
  });

  it('MISS-9, MISS-10 comes back at the kiosk, or is put first by a manager', async () => {
    const early = { counter: '1', reason: 'customer-left' };
    await at1('call-next', 'teller');
    await ticket('miss-early', 'lobby', early);
    const back = TicketReply.parse((await ticket('return', 'kiosk')).json);
    expect(back.ticket.state).toBe('waiting');
    await at1('call-next', 'teller');
    await ticket('miss-early', 'lobby', early, 'A002');
    const put = await ticket('readmit', 'supervisor', { reason: 'wrongly-missed' }, 'A002');
    expect(TicketReply.parse(put.json).ticket.state).toBe('waiting');
    const ways = [...(await trail('A001')), ...(await trail('A002'))]
      .filter(({ type }) => type === 'TicketReturned')
      .map(({ data }) => [data['via'], data['override'], data['ruleVersion']]);
    expect(ways).toEqual([
      ['kiosk', undefined, 1],
      ['staff', 'wrongly-missed', 1],
    ]);
  });

  it('MISS-14 is kept for the counter that missed it, by staff only', async () => {
    await at1('call-next', 'teller');
    await ticket('miss-early', 'lobby', { counter: '1', reason: 'looked-for' });
    const kept = { keepFor: 'counter' };
    expect((await ticket('return', 'kiosk', kept)).json).toMatchObject({
      code: 'override-not-allowed',
    });
    expect((await ticket('return', 'teller', kept)).status).toBe(200);
    expect((await trail('A001')).at(-1)?.data).toMatchObject({ only: { counter: '1' } });
  });

  it('END-4, END-5 a walk-out has its own reason, and a kiosk may not end a ticket here', async () => {
    const gone = { reason: 'walked-out' };
    expect((await ticket('cancel', 'kiosk', gone)).json).toMatchObject({
      code: 'cancel-needs-staff',
    });
    const reply = TicketReply.parse((await ticket('cancel', 'lobby', gone)).json);
    expect(reply.ticket).toMatchObject({ state: 'ended', endReason: 'walked-out' });
    const row = rig.hall.journal.ticketRow(reply.ticket.id);
    expect(row).toMatchObject({ endReason: 'walked-out', state: 'ended' });
  });
});
