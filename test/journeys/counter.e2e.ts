/** A teller's day at the counter, with the keyboard, against the real server. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dismiss, firstInList, outcome, press, pressAnyway, shown, state } from './desk.ts';
import { axeViolations, type Caller, type Rig, startRig } from './rig.ts';

const LOBBY: Caller = { role: 'lobby', staff: 'l01' };
const SUPERVISOR: Caller = { role: 'supervisor', staff: 's01' };
const SCREEN = { width: 1366, height: 768 } as const;

const WAITING = [
  ['cash', 'normal'],
  ['wealth', 'normal'],
  ['cash', 'normal'],
  ['cash', 'vip'],
  ['wealth', 'vip'],
] as const satisfies readonly (readonly [string, string])[];

let rig: Rig;
beforeAll(async () => {
  rig = await startRig('counter-client');
});
afterEach(async () => rig.closePages());
afterAll(async () => rig.close());

const openDay = (hall: string) => rig.post(`${hall}/day/open`, {}, SUPERVISOR);
const issue = async (hall: string, service = 'cash', lane = 'normal'): Promise<string> => {
  const reply = await rig.post(`${hall}/tickets`, { service, lane }, LOBBY);
  return (reply['ticket'] as { number: string }).number;
};
/** Calls of a ticket as the server's journal holds them. */
const callsOf = async (hall: string, number: string): Promise<string[]> => {
  const { trail } = await rig.get(`${hall}/tickets/${number}`, SUPERVISOR);
  return (trail as { type: string }[]).map(({ type }) => type);
};

const desk = (hall: string, counter: string, staff: string) => ({
  path: `/counter/?hall=${hall}&counter=${counter}`,
  as: staff,
});
const clean = async (page: Page): Promise<void> => expect(await axeViolations(page)).toEqual([]);

describe('the usual loop', () => {
  it('goes from the choice of a counter to the next customer on one key', async () => {
    await openDay('counter');
    const issued = [];
    for (let count = 0; count < 3; count += 1) issued.push(await issue('counter'));
    const page = await rig.open({ path: '/counter/?hall=counter', as: 't01', ...SCREEN });
    await clean(page);

    await page.getByRole('radio').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await state(page, 'closed');
    await clean(page);

    await press(page, 'Space');
    await state(page, 'idle');
    await clean(page);
    for (const number of issued) {
      // The list foretells the call; the second and third are called by finishing the one before.
      if (number === issued[0]) await expect.poll(() => firstInList(page)).toBe(number);
      await press(page, number === issued[0] ? 'Space' : 'NumpadAdd');
      await state(page, 'calling');
      await expect.poll(() => shown(page)).toBe(number);
      await press(page, 'Enter');
      await state(page, 'serving');
    }
    await clean(page);
    await press(page, 'Space');
    await state(page, 'idle');
    await outcome(page, '暂无本窗口可办的客户');
    for (const number of issued) {
      expect(await callsOf('counter', number)).toEqual([
        'TicketIssued',
        'TicketCalled',
        'ServiceStarted',
        'ServiceFinished',
      ]);
    }
  });

  it('says when somebody comes to an empty hall', async () => {
    const page = await rig.open({ ...desk('counter', '1', 't01'), ...SCREEN });
    await state(page, 'idle');
    await page.getByText('有客户到来时会在这里提示').waitFor();
    const number = await issue('counter');
    await page.getByText(`${number} 刚刚取号，可以叫号`).first().waitFor();
    await expect.poll(() => page.title()).toContain(number);
    await press(page, 'Space');
    await state(page, 'calling');
  });

  it('takes a held key for one press', async () => {
    const page = await rig.open({ ...desk('counter', '1', 't01'), ...SCREEN });
    await state(page, 'calling');
    const number = (await shown(page)) ?? '';
    await issue('counter');
    for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down('F2');
    await page.keyboard.up('F2');
    await outcome(page, `已重呼 ${number}`);
    for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down('Space');
    await page.keyboard.up('Space');
    await state(page, 'serving');
    expect(await callsOf('counter', number)).toEqual([
      'TicketIssued',
      'TicketCalled',
      'TicketRecalled',
      'ServiceStarted',
    ]);
  });

  it('is the same at a second tab and after a reload', async () => {
    const page = await rig.open({ ...desk('counter', '1', 't01'), ...SCREEN });
    await state(page, 'serving');
    const number = (await shown(page)) ?? '';
    const second = await rig.open({ ...desk('counter', '1', 't01'), ...SCREEN, beside: page });
    await state(second, 'serving');
    await press(second, 'f');
    await state(page, 'idle');
    await outcome(second, `${number} 已办结`);
    await page.reload();
    await state(page, 'idle');
  });

  it('shows whoever is new round, gives way to work, and comes again when asked', async () => {
    const page = await rig.open({ ...desk('counter', '1', 't01'), ...SCREEN, firstTime: true });
    const step = (key: string) => page.locator(`[data-testid="guide"][data-step="${key}"]`);
    await step('main').waitFor();
    await clean(page);
    await page.getByTestId('guide-next').click();
    await step('ticket').waitFor();
    await press(page, 'p');
    await page.getByTestId('guide').waitFor({ state: 'detached' });
    await dismiss(page);
    await press(page, '?');
    await page.getByTestId('guide-open').click();
    await step('main').waitFor();
    await page.getByTestId('guide-skip').click();
    await page.getByTestId('guide').waitFor({ state: 'detached' });
  });

  it('only finishes when the setting says so', async () => {
    const page = await rig.open({ ...desk('counter', '1', 't01'), ...SCREEN });
    await state(page, 'idle');
    await page.getByLabel('办结后自动叫下一位').uncheck();
    await press(page, 'NumpadAdd');
    await state(page, 'calling');
    const later = await issue('counter');
    await press(page, 'NumpadAdd');
    await state(page, 'serving');
    await press(page, 'NumpadAdd');
    await state(page, 'idle');
    expect(await callsOf('counter', later)).toEqual(['TicketIssued']);
  });
});

