import { KioskHelpReply } from '@tingxu/contract/rest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HttpRig, openHallDay, openHttpRig } from './testing/http-rig.ts';

let rig: HttpRig;
beforeAll(async () => {
  rig = await openHttpRig();
  await openHallDay(rig);
});
afterAll(() => rig.close());

const help = (verb: string, role: string) =>
  rig.command(`/kiosks/K2/help${verb}`, { role, body: {} });

it('HELP-1, HELP-2 a kiosk asks, the lobby answers, the kiosk takes it back and may not ask at once', async () => {
  const asked = KioskHelpReply.parse((await help('', 'kiosk')).json);
  expect(asked).toMatchObject({ kiosk: 'K2', help: { answeredAt: null } });
  expect((await help('', 'kiosk')).json).toMatchObject({ code: 'help-already-called' });
  const answered = KioskHelpReply.parse((await help('/answer', 'lobby')).json);
  expect(answered.help?.answeredAt).toMatch(/^\d{4}-.*\+08:00$/);
  expect((await help('/answer', 'kiosk')).json).toMatchObject({ code: 'forbidden' });
  expect((await help('/end', 'kiosk')).json).toEqual({ kiosk: 'K2', help: null });
  const soon = await help('', 'kiosk');
  expect(soon.json).toMatchObject({ code: 'help-too-soon' });
  expect(Number(soon.json['retryAfterSeconds'])).toBeGreaterThan(50);
});

it('there is no kiosk of another name', async () => {
  const reply = await rig.command('/kiosks/lobby/help', { role: 'kiosk', body: {} });
  expect(reply.json).toMatchObject({ code: 'validation-failed' });
});
