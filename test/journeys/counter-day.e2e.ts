/** What a teller does beside the usual loop, with the keyboard alone, against the real server. */
import { DEMO_PASSPHRASE } from '@tingxu/server/demo/demo-accounts';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask, dismiss, firstInList, outcome, press, shown, state, typeInto } from './desk.ts';
import { badTargets, cutTexts } from './geometry.ts';
import { axeViolations, type Caller, type Rig, startRig } from './rig.ts';

const LOBBY: Caller = { role: 'lobby', staff: 'l01' };
const SUPERVISOR: Caller = { role: 'supervisor', staff: 's01' };
const SCREEN = { width: 1366, height: 768 } as const;
const DOCKED = { width: 400, height: 768 } as const;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig('counter-client');
});
afterEach(async () => rig.closePages());
afterAll(async () => rig.close());

const openDay = (hall: string) => rig.post(`${hall}/day/open`, {}, SUPERVISOR);
const issue = async (hall: string, body = {}): Promise<string> => {
  const reply = await rig.post(`${hall}/tickets`, { service: 'cash', ...body }, LOBBY);
  return (reply['ticket'] as { number: string }).number;
};
const openDesk = (
  hall: string,
  counter: string,
  size: { width: number; height: number } = SCREEN,
) => {
  const path = `/counter/?hall=${hall}&counter=${counter}`;
  return rig.open({ path, as: `t0${counter}`, ...size });
};
const sound = async (page: Page): Promise<void> => {
  expect(await axeViolations(page)).toEqual([]);
  expect(await cutTexts(page)).toEqual([]);
};
/** Calls the next ticket at an open desk and starts it. */
const serveNext = async (page: Page): Promise<string> => {
  await press(page, 'Space');
  await state(page, 'calling');
  const number = (await shown(page)) ?? '';
  await press(page, 'Space');
  await state(page, 'serving');
  return number;
};