describe('the waiting list', () => {
  it('CALL-1, CALL-4 begins with whoever is called next, call after call', async () => {
    await openDay('counter-order');
    for (const [service, lane] of WAITING) await issue('counter-order', service, lane);
    const page = await rig.open({ ...desk('counter-order', '2', 't02'), ...SCREEN });
    await press(page, 'Space');
    await state(page, 'idle');
    const called: (string | null)[] = [];
    const foretold: (string | null)[] = [];
    for (const _ of WAITING) {
      foretold.push(await firstInList(page));
      await press(page, 'Space');
      await state(page, 'calling');
      called.push(await shown(page));
      await press(page, 'f');
      await state(page, 'idle');
    }
    expect(called).toEqual(foretold);
    // Not merely first come, first served: the VIPs came last.
    expect(called.slice(0, 2)).toEqual(['V001', 'V002']);
  });
});

describe('missed calls, pauses, lists', () => {
  it('MISS-2 lets a number pass only when the system has counted enough calls', async () => {
    await openDay('counter-lists');
    const number = await issue('counter-lists');
    const page = await rig.open({ ...desk('counter-lists', '1', 't01'), ...SCREEN });
    await press(page, 'Space');
    await state(page, 'idle');
    await press(page, 'Space');
    await state(page, 'calling');
    const miss = page.getByTestId('miss');
    await expect.poll(() => miss.getAttribute('aria-disabled')).toBe('true');
    await press(page, 'm');
    await page.getByText('现在重呼即计次').waitFor();
    await press(page, 'NumpadMultiply');
    await page.getByText('计次 2/2').waitFor();
    await page.getByText('可以过号').waitFor();
    await clean(page);
    await press(page, 'NumpadSubtract');
    await outcome(page, `${number} 已过号`);
    await state(page, 'idle');
    expect(await callsOf('counter-lists', number)).toEqual([
      'TicketIssued',
      'TicketCalled',
      'TicketRecalled',
      'TicketMissed',
    ]);
  });

  it('puts a customer who has come back in line again', async () => {
    const page = await rig.open({ ...desk('counter-lists', '1', 't01'), ...SCREEN });
    await page.getByRole('button', { name: '返回排队' }).click();
    await page.getByText('没有暂离、填单或过号的客户').waitFor();
    await page.locator('tbody').getByText('过号返回').first().waitFor();
  });

  it('pauses with a reason by digit, resumes with the loop key, closes after asking', async () => {
    const page = await rig.open({ ...desk('counter-lists', '1', 't01'), ...SCREEN });
    await state(page, 'idle');
    await press(page, 'p');
    await page.getByRole('dialog').waitFor();
    await clean(page);
    await page.keyboard.press('Numpad2');
    await state(page, 'paused');
    await page.getByText('内部事务').waitFor();
    await clean(page);
    await press(page, 'Space');
    await state(page, 'idle');
    await press(page, 'x');
    await dismiss(page);
    await state(page, 'idle');
    await press(page, 'x');
    await page.getByTestId('confirm-close').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await state(page, 'closed');
    await press(page, 'Space');
    await state(page, 'idle');
  });

  it('keeps the place of the keyboard when rows come and go', async () => {
    const page = await rig.open({ ...desk('counter-lists', '1', 't01'), ...SCREEN });
    const first = await issue('counter-lists', 'wealth');
    const second = await issue('counter-lists', 'wealth');
    const cancel = (number: string) => page.getByRole('button', { name: `作废 ${number}` });
    await cancel(second).waitFor();
    await cancel(first).focus();
    await rig.post(`counter-lists/tickets/${first}/cancel`, { reason: 'removed-by-staff' }, LOBBY);
    await cancel(first).waitFor({ state: 'detached' });
    await cancel(second).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(`作废 ${second}？`).waitFor();
    await clean(page);
    await page.keyboard.press('Digit2');
    await expect.poll(() => dialog.getByRole('radio').nth(1).isChecked()).toBe(true);
    await page.keyboard.press('Enter');
    await outcome(page, `${second} 已作废`);
    const { ticket } = await rig.get(`counter-lists/tickets/${second}`, SUPERVISOR);
    expect(ticket).toMatchObject({ endReason: 'removed-by-staff' });
  });

  it('goes on with the loop after a click', async () => {
    const page = await rig.open({ ...desk('counter-lists', '1', 't01'), ...SCREEN });
    await state(page, 'idle');
    await press(page, 'Space');
    await state(page, 'calling');
    await page.getByTestId('recall').click();
    await outcome(page, '已重呼');
    await press(page, 'Space');
    await state(page, 'serving');
  });

  it('CTR-1 belongs to one teller', async () => {
    const page = await rig.open({ ...desk('counter-lists', '1', 't09'), ...SCREEN });
    await state(page, 'taken');
    await page.getByText('工号 t01 正在使用本窗口').waitFor();
    await clean(page);
    await page.getByRole('button', { name: '更换窗口' }).click();
    await page.getByText('开始服务').waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('counter')).toBeNull();
  });

  it('shows the keys and reads the same in English', async () => {
    const page = await rig.open({
      ...desk('counter-lists', '1', 't01'),
      locale: 'en',
      width: 1920,
      height: 1080,
    });
    await state(page, 'serving');
    await clean(page);
    await press(page, '?');
    await page.getByRole('dialog').getByText('Number pad').waitFor();
    await clean(page);
  });
});

