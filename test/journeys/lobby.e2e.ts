/** The lobby manager with a phone in one hand, against the real server. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { badTargets, sticksOut } from './geometry.ts';
import { focusFault, pressAt, tabTo } from './keyboard.ts';

import { axeViolations, type Caller, type Rig, startRig } from './rig.ts';

const LOBBY: Caller = { role: 'lobby', staff: 'l01' };
const SUPERVISOR: Caller = { role: 'supervisor', staff: 's01' };
const T01: Caller = { role: 'teller', staff: 't01' };
const PHONE = { width: 390, height: 844 } as const;
const NARROW = { width: 360, height: 640 } as const;
/** Units: CSS px. */
const THUMB = { size: 48, gap: 0 } as const;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig('lobby');
  for (const hall of ['lobby', 'lobby-tasks', 'lobby-cut', 'early', 'lobby-none']) {
    await rig.post(`${hall}/day/open`, {}, SUPERVISOR);
  }
});
afterEach(async () => rig.closePages());
afterAll(async () => rig.close());

const phone = (hall: string) => ({ path: `/lobby/?hall=${hall}`, as: 'l01' });
const issue = async (hall: string, lane = 'normal', service = 'cash'): Promise<string> => {
  const reply = await rig.post(`${hall}/tickets`, { service, lane }, LOBBY);
  return (reply['ticket'] as { number: string }).number;
};
/** Calls the next ticket at counter 1 and lets it miss its calls. */
const missNext = async (hall: string): Promise<string> => {
  await rig.post(`${hall}/counters/1/open`, { staff: 't01' }, T01).catch(() => null);
  const reply = await rig.post(`${hall}/counters/1/call-next`, {}, T01);
  const { number } = reply['ticket'] as { number: string };
  await rig.post(
    `${hall}/tickets/${number}/miss-early`,
    { counter: '1', reason: 'customer-left' },
    LOBBY,
  );
  return number;
};
const card = (page: Page, number: string) => page.locator(`[data-ticket="${number}"]`);
const sheet = (page: Page) => page.getByRole('dialog');
const fits = async (page: Page): Promise<void> => {
  expect(await axeViolations(page)).toEqual([]);
  expect(await badTargets(page, THUMB)).toEqual([]);
  expect(await sticksOut(page)).toBe(false);
  const down = await page.evaluate(() => {
    const { scrollHeight, clientHeight } = document.documentElement;
    return scrollHeight > clientHeight;
  });
  expect(down).toBe(false);
};
/** The middle of a target, as a share of the height of the phone. */
const reach = async (page: Page, target: ReturnType<Page['locator']>): Promise<number> => {
  const box = await target.boundingBox();
  return box ? (box.y + box.height / 2) / (page.viewportSize()?.height ?? 1) : 0;
};

