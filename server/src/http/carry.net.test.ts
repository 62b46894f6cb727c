import { HallConfig } from '@tingxu/contract/config';
import { ExplanationReply } from '@tingxu/contract/explanation';
import { TicketDetail } from '@tingxu/contract/rest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoHall } from '../demo/demo-hall.ts';
import { type HttpRig, openHallDay, openHttpRig } from './testing/http-rig.ts';

const VISITS = {
  ...{ stay: true, keepWait: true, first: false, afterPark: 'return' },
  ...{ parkMs: 900_000, parkMaxMs: 7_200_000, carryMs: 14_400_000 },
};
const DAY_MS = 86_400_000;
const YESTERDAY = '20261123-0001';

let rig: HttpRig;
beforeEach(async () => {
  rig = await openHttpRig({ config: HallConfig.parse({ ...demoHall(), visits: VISITS }) });
  await openHallDay(rig);
  const at1 = { role: 'teller', body: { counter: '1' } };
  await rig.command('/tickets', { role: 'kiosk', body: { service: 'cash' } });
  await rig.command('/counters/1/call-next', { role: 'teller' });
  expect((await rig.command('/tickets/A001/park', at1)).status).toBe(200);
  const close = { role: 'supervisor', body: { remaining: 'refuse' } };
  expect((await rig.command('/day/close', close)).status).toBe(200);
  rig.clock.advanceTo(rig.clock.now() + DAY_MS);
  await openHallDay(rig);
});
afterEach(() => rig.close());

const get = async (path: string, role: string) =>
  (await rig.send('GET', `/api/v1/halls/demo/tickets/${path}`, { role })).json;
const detail = async (ref: string, role: string) => TicketDetail.parse(await get(ref, role));

describe('a parked ticket over the cut-over', () => {
  it('PARK-6 ends as carried over, and says to everybody which ticket it is now', async () => {
    const { ticket, goesOnAs, trail } = await detail(YESTERDAY, 'kiosk');
    expect(ticket).toMatchObject({ state: 'ended', endReason: 'carried-over', number: 'A001' });
    expect(goesOnAs).toEqual({ id: '20261124-0001', number: 'A001' });
    expect(trail).toEqual([]);
  });

  it('PARK-6 both trails name the other ticket', async () => {
    const before = await detail(YESTERDAY, 'lobby');
    expect(before.trail.slice(-2).map(({ type }) => type)).toEqual(['TicketLeft', 'TicketCarried']);
    const after = await detail('A001', 'lobby');
    expect(after.ticket).toMatchObject({ id: '20261124-0001', state: 'parked' });
    const [issued] = after.trail;
    expect(issued?.data).toMatchObject({ carried: { ticket: YESTERDAY, number: 'A001' } });
  });

  it('PARK-6 the explanation tells it in both languages', async () => {
    const before = ExplanationReply.parse(await get(`${YESTERDAY}/explanation`, 'lobby'));
    expect(before.text['en'].slice(-2).join(' ')).toContain('Goes on as A001');
    expect(before.text['zh-CN'].join(' ')).toContain('结转为新号 A001');
    const after = ExplanationReply.parse(await get('A001/explanation', 'lobby'));
    expect(after.text['en'].join(' ')).toContain('Carried over from A001 of the day before');
    expect(after.text['zh-CN'].join(' ')).toContain('由前一营业日的 A001 结转');
  });

  it('PARK-6 whoever comes back is called first, under the new number', async () => {
    await rig.command('/tickets', { role: 'kiosk', body: { service: 'cash' } });
    expect((await rig.command('/tickets/A001/resume', { role: 'lobby' })).status).toBe(200);
    const called = await rig.command('/counters/1/call-next', { role: 'teller' });
    expect(called.json['ticket']).toMatchObject({ id: '20261124-0001', number: 'A001' });
  });
});
