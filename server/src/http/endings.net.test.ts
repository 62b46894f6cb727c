import { TicketDetail, TicketReply, type TicketSummary } from '@tingxu/contract/rest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HttpRig, openHallDay, openHttpRig } from './testing/http-rig.ts';

let rig: HttpRig;
beforeEach(async () => {
  rig = await openHttpRig();
  await openHallDay(rig);
  await rig.command('/tickets', { role: 'kiosk', body: { service: 'cash' } });
});
afterEach(() => rig.close());

const AT_1 = { role: 'teller', body: { counter: '1' } } as const;
const later = (ms: number) => rig.clock.advanceTo(rig.clock.now() + ms);
const call = () => rig.command('/counters/1/call-next', { role: 'teller' });
const post = async (verb: string, send: object = AT_1): Promise<TicketSummary> =>
  TicketReply.parse((await rig.command(`/tickets/A001/${verb}`, send)).json).ticket;
const read = async (): Promise<TicketSummary> => {
  const reply = await rig.send('GET', '/api/v1/halls/demo/tickets/A001', { role: 'lobby' });
  return TicketDetail.parse(reply.json).ticket;
};
const miss = async (): Promise<TicketSummary> => {
  await call();
  later(20_000);
  await post('recall');
  later(20_000);
  return post('miss');
};
const serve = async (): Promise<TicketSummary> => {
  await call();
  return post('start');
};
const cancel = (reason: string) => post('cancel', { role: 'lobby', body: { reason } });
const close = () =>
  rig.command('/day/close', { role: 'supervisor', body: { remaining: 'end-remaining' } });

describe('END-1 an ended ticket names the counter that had it when it ended', () => {
  it.each<[string, string | null, () => Promise<TicketSummary>]>([
    [
      'served',
      '1',
      async () => {
        await call();
        await post('start');
        return post('finish');
      },
    ],
    ['cancelled-by-customer', null, () => cancel('cancelled-by-customer')],
    [
      'removed-by-staff',
      '1',
      async () => {
        await call();
        return cancel('removed-by-staff');
      },
    ],
    [
      'removed-by-staff',
      null,
      async () => {
        await miss();
        return cancel('removed-by-staff');
      },
    ],
    [
      'no-show',
      null,
      async () => {
        await miss();
        await post('return', { role: 'kiosk' });
        return miss();
      },
    ],
  ])('%s, counter %s: POST and GET say the same', async (endReason, counter, end) => {
    const said = await end();
    expect(said).toMatchObject({ state: 'ended', endReason, counter });
    expect(await read()).toEqual(said);
  });

  it.each<[string, string | null, () => Promise<unknown>]>([
    ['left-at-closing', null, async () => {}],
    ['left-at-closing', '1', call],
    ['session-ended', '1', serve],
    ['no-show', null, miss],
  ])('%s at the closing of the day, counter %s', async (endReason, counter, before) => {
    await before();
    await close();
    expect(await read()).toMatchObject({ state: 'ended', endReason, counter });
  });
});