describe('customers who leave the counter and come back', () => {
  const HALL = 'counter-visits';

  it('LEG-4, LEG-6, LEG-7 sends a ticket first to another counter in three digits', async () => {
    await openDay(HALL);
    const moved = await issue(HALL);
    await issue(HALL);
    const [one, two] = [await openDesk(HALL, '1'), await openDesk(HALL, '2')];
    await press(two, 'Space');
    await state(two, 'idle');
    await press(one, 'Space');
    await state(one, 'idle');
    expect(await serveNext(one)).toBe(moved);
    await ask(one, 't', 'Digit1');
    await sound(one);
    await one.keyboard.press('Digit2');
    await one.getByText('如何排队').waitFor();
    await one.keyboard.press('Digit2');
    await outcome(one, `${moved} 已转移`);
    await state(one, 'idle');
    await two.locator(`tbody [data-number="${moved}"]`).waitFor();
    await expect.poll(() => firstInList(two)).toBe(moved);
    expect(await firstInList(one)).not.toBe(moved);
    await two.getByTestId('why-next').getByText('转来，优先').waitFor();
    expect(await serveNext(two)).toBe(moved);
    await two.getByTestId('notes').getByText('1 号窗口转来').waitFor();
    await sound(two);
  });

  it('PARK-1, PARK-3, PARK-5 sets a ticket aside for oneself and brings it back first', async () => {
    const two = await openDesk(HALL, '2');
    await state(two, 'serving');
    const number = (await shown(two)) ?? '';
    await ask(two, 's', 'Digit1', 'Numpad1');
    await outcome(two, `${number} 已暂离`);
    await state(two, 'idle');
    await two.locator('[data-away="parked"]', { hasText: '我的客户' }).waitFor();
    await sound(two);
    await ask(two, 'l', 'Digit1');
    await outcome(two, `${number} 回来，优先排队`);
    await expect.poll(() => firstInList(two)).toBe(number);
    await two.getByTestId('why-next').getByText('暂离回来，优先').waitFor();
  });

  it('PREP-3, PARK-5 sends a wrong form back and has the customer first afterwards', async () => {
    const two = await openDesk(HALL, '2');
    await state(two, 'idle');
    const number = await serveNext(two);
    await ask(two, 'Numpad9', 'Numpad1');
    await outcome(two, `${number} 已退回填单`);
    await two.locator('[data-away="preparing"]', { hasText: '退回填单' }).waitFor();
    await ask(two, 'Numpad5', 'Numpad1');
    await outcome(two, '单据备好');
    await expect.poll(() => firstInList(two)).toBe(number);
    expect(await serveNext(two)).toBe(number);
    await press(two, 'f');
    await state(two, 'idle');
  });

  it('PREP-1, PREP-2 calls a preparing ticket only when its forms are ready', async () => {
    const two = await openDesk(HALL, '2');
    await state(two, 'idle');
    const number = await issue(HALL, { preparing: true });
    await two.locator('[data-away="preparing"]', { hasText: number }).waitFor();
    await two.locator(`tbody [data-number="${number}"]`).waitFor({ state: 'detached' });
    await ask(two, 'c');
    await typeInto(two.getByRole('dialog').getByRole('textbox'), number.slice(1));
    await two.getByTestId('found').locator(`[data-number="${number}"]`).waitFor();
    await two.keyboard.press('Enter');
    await two.getByText('填好了').last().waitFor();
    await two.keyboard.press('Digit1');
    await outcome(two, `${number} 单据备好`);
    await two.locator(`tbody [data-number="${number}"]`).waitFor();
  });

  it('LEG-1, LEG-2, PREP-4 goes on with one more service of the same ticket', async () => {
    const two = await openDesk(HALL, '2');
    await state(two, 'idle');
    const number = await serveNext(two);
    await ask(two, 'n', 'Digit2');
    await outcome(two, `${number} 已加办业务`);
    await two.getByTestId('main').getByText('接着办理财业务').waitFor();
    await two.getByTestId('notes').getByText('随后 理财业务').waitFor();
    await press(two, 'Space');
    await two.getByTestId('main').getByText('办结并叫下一位').waitFor();
    await state(two, 'serving');
    await expect.poll(() => shown(two)).toBe(number);
    await two.locator('[data-seen="unchecked"]', { hasText: '本人手机' }).waitFor();
    await ask(two, 'e', 'Digit2');
    await two.getByTestId('record').getByText('记录缺 1 项').waitFor();
    await sound(two);
    await two.keyboard.press('Enter');
    await outcome(two, `${number} 材料已查验`);
    await two.locator('[data-seen="missing"]', { hasText: '本人手机' }).waitFor();
    const { legs } = await rig.get(`${HALL}/tickets/${number}`, SUPERVISOR);
    expect(legs).toMatchObject([{ endReason: 'served' }, { service: 'wealth', endReason: null }]);
    await press(two, 'f');
    await state(two, 'idle');
  });

  it('H62, LEG-1 refers a customer in three keys, and whoever serves them next reads why', async () => {
    const two = await openDesk(HALL, '2');
    await state(two, 'idle');
    const number = await serveNext(two);
    await ask(two, 'n');
    const referral = await two.locator('dialog[open] ol button').count();
    await dismiss(two);
    await ask(two, 'n', `Digit${referral}`, 'Digit1', 'Digit2');
    await outcome(two, `${number} 已加办业务`);
    await press(two, 'Space');
    await two.getByTestId('main').getByText('办结并叫下一位').waitFor();
    await two.getByTestId('notes').getByText('转介：潜在贵宾').waitFor();
    await sound(two);
    const { legs } = await rig.get(`${HALL}/tickets/${number}`, SUPERVISOR);
    expect(legs).toMatchObject([{ endReason: 'served' }, { service: 'wealth' }]);
    await press(two, 'f');
    await state(two, 'idle');
  });
});

