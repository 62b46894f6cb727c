import { DayOpening } from '@tingxu/contract/day-rest';
import { ExplanationReply } from '@tingxu/contract/explanation';
import { TicketDetail } from '@tingxu/contract/rest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HttpRig, openHallDay, openHttpRig } from './testing/http-rig.ts';

let rig: HttpRig;
/** A001 is being served and A002 waits when somebody closes the day by mistake. */
beforeEach(async () => {
  rig = await openHttpRig();
  await openHallDay(rig);
  const cash = { role: 'kiosk', body: { service: 'cash' } };
  await rig.command('/tickets', cash);
  await rig.command('/tickets', cash);
  await rig.command('/counters/1/call-next', { role: 'teller' });
  const at1 = { role: 'teller', body: { counter: '1' } };
  expect((await rig.command('/tickets/A001/start', at1)).status).toBe(200);
});
afterEach(() => rig.close());

const get = async (path: string) =>
  (await rig.send('GET', `/api/v1/halls/demo/tickets/${path}`, { role: 'lobby' })).json;
const detail = async (ref: string) => TicketDetail.parse(await get(ref));
const close = (remaining: string) =>
  rig.command('/day/close', { role: 'supervisor', body: { remaining } });

describe('a day that opens again', () => {
  it('DAY-5, END-1 the tickets that the closing ended are live again, in the read tables too', async () => {
    expect((await close('end-remaining')).status).toBe(200);
    const ended = (await detail('A001')).ticket;
    expect(ended).toMatchObject({ state: 'ended', endReason: 'session-ended' });
    await openHallDay(rig);
    for (const ref of ['A001', 'A002']) {
      const { ticket, trail } = await detail(ref);
      expect(ticket).toMatchObject({ state: 'waiting', endedAt: null, endReason: null });
      expect(trail.slice(-2).map(({ type }) => type)).toEqual(['TicketLeft', 'TicketRestored']);
    }
    const cancelled = await rig.command('/tickets/A002/cancel', {
      role: 'lobby',
      body: { reason: 'walked-out' },
    });
    expect(cancelled.status).toBe(200);
    expect((await detail('A002')).ticket).toMatchObject({ endReason: 'walked-out' });
  });

  it('DAY-5 says beforehand how many come back, and where they will be', async () => {
    const opening = async () =>
      DayOpening.parse(
        (await rig.send('GET', '/api/v1/halls/demo/day/opening', { role: 'supervisor' })).json,
      );
    const nobody = { waiting: 0, missed: 0, parked: 0, preparing: 0, bookings: 0 };
    expect(await opening()).toMatchObject({ reopens: false, ...nobody });
    const at1 = { role: 'teller', body: { counter: '1' } };
    expect((await rig.command('/tickets/A001/park', at1)).status).toBe(200);
    await close('end-remaining');
    const foreseen = { reopens: true, ...nobody, waiting: 1, parked: 1 };
    expect(await opening()).toMatchObject(foreseen);
    // Asking has changed nothing.
    expect(await opening()).toMatchObject(foreseen);
    await openHallDay(rig);
    expect((await detail('A001')).ticket.state).toBe('parked');
    expect((await detail('A002')).ticket.state).toBe('waiting');
  });

  it('DAY-5, PROOF-2 the explanation tells it in both languages', async () => {
    await close('end-remaining');
    await openHallDay(rig);
    const { text } = ExplanationReply.parse(await get('A001/explanation'));
    expect(text['en'].join(' ')).toContain('The day opened again and the ticket goes on: in line');
    expect(text['zh-CN'].join(' ')).toContain('重新营业，此号恢复：继续排队');
  });
});