describe('the lobby manager', () => {
  it('signs in with number and passphrase, stays so over a reload, and leaves', async () => {
    const path = '/lobby/?hall=lobby';
    const page = await rig.open({ path, ...PHONE, ready: '[data-session="out"] form' });
    await page.getByLabel('工号').fill('柜员');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('alert').getByText('工号只含').waitFor();
    await fits(page);
    await page.getByLabel('工号').fill('L01');
    await page.getByLabel('口令', { exact: true }).fill('demo-demo-demo');
    await page.keyboard.press('Enter');
    await page.getByTestId('tab-people').waitFor();
    await page.reload();
    await page.getByTestId('tab-tasks').click();
    await page.getByText('l01').waitFor();
    await page.getByTestId('sign-out').click();
    await page.getByLabel('工号').waitFor();
  });

  it('brings a missed customer back with two touches of one thumb', async () => {
    const number = await issue('lobby');
    const page = await rig.open({ ...phone('lobby'), ...PHONE });
    await card(page, number).waitFor();
    expect(await missNext('lobby')).toBe(number);
    await page.getByTestId('group-missed').click();
    await fits(page);
    await card(page, number).click();
    const back = sheet(page).getByTestId('do-return');
    expect(await reach(page, back)).toBeGreaterThan(0.5);
    await fits(page);
    await back.click();
    await page.getByText(`${number} 已返回排队`).waitFor();
    await page.getByTestId('group-waiting').click();
    await card(page, number).getByText('过号 1 次').waitFor();
  });

  it('finds a ticket by its digits and changes its lane with the reason', async () => {
    const number = await issue('lobby', 'normal', 'accounts');
    const page = await rig.open({ ...phone('lobby'), ...PHONE });
    await page.getByTestId('tab-find').click();
    for (const digit of String(Number(number.slice(1)))) {
      await page.getByRole('button', { name: digit, exact: true }).click();
    }
    await card(page, number).waitFor();
    await fits(page);
    await card(page, number).click();
    await sheet(page).getByTestId('do-lane').click();
    const answer = sheet(page).getByTestId('answer');
    await expect.poll(() => answer.getAttribute('aria-disabled')).toBe('true');
    await sheet(page).getByText('长者').last().click();
    await sheet(page).getByText('需要照顾').click();
    await fits(page);
    await answer.click();
    await page.getByText(`${number} 已调整队列`).waitFor();
    const detail = await rig.get(`lobby/tickets/${number}`, LOBBY);
    expect(detail['ticket']).toMatchObject({ lane: 'elderly' });
  });

  it('CTR-6 has a customer called at a counter that is free, with the reason', async () => {
    await rig.post('lobby/counters/1/open', { staff: 't01' }, T01).catch(() => null);
    await issue('lobby');
    const number = await issue('lobby');
    const page = await rig.open({ ...phone('lobby'), ...PHONE });
    await card(page, number).click();
    await sheet(page).getByTestId('ahead').getByText('前面').waitFor();
    await sheet(page).getByTestId('do-call').click();
    await sheet(page).locator('input[value="needs-care"]').check();
    await fits(page);
    await sheet(page).getByTestId('answer').click();
    await page.getByText(`已叫 ${number}`).waitFor();
    const early = { counter: '1', reason: 'customer-left' };
    await rig.post(`lobby/tickets/${number}/miss-early`, early, LOBBY);
  });

  it('PREP-1, PREP-2 sends a customer to the forms and says when they are ready', async () => {
    const number = await issue('lobby');
    const page = await rig.open({ ...phone('lobby'), ...PHONE });
    await card(page, number).click();
    await sheet(page).getByTestId('do-prepare').click();
    await fits(page);
    await sheet(page).getByTestId('answer').click();
    await page.getByText(`${number} 去填单`).waitFor();
    await page.getByTestId('group-aside').click();
    await card(page, number).click();
    await sheet(page).getByTestId('do-ready').click();
    await page.getByText(`${number} 资料已齐`).waitFor();
    await card(page, number).waitFor({ state: 'detached' });
  });

  it('PREP-4 says with one thumb what is missing, then that all is there', async () => {
    const number = await issue('lobby', 'normal', 'accounts');
    const page = await rig.open({ ...phone('lobby'), ...PHONE });
    await card(page, number).click();
    await sheet(page).getByText('未查验').waitFor();
    await sheet(page).getByTestId('do-missing').click();
    const answer = sheet(page).getByTestId('answer');
    expect(await answer.getAttribute('aria-disabled')).toBe('true');
    await sheet(page).getByText('本人手机').last().click();
    await fits(page);
    expect(await reach(page, answer)).toBeGreaterThan(0.5);
    await answer.click();
    await sheet(page).locator('[data-seen="missing"]', { hasText: '本人手机' }).waitFor();
    expect(await reach(page, sheet(page).getByTestId('do-checked'))).toBeGreaterThan(0.5);
    await fits(page);
    await sheet(page).getByTestId('do-checked').click();
    await sheet(page).locator('[data-seen="complete"]').waitFor();
  });

  it('tells how a ticket ended that has left the hall', async () => {
    const number = await issue('lobby');
    const page = await rig.open({ ...phone('lobby'), ...PHONE });
    await card(page, number).click();
    await sheet(page).getByTestId('do-cancel').click();
    await sheet(page).getByText('自行离开').click();
    await fits(page);
    await sheet(page).getByTestId('answer').click();
    await page.getByText(`${number} 已作废`).waitFor();
    await sheet(page).waitFor({ state: 'hidden' });
    await page.getByTestId('tab-find').click();
    await page.getByRole('button', { name: '0', exact: true }).waitFor();
    await page.keyboard.type(number.toLowerCase());
    await page.getByRole('button', { name: '查询已结束的号' }).click();
    await sheet(page).getByText('自行离开').waitFor();
    await fits(page);
  });

  it('H13 issues a ticket and holds the number up, large', async () => {
    const page = await rig.open({ ...phone('lobby'), ...NARROW });
    await page.getByTestId('tab-issue').click();
    await page.getByTestId('service-cash').click();
    await page.getByTestId('lane-vip').click();
    await fits(page);
    await page.getByTestId('issue').click();
    const issued = page.getByTestId('issued');
    await issued.waitFor();
    const number = await issued.locator('[data-number]').getAttribute('data-number');
    expect(number).toMatch(/^V\d{3}$/);
    const height = await issued
      .locator('[data-number]')
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    expect(height).toBeGreaterThan(80);
    await fits(page);
    await page.getByTestId('next').click();
    await page.getByTestId('service-cash').waitFor();
  });

  it('HOURS-2, HOURS-3 issues before the doors open, and says from when the wait counts', async () => {
    const page = await rig.open({ ...phone('early'), ...PHONE });
    await page.getByTestId('tab-issue').click();
    await page.getByText('开门前取号').waitFor();
    await page.getByTestId('service-cash').click();
    await page.getByTestId('issue').click();
    await page.getByTestId('issued').waitFor();
  });
});

