/** A teller signs out while a customer is at the counter, against the real server. Rules: CTR-15. */
import { DEMO_PASSPHRASE } from '@tingxu/server/demo/demo-accounts';
import { rigHeaders } from '@tingxu/server/identity/testing/rig-people';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { press, shown, state, typeInto } from './desk.ts';
import { cutTexts } from './geometry.ts';
import { axeViolations, type Caller, type Rig, startRig } from './rig.ts';

const LOBBY: Caller = { role: 'lobby', staff: 'l01' };
const SUPERVISOR: Caller = { role: 'supervisor', staff: 's01' };
const DESK = { width: 1366, height: 768 } as const;
const DOCKED = { width: 400, height: 768 } as const;
const HALL = 'counter-visits';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig('counter-client', 'supervisor', 'lobby');
  await rig.post(`${HALL}/day/open`, {}, SUPERVISOR);
});
afterEach(async () => rig.closePages());
afterAll(async () => rig.close());

const issue = async (): Promise<string> => {
  const reply = await rig.post(`${HALL}/tickets`, { service: 'cash' }, LOBBY);
  return (reply['ticket'] as { number: string }).number;
};
const counter = async (id: string): Promise<unknown> => {
  const { counters } = await rig.get(HALL, SUPERVISOR);
  return (counters as { id: string }[]).find((one) => one.id === id);
};
const stateOf = async (number: string): Promise<unknown> => {
  const { ticket } = await rig.get(`${HALL}/tickets/${number}`, SUPERVISOR);
  return ticket;
};

/** Signed in nowhere else: the rig has many browsers of everybody. */
const onlyHere = async (staff: string): Promise<void> => {
  const headers = { ...rigHeaders('admin'), 'content-type': 'application/json' };
  const path = `/api/v1/accounts/${staff}/end-sessions`;
  const answer = await fetch(`${rig.url}${path}`, { method: 'POST', headers, body: '{}' });
  expect(answer.status).toBe(200);
};
const signIn = async (page: Page, staff: string): Promise<void> => {
  const form = page.locator('[data-session="out"]');
  await form.locator('[name="staff"]').fill(staff);
  await form.locator('[name="passphrase"]').fill(DEMO_PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.locator(`[data-staff="${staff}"]`).waitFor();
};
const openDesk = async (staff: string, at: string, size = DESK as typeof DESK | typeof DOCKED) => {
  await onlyHere(staff);
  const path = `/counter/?hall=${HALL}&counter=${at}`;
  const page = await rig.open({ path, ...size, ready: '[data-session="out"]' });
  await signIn(page, staff);
  return page;
};
const call = async (page: Page): Promise<string> => {
  await press(page, 'Space');
  await state(page, 'idle');
  await press(page, 'Space');
  await state(page, 'calling');
  return (await shown(page)) ?? '';
};
const leave = async (page: Page): Promise<void> => {
  await page.getByTestId('sign-out').click();
  await page.locator('dialog[open] [data-option="stay"]').waitFor();
};

it('CTR-15 asks, stays when nothing else is chosen, and tells the hall who was left alone', async () => {
  const number = await issue();
  const page = await openDesk('t05', '1');
  expect(await call(page)).toBe(number);
  await leave(page);
  expect(await axeViolations(page)).toEqual([]);
  expect(await cutTexts(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await state(page, 'calling');
  const monitor = await rig.open({ path: `/supervisor/?hall=${HALL}`, as: 's01', ...DESK });
  const lobby = await rig.open({
    ...{ path: `/lobby/?hall=${HALL}#tasks`, as: 'l01' },
    ...{ width: 412, height: 915 },
  });
  await leave(page);
  await page.keyboard.press('Digit4');
  await page.locator('[data-session="out"]').waitFor();
  await monitor.getByText('柜员已退出，客户还在').waitFor();
  await lobby.getByTestId('tab-tasks').click();
  await lobby.getByText('柜员已退出，客户还在').waitFor();
  expect(await stateOf(number)).toMatchObject({ state: 'called', counter: '1' });
  // Back at the counter, the call is taken back and the customer is still there.
  await signIn(page, 't05');
  await state(page, 'calling');
  await monitor.getByText('柜员已退出，客户还在').waitFor({ state: 'detached' });
  await press(page, 'Space');
  await state(page, 'serving');
  await leave(page);
  await page.keyboard.press('Digit2');
  await page.locator('[data-session="out"]').waitFor();
  expect(await stateOf(number)).toMatchObject({ state: 'ended', endReason: 'served' });
  expect(await counter('1')).toMatchObject({ state: 'closed' });
  expect(await monitor.getByText('柜员已退出，客户还在').count()).toBe(0);
});

it('CTR-15, CTR-4 hands the counter over with the customer, in a narrow strip too', async () => {
  const number = await issue();
  await onlyHere('t07');
  const page = await openDesk('t06', '2', DOCKED);
  expect(await call(page)).toBe(number);
  await press(page, 'Space');
  await state(page, 'serving');
  await leave(page);
  expect(await cutTexts(page)).toEqual([]);
  await page.keyboard.press('Digit3');
  await typeInto(page.getByRole('dialog').getByLabel('工号'), 't07');
  await page.keyboard.press('Enter');
  const form = page.locator('[data-session="out"]');
  await typeInto(form.getByLabel('口令', { exact: true }), DEMO_PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.locator('[data-staff="t07"]').waitFor();
  expect(await stateOf(number)).toMatchObject({ state: 'parked' });
  // Kept for this counter: back in line it is the next one here.
  await state(page, 'idle');
  await press(page, 'l');
  await page.locator('dialog[open] [data-option]', { hasText: number }).waitFor();
  await page.keyboard.press('Digit1');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await press(page, 'Space');
  await state(page, 'calling');
  expect(await shown(page)).toBe(number);
});

it('CTR-15 asks nothing where nobody is at the counter', async () => {
  const page = await openDesk('t08', '3');
  await page.getByTestId('sign-out').click();
  await page.locator('[data-session="out"]').waitFor();
});