describe('calls that are not left to the rule', () => {
  const HALL = 'counter-choice';

  it('CTR-6, CALL-4 calls a chosen ticket with a reason, and none past a protected one', async () => {
    await openDay(HALL);
    const [earliest, chosen, later] = [await issue(HALL), await issue(HALL), await issue(HALL)];
    const page = await openDesk(HALL, '1');
    await press(page, 'Space');
    await state(page, 'idle');
    const lookUp = async (number: string): Promise<void> => {
      await ask(page, 'c');
      await typeInto(page.getByRole('dialog').getByRole('textbox'), number);
      await page.getByTestId('found').locator(`[data-number="${number}"]`).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('[data-option="call"]').waitFor();
    };
    await lookUp(chosen);
    await page.keyboard.press('Digit1');
    await page.getByText('为什么指定这个号').waitFor();
    await sound(page);
    await page.keyboard.press('Digit2');
    await outcome(page, `已指定叫 ${chosen}`);
    await expect.poll(() => shown(page)).toBe(chosen);
    await press(page, 'f');
    await state(page, 'idle');
    // Passed over once, which is all that this hall allows.
    await page.getByTestId('why-next').getByText('必须先叫').waitFor();
    await lookUp(later);
    await page.keyboard.press('Digit1');
    await page.locator('dialog[open] [role="status"]', { hasText: earliest }).waitFor();
    await sound(page);
    await dismiss(page);
    const { legs } = await rig.get(`${HALL}/tickets/${chosen}`, SUPERVISOR);
    expect(legs).toMatchObject([{ calls: [{ chosen: 'needs-care' }] }]);
    await press(page, 'w');
    await page.getByTestId('hint').getByText(earliest).waitFor();
  });

  it('CTR-7 serves a walk-up customer in two digits', async () => {
    const page = await openDesk(HALL, '3');
    await press(page, 'Space');
    await state(page, 'idle');
    await ask(page, 'Numpad1', 'Numpad1', 'Numpad1');
    await state(page, 'serving');
    const number = await shown(page);
    expect(number).toMatch(/^W/);
    await press(page, 'f');
    await outcome(page, `${number} 已办结`);
  });

  it('CTR-9 calls for help, sees the answer, and ends the call', async () => {
    const page = await openDesk(HALL, '3');
    await state(page, 'idle');
    await ask(page, 'h', 'Digit3');
    const strip = page.getByTestId('help-strip');
    await strip.getByText('客户有异议').waitFor();
    await strip.getByText('等待应答').waitFor();
    await sound(page);
    await rig.post(`${HALL}/counters/3/help/answer`, {}, LOBBY);
    await strip.getByText('正在赶来').waitFor();
    await ask(page, 'Numpad0', 'Numpad1');
    await strip.waitFor({ state: 'detached' });
  });

  it('says why a key does nothing', async () => {
    const page = await openDesk(HALL, '3');
    await state(page, 'idle');
    await press(page, 't');
    const hint = page.getByTestId('hint');
    await hint.getByText('现在没有客户在办').waitFor();
    // What is asked next takes the hint away, so that the next one is another.
    await press(page, 'h');
    await dismiss(page);
    await hint.waitFor({ state: 'detached' });
    await page.getByTestId('recall').click({ force: true });
    await hint.getByText('现在没有客户在办').waitFor();
    await sound(page);
  });

  it('CTR-4 hands the counter over to another teller', async () => {
    const page = await openDesk(HALL, '3');
    await state(page, 'idle');
    // By the list of what is seldom wanted; the letter alone does the same.
    await press(page, 'g');
    const more = page.getByRole('dialog');
    await more.getByText('现在没有客户在办').first().waitFor();
    await sound(page);
    await more.locator('[data-option="handOver"]').waitFor();
    await page.keyboard.press('Digit6');
    const number = page.getByRole('dialog').getByLabel('工号');
    // Nobody's number: told where it was typed, to be typed again there.
    await typeInto(number, 't99');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('本厅没有可用的柜员工号与此相符').waitFor();
    await sound(page);
    await number.fill('t33');
    await page.keyboard.press('Enter');
    // Locked until the server has heard that somebody left.
    const signIn = page.locator('[data-session="out"]');
    await typeInto(signIn.getByLabel('口令', { exact: true }), DEMO_PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.locator('[data-staff="t33"]').waitFor();
    await page.reload();
    await page.locator('[data-staff="t33"]').waitFor();
  });
});

describe('a narrow strip beside the banking application', () => {
  it('shows everything of the moment, whole and large enough to hit', async () => {
    const HALL = 'counter-docked';
    await openDay(HALL);
    const page = await openDesk(HALL, '2', DOCKED);
    await press(page, 'Space');
    await state(page, 'idle');
    await sound(page);
    for (let count = 0; count < 9; count += 1) {
      await issue(HALL, { service: count % 2 ? 'wealth' : 'cash' });
    }
    await page.getByText('另有 5 位').waitFor();
    await sound(page);
    await serveNext(page);
    await sound(page);
    expect(await badTargets(page, { size: 24, gap: 4 })).toEqual([]);
    await ask(page, 'h', 'Digit1');
    await page.getByTestId('help-strip').waitFor();
    await sound(page);
    await ask(page, 't', 'Digit1', 'Digit1', 'Digit1');
    await outcome(page, '已转移');
  });
});
