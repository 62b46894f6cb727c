import { ExplanationReply } from '@tingxu/contract/explanation';
import { CareReply } from '@tingxu/contract/rest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HttpRig, openHallDay, openHttpRig } from './testing/http-rig.ts';

let rig: HttpRig;
beforeEach(async () => {
  rig = await openHttpRig();
  await openHallDay(rig);
});
afterEach(() => rig.close());

const issue = () =>
  rig.command('/tickets', { role: 'lobby', body: { service: 'cash', lane: 'normal' } });
const later = (minutes: number) => rig.clock.advanceTo(rig.clock.now() + minutes * 60_000);
const answer = (role: string) => rig.command('/care/answer', { role, body: {} });
const told = async (number: string): Promise<string> => {
  const path = `/api/v1/halls/demo/tickets/${number}/explanation`;
  const { text } = ExplanationReply.parse((await rig.send('GET', path, { role: 'lobby' })).json);
  return text['zh-CN'].join('\n');
};

describe('somebody goes to those who wait long', () => {
  it('CARE-2 lobby manager and supervisor say so, with their name in the trail of each ticket', async () => {
    await issue();
    later(15);
    await issue();
    const reply = await answer('lobby');
    expect(reply.status).toBe(200);
    const { staff, tickets, answeredAt } = CareReply.parse(reply.json);
    expect({ tickets, answeredAt }).toEqual({
      tickets: 1,
      answeredAt: '2026-11-23T09:15:00.000+08:00',
    });
    expect(staff).not.toBeNull();
    expect(await told('A001')).toContain('前往安抚');
    expect(await told('A001')).toContain(String(staff));
    expect(await told('A002')).not.toContain('前往安抚');
    later(15);
    expect((await answer('supervisor')).json).toMatchObject({ tickets: 2 });
  });

  it('CARE-2 of two who tap at once one goes, and a retry is the same answer', async () => {
    await issue();
    later(15);
    const first = await rig.command('/care/answer', { role: 'lobby', body: {}, key: 'care-key-1' });
    expect((await answer('supervisor')).json).toMatchObject({ code: 'care-not-needed' });
    const again = await rig.command('/care/answer', { role: 'lobby', body: {}, key: 'care-key-1' });
    expect(again.text).toBe(first.text);
  });

  it('CARE-2 nobody else may, and nobody goes where nobody waits', async () => {
    await issue();
    later(15);
    for (const role of ['anonymous', 'kiosk', 'board', 'pad', 'teller', 'admin', 'auditor']) {
      expect((await answer(role)).json, role).toMatchObject({
        code: role === 'anonymous' ? 'unauthenticated' : 'forbidden',
      });
    }
    expect((await answer('lobby')).status).toBe(200);
    expect((await answer('lobby')).json).toMatchObject({ status: 409, code: 'care-not-needed' });
  });
});
