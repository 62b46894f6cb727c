import { NextCalls } from '@tingxu/contract/rest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type HttpRig, openHallDay, openHttpRig } from './testing/http-rig.ts';

let rig: HttpRig;
beforeEach(async () => {
  rig = await openHttpRig();
  await openHallDay(rig);
});
afterEach(() => rig.close());

const advice = async (): Promise<NextCalls['calls']> => {
  const reply = await rig.send('GET', '/api/v1/halls/demo/next-calls', { role: 'lobby' });
  expect(reply.status).toBe(200);
  return NextCalls.parse(reply.json).calls;
};

it('CALL-12 the API advises which free counter should call whom, and the call is that one', async () => {
  expect(await advice()).toEqual([]);
  await rig.command('/tickets', { role: 'lobby', body: { service: 'cash', lane: 'normal' } });
  const [next] = await advice();
  expect(next).toMatchObject({ number: 'A001', tier: null });
  const called = await rig.command(`/counters/${next?.counter}/call-next`, { role: 'teller' });
  expect(called.json).toMatchObject({ ticket: { id: next?.ticket, state: 'called' } });
  expect(await advice()).toEqual([]);
});

it('CALL-12 there is no advice before the day is open', async () => {
  const closed = await openHttpRig();
  const reply = await closed.send('GET', '/api/v1/halls/demo/next-calls', { role: 'supervisor' });
  expect(reply.json).toEqual({ calls: [] });
  await closed.close();
});
