/** The duty manager at the monitor and on a phone, against the real server. */
import type { CallReasons } from '@tingxu/contract/call-reasons';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { colourOnly, paleToSomeEye } from './colour.ts';
import { sticksOut } from './geometry.ts';
import { pressAt } from './keyboard.ts';
import { axeViolations, type Caller, type Rig, startRig } from './rig.ts';

const LOBBY: Caller = { role: 'lobby', staff: 'l01' };
const SUPERVISOR: Caller = { role: 'supervisor', staff: 's01' };
const T01: Caller = { role: 'teller', staff: 't01' };
const WALL = { width: 1920, height: 1080 } as const;
const PHONE = { width: 390, height: 844 } as const;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig('supervisor');
});
afterEach(async () => rig.closePages());
afterAll(async () => rig.close());

const monitor = (hall: string, more = '', as = 's01') => ({
  ...{ path: `/supervisor/?hall=${hall}${more}`, as },
});
/** The day is open, and the counter where one is named, whichever journey was first in the hall. */
const atWork = async (hall: string, counter?: string): Promise<void> => {
  const { hall: about, counters } = await rig.get(hall, SUPERVISOR);
  if (!(about as { open: boolean }).open) await rig.post(`${hall}/day/open`, {}, SUPERVISOR);
  const at = (counters as { id: string; state: string }[]).find(({ id }) => id === counter);
  if (counter !== undefined && (at?.state ?? 'closed') === 'closed') {
    await rig.post(`${hall}/counters/${counter}/open`, { staff: 't01' }, T01);
  }
};
const issue = async (hall: string, service = 'cash', lane = 'normal'): Promise<string> => {
  const reply = await rig.post(`${hall}/tickets`, { service, lane }, LOBBY);
  return (reply['ticket'] as { number: string }).number;
};
const waitingRows = (page: Page) =>
  page.locator('tbody tr', { has: page.locator('[data-number]') });
const card = (page: Page, counter: string) => page.locator(`li[data-counter="${counter}"]`);
const clean = async (page: Page): Promise<void> => expect(await axeViolations(page)).toEqual([]);
/** The monitor draws itself anew when its size changes. */
const fitsWidth = (page: Page) => expect.poll(() => sticksOut(page)).toBe(false);
/** What cannot be pressed says so. */
const blocked = (target: Locator) =>
  expect.poll(() => target.getAttribute('aria-disabled')).toBe('true');