describe('by the keyboard alone', () => {
  it('ACC-06 a number is issued, found, moved to another lane, and every step is seen', async () => {
    const page = await rig.open({ ...phone('lobby'), ...PHONE });
    await pressAt(page, '[data-testid="tab-issue"]');
    await pressAt(page, '[data-testid="service-cash"]');
    await pressAt(page, '[data-testid="issue"]:not([aria-disabled])');
    const issued = page.getByTestId('issued').locator('[data-number]');
    const number = await issued.getAttribute('data-number');
    await pressAt(page, '[data-testid="tab-find"]');
    await page.getByTestId('typed').waitFor();
    await page.keyboard.type(String(number));
    await pressAt(page, `[data-ticket="${number}"]`);
    await pressAt(page, '[data-testid="do-lane"]');
    await tabTo(page, 'input[name="lane"]');
    await page.keyboard.press('Space');
    await tabTo(page, 'input[name="reason"]');
    await page.keyboard.press('Space');
    await pressAt(page, '[data-testid="answer"]:not([aria-disabled])');
    await page.getByText(`${number} 已调整队列`).waitFor();
    await sheet(page).waitFor({ state: 'hidden' });
    // The keyboard is where the sheet was opened.
    await card(page, String(number)).and(page.locator(':focus')).waitFor();
  });

  it('ACC-06 the check finds a ring that is missing or cut, and a focus under something else', async () => {
    const page = await rig.open({ ...phone('lobby-none'), ...PHONE });
    await tabTo(page, '[data-testid="tab-find"]');
    const spoilt = (style: Partial<CSSStyleDeclaration>): Promise<string | null> =>
      page
        .getByTestId('tab-find')
        .evaluate((element, bent) => void Object.assign(element.style, bent), style)
        .then(() => focusFault(page));
    expect(await spoilt({ outlineOffset: '30px' })).toContain('cut off');
    expect(await spoilt({ outline: 'none' })).toContain('no ring');
    expect(await spoilt({ visibility: 'visible', pointerEvents: 'none' })).toContain('hidden');
  });
});

describe('what waits for the lobby manager', () => {
  it('CTR-9 a call from a counter, answered and ended', async () => {
    await rig.post('lobby-tasks/counters/1/open', { staff: 't01' }, T01);
    const page = await rig.open({ ...phone('lobby-tasks'), ...PHONE });
    await rig.post('lobby-tasks/counters/1/help', { kind: 'dispute' }, T01);
    await page.getByTestId('tab-tasks').getByText('1', { exact: true }).waitFor();
    await page.getByTestId('tab-tasks').click();
    await page.getByText('客户有异议').waitFor();
    await fits(page);
    await page.getByRole('button', { name: '我去处理' }).click();
    await page.getByRole('button', { name: '已处理' }).click();
    await page.getByText('没有人呼叫').waitFor();
  });

  it('MISS-8 an elderly customer to accompany, from the issue on and at the call', async () => {
    const number = await issue('lobby-tasks', 'elderly');
    const page = await rig.open({ ...phone('lobby-tasks'), ...PHONE });
    await page.getByTestId('tab-tasks').click();
    await card(page, number).waitFor();
    await rig.post('lobby-tasks/counters/1/call-next', {}, T01);
    await page.getByText('已叫到 1 号窗口').waitFor();
    await fits(page);
    await page.getByRole('button', { name: '我去陪同' }).click();
    await page.getByText(`已记录陪同 ${number}`).waitFor();
    await page.getByRole('button', { name: '我去陪同' }).waitFor({ state: 'detached' });
  });
});

describe('a phone without its hall', () => {
  it('FEED-4 says so at once and sends nothing', async () => {
    const number = await issue('lobby-cut');
    const page = await rig.open({ ...phone('lobby-cut'), ...PHONE });
    await card(page, number).click();
    await page.context().setOffline(true);
    await page.locator('[data-connection="stale"]').waitFor();
    const cancel = sheet(page).getByTestId('do-cancel');
    await expect.poll(() => cancel.getAttribute('aria-disabled')).toBe('true');
    await page.context().setOffline(false);
    await page.locator('[data-connection="live"]').waitFor({ state: 'attached' });
    await expect.poll(() => cancel.getAttribute('aria-disabled')).toBeNull();
  });
});

describe('the check itself', () => {
  it('finds a planted target that is too small for a thumb', async () => {
    const page = await rig.open({ ...phone('lobby-none'), ...PHONE });
    await page.getByText('暂无客户等候').waitFor();
    await fits(page);
    await page.evaluate(() => {
      const small = document.createElement('button');
      small.textContent = 'small';
      Object.assign(small.style, { width: '40px', height: '40px' });
      document.querySelector('main')?.append(small);
    });
    expect((await badTargets(page, THUMB)).join()).toContain('small: 40.0 px');
  });
});