describe('faults', () => {
  it('JRN-4 repeats a command whose answer was lost, with one effect', async () => {
    await openDay('counter-faults');
    const number = await issue('counter-faults');
    await issue('counter-faults');
    const page = await rig.open({ ...desk('counter-faults', '1', 't01'), ...SCREEN });
    await press(page, 'Space');
    await state(page, 'idle');
    const keys: (string | undefined)[] = [];
    await page.route('**/call-next', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length > 1) return route.continue();
      // The server has done it; nobody hears of it.
      await route.fetch();
      return route.abort();
    });
    await press(page, 'Space');
    await state(page, 'calling');
    await outcome(page, `已叫 ${number}`);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(await callsOf('counter-faults', number)).toEqual(['TicketIssued', 'TicketCalled']);
  });

  it('FEED-4 says that the picture stands still, and sends nothing from it', async () => {
    const page = await rig.open({ ...desk('counter-faults', '1', 't01'), ...SCREEN });
    await state(page, 'calling');
    await page.context().setOffline(true);
    await page.locator('[data-connection="stale"]').waitFor();
    await clean(page);
    await pressAnyway(page, 'Space');
    await outcome(page, '未发送：连接中断');
    await page.context().setOffline(false);
    await page.locator('[data-connection="live"]').waitFor({ state: 'attached' });
    await state(page, 'calling');
    await press(page, 'Space');
    await state(page, 'serving');
  });

  it('FEED-4 starts without its hall, says so, and shows it when it is back', async () => {
    const page = await rig.open({
      ...desk('counter-faults', '2', 't02'),
      ...SCREEN,
      keepsShell: true,
    });
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.context().setOffline(true);
    await page.reload();
    await page.locator('[data-session="asking"]').getByText('连不上服务器').waitFor();
    const manifest = await page.evaluate(
      () => document.querySelector<HTMLLinkElement>('link[rel="manifest"]')?.href,
    );
    await page.context().setOffline(false);
    await page.locator('[data-desk]:not([data-desk="loading"])').waitFor();
    const kept = await page.evaluate(async () => {
      const cache = await caches.open('counter-shell');
      return (await cache.keys()).map(({ url }) => new URL(url).pathname);
    });
    expect(kept).toContain('/counter/');
    expect(kept.filter((one) => !one.startsWith('/counter/'))).toEqual([]);
    const told = await fetch(manifest ?? '');
    expect(told.headers.get('content-type')).toContain('manifest+json');
    expect(await told.json()).toMatchObject({ start_url: '/counter/', display: 'standalone' });
  });

  it('JRN-5 goes on after the server was killed', async () => {
    const page = await rig.open({ ...desk('counter-faults', '1', 't01'), ...SCREEN });
    await state(page, 'serving');
    const number = await shown(page);
    await rig.killAndRestart();
    await state(page, 'serving');
    await expect.poll(() => shown(page)).toBe(number);
    await press(page, 'f');
    await outcome(page, `${number} 已办结`);
  });
});