describe('the live hall', () => {
  it.each([
    ['on a wall', WALL],
    ['at a desk', { width: 1366, height: 768 }],
    ['on a phone', PHONE],
  ])('fits and is accessible %s, in every language', async (_place, size) => {
    for (const locale of ['zh-CN', 'zh-HK', 'en'] as const) {
      const page = await rig.open({ ...monitor('demo'), locale, ...size });
      await card(page, '1').waitFor();
      await expect.poll(() => waitingRows(page).count()).toBeGreaterThan(0);
      await fitsWidth(page);
      await clean(page);
      await page.context().close();
    }
  });

  it('CTR-6 shows a ticket, has it called at a free counter, and shows its end without being asked', async () => {
    await atWork('monitor');
    const page = await rig.open({ ...monitor('monitor'), ...WALL });
    await card(page, '1').getByText('未开放').waitFor();
    await clean(page);
    await rig.post('monitor/counters/1/open', { staff: 't01' }, T01);
    await card(page, '1').getByText('空闲').waitFor();
    const number = await issue('monitor');
    await waitingRows(page).getByText(number.slice(1)).waitFor();
    await page.getByRole('button', { name: `指定叫号… ${number}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('1 号窗口').and(page.locator(':checked')).waitFor();
    await clean(page);
    await dialog.getByRole('button', { name: '现在叫号' }).click();
    await card(page, '1').getByText('叫号中').waitFor();
    await card(page, '1').locator(`[data-number="${number}"]`).waitFor();
    await rig.post(`monitor/tickets/${number}/start`, { counter: '1' }, T01);
    await card(page, '1').getByText('办理中').waitFor();
    await rig.post(`monitor/tickets/${number}/finish`, { counter: '1' }, T01);
    await card(page, '1').getByText('空闲').waitFor();
    // The figures of the day come once a minute, and with the page.
    await page.reload();
    await card(page, '1').getByTestId('chosen').getByText('手选 1').waitFor();
    await clean(page);
    const normal = page.locator('section[data-lane="normal"]');
    await normal.getByText('100%').waitFor();
  });

  it('shows one lane when asked, and keeps the place of the keyboard', async () => {
    await atWork('monitor');
    const page = await rig.open({ ...monitor('monitor'), ...WALL });
    const [first, second] = [await issue('monitor'), await issue('monitor')];
    const vip = await issue('monitor', 'wealth', 'vip');
    await page.locator(`tbody [data-number="${vip}"]`).waitFor();
    await page.getByRole('button', { name: '贵宾', exact: true }).click();
    await page.locator(`tbody [data-number="${first}"]`).waitFor({ state: 'detached' });
    await expect.poll(() => waitingRows(page).count()).toBe(1);
    await page.getByRole('button', { name: '全部', exact: true }).click();
    const cancel = (number: string) => page.getByRole('button', { name: `作废 ${number}` });
    await cancel(first).focus();
    await rig.post(`monitor/tickets/${first}/cancel`, { reason: 'removed-by-staff' }, LOBBY);
    await cancel(first).waitFor({ state: 'detached' });
    const focus = page.locator(':focus');
    await cancel(second).or(cancel(vip)).and(focus).waitFor();
  });

  it('FEED-4 says that the picture stands still, and sends nothing from it', async () => {
    const page = await rig.open({ ...monitor('monitor'), ...WALL });
    await page.context().setOffline(true);
    await page.locator('[data-connection="stale"]').waitFor();
    await clean(page);
    await blocked(page.getByTestId('turn-day'));
    await page.context().setOffline(false);
    await page.locator('[data-connection="live"]').waitFor({ state: 'attached' });
  });
});

describe('what staff decide', () => {
  it('ACC-06 cancels with a reason by the keyboard alone, under the number of whoever is signed in', async () => {
    await atWork('monitor');
    const page = await rig.open({ ...monitor('monitor'), ...WALL });
    const number = await issue('monitor');
    await page.locator(`tbody [data-number="${number}"]`).waitFor();
    await pressAt(page, `button[aria-label="作废 ${number}"]`);
    const dialog = page.getByRole('dialog');
    await dialog.getByText(`作废 ${number}？`).waitFor();
    await clean(page);
    await pressAt(page, 'dialog[open] [data-testid="cancel-go"]');
    await page.getByText(`${number} 已作废`).waitFor();
    await clean(page);
    const { trail } = await rig.get(`monitor/tickets/${number}`, SUPERVISOR);
    const last = (trail as { by: unknown; data: unknown }[]).at(-1);
    expect(last).toMatchObject({
      by: { role: 'supervisor', staff: 's01' },
      data: { reason: 'removed-by-staff' },
    });
  });

  it('BOOK-1, BOOK-4, BOOK-6 books for a customer, moves it, finds it by its reference, checks it in', async () => {
    await rig.post('kiosk/day/open', {}, SUPERVISOR);
    const page = await rig.open({ ...monitor('kiosk', '&role=lobby#/bookings', 'l01'), ...PHONE });
    const slots = page.locator('[data-service="cash"] button[data-slot]');
    await slots.first().click();
    await page.getByTestId('take-slot').click();
    const told = page.locator('[data-reference]');
    const reference = (await told.getAttribute('data-reference')) ?? '';
    await clean(page);
    await page.getByRole('button', { name: '客户已记下' }).click();
    const row = page.locator('[data-booking]');
    await row.getByRole('button', { name: /^改期/ }).click();
    await slots.nth(1).click();
    await page.getByTestId('take-slot').click();
    await page.getByText('已改期，预约码不变').waitFor();
    await page.getByLabel('预约码', { exact: true }).fill(reference.toLowerCase());
    await page.keyboard.press('Enter');
    await page.locator('[data-found]').waitFor();
    expect(await sticksOut(page)).toBe(false);
    await clean(page);
    await row.getByRole('button', { name: /^签到/ }).click();
    await page.getByText('已签到，号码').waitFor();
    const number = await row.locator('[data-number]').getAttribute('data-number');
    const { trail } = await rig.get(`kiosk/tickets/${number}`, SUPERVISOR);
    expect(JSON.stringify(trail)).not.toContain(reference);
  });

  it('MISS-4 brings a missed customer back, as lobby manager on a phone', async () => {
    await atWork('monitor', '1');
    const number = await issue('monitor');
    const call = async (): Promise<string> => {
      const { ticket } = await rig.post('monitor/counters/1/call-next', {}, T01);
      const called = (ticket as { number: string }).number;
      if (called === number) return called;
      await rig.post(`monitor/tickets/${called}/finish`, { counter: '1' }, T01);
      return call();
    };
    await call();
    const miss = () => rig.post(`monitor/tickets/${number}/miss`, { counter: '1' }, T01);
    await expect(miss()).rejects.toThrow('miss-too-early');
    const tried = (send: Promise<unknown>) => send.then(String, String);
    // A recall counts once the interval has passed, a miss is allowed one interval later.
    const counted = async () => {
      const { legs } = await rig.get(`monitor/tickets/${number}`, SUPERVISOR);
      const calls = (legs as { calls: { counted: boolean }[] }[]).flatMap((leg) => leg.calls);
      if (calls.filter((each) => each.counted).length >= 2) return true;
      await rig.post(`monitor/tickets/${number}/recall`, { counter: '1' }, T01);
      return false;
    };
    await expect.poll(counted, { interval: 700 }).toBe(true);
    await expect.poll(() => tried(miss()), { interval: 700 }).not.toContain('miss-too-early');
    const page = await rig.open({ ...monitor('monitor', '&role=lobby', 'l01'), ...PHONE });
    await page.getByRole('button', { name: '返回排队' }).click();
    expect(await page.getByTestId('turn-day').count()).toBe(0);
    await page.getByText(`${number} 已返回排队`).waitFor();
    await page.getByText('没有过号客户').waitFor();
    await page.locator('tbody').getByText('过号返回').waitFor();
  });

  it('DAY-3 closes the day only when nobody is left', async () => {
    const page = await rig.open({ ...monitor('day'), ...WALL });
    const closed = page.getByText('未营业').first();
    await closed.waitFor();
    await clean(page);
    const turn = page.getByTestId('turn-day');
    const confirm = page.getByTestId('confirm-day');
    await turn.click();
    await page.getByText('开始今日营业？').waitFor();
    await confirm.click();
    await page.getByText('营业日已开始').waitFor();
    const number = await issue('day');
    await waitingRows(page).getByText(number.slice(1)).waitFor();
    await turn.click();
    await page.getByText('还有 1 位客户未办完').waitFor();
    await blocked(confirm);
    await clean(page);
    await rig.post(`day/tickets/${number}/cancel`, { reason: 'removed-by-staff' }, LOBBY);
    await page.getByText('结束后停止取号和叫号').waitFor();
    await confirm.click();
    await page.getByText('营业日已结束').waitFor();
    await closed.waitFor();
  });

  it('DAY-4, HOURS-6 says that issuing is stopped, and ends whoever is left only on a word of its own', async () => {
    await rig.post('day/day/open', {}, SUPERVISOR);
    const number = await issue('day');
    await rig.post('day/day/issuing/stop', { reason: 'equipment' }, SUPERVISOR);
    const page = await rig.open({ ...monitor('day'), ...WALL });
    await page.getByTestId('alarms').getByText('暂停取号').waitFor();
    await page.getByTestId('alarms').getByText('设备故障').waitFor();
    await page.setViewportSize(PHONE);
    await fitsWidth(page);
    await page.setViewportSize(WALL);
    await page.getByTestId('turn-day').click();
    await page.getByText('等候 1、在窗口 0、暂离或填单 0').waitFor();
    const confirm = page.getByTestId('confirm-day');
    await blocked(confirm);
    await page.getByTestId('end-remaining').check();
    await clean(page);
    await confirm.click();
    await page.getByText('营业日已结束').waitFor();
    const { ticket } = await rig.get(`day/tickets/${number}`, SUPERVISOR);
    expect(ticket).toMatchObject({ state: 'ended', endReason: 'left-at-closing' });
  });
});

describe('the end of the day', () => {
  it('HOURS-5, HOURS-10, STAT-4 extends issuing, then sees who would be late, what would help, and the day so far', async () => {
    await rig.post('closing/day/open', {}, SUPERVISOR);
    await rig.post('closing/counters/1/open', { staff: 't01' }, T01);
    const page = await rig.open({ ...monitor('closing'), ...WALL });
    await page.getByTestId('turn-issuing').click();
    await page.getByLabel('延长取号').check();
    await page.getByLabel('客户需要').check();
    await page.getByRole('radio', { name: '15 分钟' }).check();
    await clean(page);
    await page.getByTestId('confirm-issuing').click();
    await page.getByText('已延长取号').waitFor();
    for (let count = 0; count < 6; count += 1) await issue('closing');
    const alarms = page.getByTestId('alarms');
    await alarms.getByText('办不完').waitFor();
    await alarms.getByText('加开 2 号窗口').waitFor();
    await page.reload();
    const charts = page.getByTestId('course').getByRole('img');
    await expect.poll(() => charts.count()).toBe(3);
    await expect.poll(() => charts.first().getAttribute('aria-label')).toContain('6');
    await clean(page);
    await page.setViewportSize(PHONE);
    await fitsWidth(page);
  });
});

describe('what must not be overlooked', () => {
  it('CTR-9 a call from a counter stands on top, is answered and ended', async () => {
    await atWork('watch', '1');
    const page = await rig.open({ ...monitor('watch'), ...WALL });
    await card(page, '1').getByText('空闲').waitFor();
    await rig.post('watch/counters/1/help', { kind: 'approval' }, T01);
    const alarms = page.getByTestId('alarms');
    await alarms.getByText('需要授权').waitFor();
    await clean(page);
    await alarms.getByRole('button', { name: '我去处理' }).click();
    await alarms.getByRole('button', { name: '已处理' }).click();
    await alarms.waitFor({ state: 'detached' });
  });

  it('END-3, PARK-3 shows who is set aside, brings them back, and adds the day up', async () => {
    await atWork('watch', '1');
    const number = await issue('watch');
    await issue('watch');
    await rig.post('watch/counters/1/call-next', {}, T01);
    await rig.post(`watch/tickets/${number}/park`, { counter: '1' }, T01);
    for (const size of [WALL, PHONE]) {
      const page = await rig.open({ ...monitor('watch'), ...size });
      await page.getByTestId('aside').getByText('窗口暂离').waitFor();
      await page.getByTestId('turn-day').click();
      const sum = page.getByRole('dialog').getByTestId('sum');
      await sum.getByText('两边相等').waitFor();
      await sum.locator('[data-term="parked"]').getByText('1').first().waitFor();
      await fitsWidth(page);
      await clean(page);
      await page.context().close();
    }
    const page = await rig.open({ ...monitor('watch'), ...WALL });
    await page.getByRole('button', { name: '已回来' }).click();
    await page.getByText(`${number} 已恢复等候`).waitFor();
    await waitingRows(page).getByText(number.slice(1)).waitFor();
  });

  it.each(['zh-CN', 'en'] as const)(
    'can be read from a wall in %s, without controls',
    async (locale) => {
      // A call for help that stands is asked once, whichever language comes first.
      await rig.post('demo/kiosks/K1/help', {}, { role: 'kiosk' }).catch(() => null);
      const page = await rig.open({ ...monitor('demo', '&wall'), locale, ...WALL });
      await card(page, '1').waitFor();
      await page.getByTestId('alarms').waitFor();
      await fitsWidth(page);
      expect(await page.getByTestId('find').count()).toBe(0);
      const size = () =>
        page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
      await expect.poll(size).toBeGreaterThan(20);
      await clean(page);
    },
  );
});

describe('quiet mode', () => {
  it('VOICE-9 is turned on and off at the desk, and every monitor says so meanwhile', async () => {
    const desk = await rig.open({ ...monitor('demo'), width: 1366, height: 768 });
    const wall = await rig.open({ ...monitor('demo', '&wall'), ...WALL });
    const mark = wall.getByText('静音中，只上屏不播报');
    const button = desk.getByTestId('voice');
    await button.click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('button', { name: '静音' }).click();
    await dialog.getByText('静音中不播报').waitFor();
    await clean(desk);
    await mark.waitFor();
    await dialog.getByRole('button', { name: '恢复播报' }).click();
    await mark.waitFor({ state: 'detached' });
    await dialog.getByText('静音中不播报').waitFor({ state: 'detached' });
    await desk.keyboard.press('Escape');
    await button.getByText('静音中').waitFor({ state: 'detached' });
  });
});

describe('the trail of a ticket', () => {
  it('CALL-9 answers why a ticket was called, and who was passed over', async () => {
    const { explanation } = await rig.get('demo/tickets/V001/explanation', SUPERVISOR);
    const { steps } = explanation as { steps: { kind: string; reasons?: CallReasons }[] };
    const called = steps.find(({ kind }) => kind === 'called')?.reasons;
    const page = await rig.open({ ...monitor('demo'), ...WALL });
    await page.getByLabel('查号码').fill('v001');
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog');
    await sheet.getByTestId('trail').waitFor();
    const why = sheet.getByTestId('why');
    await why.getByText('规则“加权等候”').waitFor();
    const words = called?.how === 'alone' ? '窗口可叫的只有这个号' : 'V001 得分最高';
    await why.getByText(words).first().waitFor();
    for (const { number } of called?.passedOver ?? []) {
      await why.locator(`[data-number="${number}"]`).first().waitFor();
    }
    const told = sheet.getByTestId('trail').locator('li');
    await expect.poll(() => told.count()).toBe(steps.length);
    await clean(page);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
  });

  it('follows a ticket that moves while the sheet is open', async () => {
    await atWork('monitor');
    const page = await rig.open({ ...monitor('monitor'), ...PHONE });
    const number = await issue('monitor', 'wealth');
    await page.locator(`tbody [data-number="${number}"]`).click();
    const events = page.getByTestId('trail').locator('li');
    await expect.poll(() => events.count()).toBe(1);
    await fitsWidth(page);
    await clean(page);
    await rig.post(`monitor/tickets/${number}/cancel`, { reason: 'removed-by-staff' }, LOBBY);
    await events.getByText('结束：工作人员移除').waitFor();
  });

  it('PROOF-2 says of two tickets which came first, why, and how often each was called', async () => {
    const { text } = await rig.get('demo/tickets/V001/explanation/A001', SUPERVISOR);
    const [first] = (text as { en: string[] }).en;
    const page = await rig.open({ ...monitor('demo'), locale: 'en', ...PHONE });
    await page.getByLabel('Find a ticket').fill('v001 a001');
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog');
    await sheet
      .getByTestId('answer')
      .getByText(first ?? '')
      .waitFor();
    for (const number of ['V001', 'A001']) {
      await sheet.locator(`[data-history="${number}"]`).getByText(`${number} was`).waitFor();
    }
    await fitsWidth(page);
    await clean(page);
    // From the comparison to one of the two, and back by its own box.
    await sheet.locator('[data-history="A001"] [data-number="A001"]').click();
    await sheet.getByTestId('trail').waitFor();
    const box = sheet.getByLabel('Compare with another ticket');
    await box.fill('A001');
    await page.keyboard.press('Enter');
    await sheet.getByRole('alert').waitFor();
    await box.fill('V001');
    await page.keyboard.press('Enter');
    await sheet
      .getByTestId('answer')
      .getByText(first ?? '')
      .waitFor();
  });

  it('FEED-4 says on the sheet, too, that the picture stands still, and closes however it is asked', async () => {
    const page = await rig.open({ ...monitor('demo'), ...PHONE });
    const sheet = page.getByRole('dialog');
    const find = async (): Promise<void> => {
      await page.getByLabel('查号码').fill('V001');
      await page.keyboard.press('Enter');
      await sheet.getByTestId('trail').waitFor();
    };
    await find();
    await page.context().setOffline(true);
    const band = sheet.locator('[data-connection="stale"]');
    await band.waitFor();
    await sheet.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await expect.poll(async () => (await band.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.context().setOffline(false);
    await sheet.locator('[data-connection="live"]').waitFor({ state: 'attached' });
    // A browser closes a dialog by itself when Escape is pressed twice: it must open again.
    for (let time = 0; time < 3; time += 1) {
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'hidden' });
      await find();
    }
  });

  it('says what is wrong with a number', async () => {
    const page = await rig.open({ ...monitor('demo'), ...WALL });
    const box = page.getByLabel('查号码');
    await box.fill('O12');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('一个字母加至少三位数字').waitFor();
    await clean(page);
    await box.fill('A999');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('今日没有这个号码').waitFor();
    await clean(page);
  });
});

describe('an eye that sees few colours', () => {
  it('ACC-10 is told every state by a shape as well, and can read every text', async () => {
    await atWork('watch', '1');
    await issue('watch');
    await rig.post('watch/counters/1/help', { kind: 'approval' }, T01);
    const page = await rig.open({ ...monitor('watch'), ...WALL });
    await page.getByTestId('alarms').getByText('授权').waitFor();
    expect(await colourOnly(page)).toEqual([]);
    expect(await paleToSomeEye(page, 4.5)).toEqual([]);
  });

  it('ACC-10 the check finds a state without a shape, and a red that some do not see', async () => {
    const page = await rig.open({ ...monitor('demo'), ...WALL });
    await card(page, '1').waitFor();
    await page.evaluate(() => {
      const bare = document.createElement('p');
      bare.dataset['tone'] = 'over';
      bare.textContent = 'bare';
      const red = document.createElement('p');
      red.textContent = 'red';
      const place = { position: 'fixed', left: '0', top: '0', zIndex: '99', margin: '0' };
      Object.assign(bare.style, { ...place, top: '40px' });
      Object.assign(red.style, { ...place, color: '#f00', background: '#000', font: '32px serif' });
      document.querySelector('main')?.append(bare, red);
    });
    expect(await colourOnly(page)).toEqual(['over: bare']);
    const pale = await paleToSomeEye(page, 4.5);
    expect(pale.filter((text) => text.includes('red'))).toEqual([
      expect.stringMatching(/^protanopia: red/),
    ]);
  });
});

describe('the check itself', () => {
  it('finds what is planted: a picture without words, text too pale, a screen too wide', async () => {
    const page = await rig.open({ ...monitor('monitor'), ...PHONE });
    await page.evaluate(() => {
      const pale = document.createElement('p');
      pale.textContent = 'pale';
      // The page's policy lets no style attribute of a text through, only this.
      Object.assign(pale.style, { color: '#aaa', background: '#fff', width: '900px' });
      document.querySelector('main')?.append(document.createElement('img'), pale);
    });
    const found = (await axeViolations(page)).join('\n');
    expect(found).toContain('image-alt');
    expect(found).toContain('color-contrast');
    await expect.poll(() => sticksOut(page)).toBe(true);
  });
});
