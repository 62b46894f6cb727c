import { HallConfig } from '@tingxu/contract/config';
import { DayReply, HallDetail } from '@tingxu/contract/rest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { demoHall } from '../demo/demo-hall.ts';
import { type HttpRig, MORNING, openHallDay, openHttpRig } from './testing/http-rig.ts';

const hours = { week: { mon: [{ from: '09:30', to: '17:00' }] }, cutOffMinutes: 15 };

let rig: HttpRig;
beforeEach(async () => {
  rig = await openHttpRig({ config: HallConfig.parse({ ...demoHall(), hours }) });
  await openHallDay(rig);
});
afterEach(() => rig.close());

const take = (role: string) => rig.command('/tickets', { role, body: { service: 'cash' } });
const order = (path: string, body: object, role = 'supervisor') =>
  rig.command(`/day/issuing/${path}`, { role, body });
const issuing = (json: unknown) => DayReply.parse(json).hall.issuing;

it('HOURS-2 a kiosk is told when tickets begin, and the hall says so to everybody', async () => {
  const early = await take('kiosk');
  expect([early.status, early.json['code']]).toEqual([409, 'issuing-not-yet']);
  expect(early.json['retryAfterSeconds']).toBe(1_800);
  const { hall } = HallDetail.parse(
    (await rig.send('GET', '/api/v1/halls/demo', { role: 'kiosk' })).json,
  );
  expect(hall.issuing).toEqual({
    state: 'not-yet',
    until: '2026-11-23T09:30:00.000+08:00',
    reason: null,
  });
  rig.clock.advanceTo(MORNING + 25 * 60_000);
  expect((await take('lobby')).status).toBe(201);
  rig.clock.advanceTo(MORNING + 30 * 60_000);
  expect((await take('kiosk')).status).toBe(201);
});

it('HOURS-4, HOURS-5 a manager stops and extends issuing, nobody else does, and the trail has who', async () => {
  rig.clock.advanceTo(MORNING + 60 * 60_000);
  expect((await order('stop', { reason: 'overcrowded' }, 'lobby')).status).toBe(403);
  expect((await order('stop', { reason: 'because' })).status).toBe(400);
  const until = '2026-11-23T11:00:00+08:00';
  const stopped = await order('stop', { reason: 'overcrowded', until });
  expect(issuing(stopped.json)).toEqual({
    ...{ state: 'stopped', reason: 'overcrowded', until: '2026-11-23T11:00:00.000+08:00' },
  });
  expect((await take('kiosk')).json['code']).toBe('issuing-stopped');
  expect((await order('resume', {})).status).toBe(200);
  expect((await order('resume', {})).json['code']).toBe('issuing-not-changed');
  rig.clock.advanceTo(Date.parse('2026-11-23T16:45:00+08:00'));
  expect((await take('lobby')).json['code']).toBe('issuing-over');
  const extension = { reason: 'customer-need', until: '2026-11-23T17:10:00+08:00' };
  expect(issuing((await order('extend', extension)).json)?.state).toBe('extended');
  expect((await take('kiosk')).status).toBe(201);
  const past = { ...extension, until: '2026-11-23T16:00:00+08:00' };
  expect((await order('extend', past)).json['code']).toBe('instant-passed');
  const far = { ...extension, until: '9999-12-31T23:59:59Z' };
  expect((await order('extend', far)).json['code']).toBe('validation-failed');
});

it('ISSUE-7 holds up a kiosk that takes tickets faster than people, and no staff and no repetition', async () => {
  const flooded = await openHttpRig({ ticketsPerMinute: 20 });
  await openHallDay(flooded);
  const take = (role: string, key?: string) =>
    flooded.command('/tickets', { role, body: { service: 'cash' }, ...(key && { key }) });
  for (const key of ['flood-key-1', 'flood-key-2', 'flood-key-3']) {
    expect((await take('kiosk', key)).status).toBe(201);
  }
  const held = await take('kiosk');
  expect([held.status, held.json['code'], held.headers['retry-after']]).toEqual([
    ...[429, 'too-many-requests', '2'],
  ]);
  expect((await take('kiosk', 'flood-key-3')).headers['idempotency-replayed']).toBe('true');
  for (const _ of [1, 2, 3, 4]) expect((await take('lobby')).status).toBe(201);
  await flooded.close();
});
