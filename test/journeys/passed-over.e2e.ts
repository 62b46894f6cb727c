/**
 * A complaint and its answer, each person at the own screen: a VIP was passed over, and the trail says by whom,
 * when, why and how often. Source: H44.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { outcome, press, shown, state } from './desk.ts';
import { axeViolations, type Caller, type Rig, startRig } from './rig.ts';

const HALL = 'passed';
const DESK = { width: 1366, height: 768 } as const;
const PHONE = { width: 390, height: 844 } as const;
const SUPERVISOR: Caller = { role: 'supervisor', staff: 's01' };
const LOBBY: Caller = { role: 'lobby', staff: 'l01' };

let rig: Rig;
beforeAll(async () => {
  rig = await startRig('counter-client', 'lobby', 'supervisor', 'admin');
  await rig.post(`${HALL}/day/open`, {}, SUPERVISOR);
  for (const lane of ['vip', 'normal']) {
    await rig.post(`${HALL}/tickets`, { service: 'cash', lane }, LOBBY);
  }
});
afterEach(async () => rig.closePages());
afterAll(async () => rig.close());

const find = async (page: Page, numbers: string): Promise<void> => {
  await page.locator('[data-guide="find"] input').fill(numbers);
  await page.keyboard.press('Enter');
};
const history = (page: Page) => page.getByRole('dialog').getByTestId('trail');
/** Two tickets beside each other, told in words. */
const answer = async (page: Page): Promise<string> => {
  const told = page.getByRole('dialog').getByTestId('answer');
  await told.waitFor();
  return (await told.textContent()) ?? '';
};

it('CALL-9, PROOF-2 a VIP was passed over, and everybody who asks reads the same reason', async () => {
  const desk = await rig.open({ path: `/counter/?hall=${HALL}&counter=1`, as: 't01', ...DESK });
  await press(desk, 'Space');
  await state(desk, 'idle');
  // By the rule the VIP is next, and the counter says so.
  await desk.locator('[data-desk="idle"] [data-number="V001"]').waitFor();

  const lobby = await rig.open({ path: `/lobby/?hall=${HALL}`, as: 'l01', ...PHONE });
  await lobby.locator('[data-ticket="A001"]').click();
  await lobby.getByTestId('do-call').click();
  await lobby.locator('input[value="needs-care"]').check();
  await lobby.getByTestId('answer').click();
  await lobby.getByText('已叫 A001').waitFor();

  await state(desk, 'calling');
  expect(await shown(desk)).toBe('A001');
  await desk.locator('tbody tr', { hasText: /1\/\d/ }).locator('[data-number="V001"]').waitFor();

  const monitor = await rig.open({ path: `/supervisor/?hall=${HALL}`, as: 's01', ...DESK });
  await find(monitor, 'V001');
  await history(monitor).getByText('先叫了 A001').waitFor();
  await history(monitor)
    .getByText(/第 1 次，上限 \d+ 次/)
    .waitFor();
  expect(await axeViolations(monitor)).toEqual([]);
  await monitor.keyboard.press('Escape');

  // The VIP is next now, and comes.
  await press(desk, 'Space');
  await state(desk, 'serving');
  await press(desk, 'f');
  await outcome(desk, 'A001');
  await press(desk, 'Space');
  await state(desk, 'calling');
  expect(await shown(desk)).toBe('V001');

  await find(monitor, 'V001 A001');
  const told = await answer(monitor);
  // Not the teller of the counter chose.
  expect(told).toContain('A001 由人工选定（大堂经理 l01），原因：需要照顾。');
  const auditor = await rig.open({ path: `/admin/?hall=${HALL}#/trail`, as: 'u01', ...DESK });
  await auditor.locator('[data-page="trail"]').waitFor();
  await find(auditor, 'V001 A001');
  expect(await answer(auditor)).toBe(told);
});
