/**
 * The whole story on four pages: a ticket is taken, called, seen and finished, and the server is
 * killed twice on the way. Rules: JRN-1, JRN-5, FEED-3.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { press as pressAt } from './desk.ts';
import { type Caller, type Rig, startRig } from './rig.ts';

const SUPERVISOR: Caller = { role: 'supervisor', staff: 's01' };
const HALL = 'story';

type Pages = {
  readonly kiosk: Page;
  readonly counter: Page;
  readonly board: Page;
  readonly monitor: Page;
};

let rig: Rig;
let pages: Pages;
beforeAll(async () => {
  rig = await startRig('kiosk', 'counter-client', 'display-board', 'supervisor');
  await rig.post(`${HALL}/day/open`, {}, SUPERVISOR);
  const at = (path: string, width: number, height: number) =>
    rig.open({ path: `/${path}?hall=${HALL}`, width, height });
  pages = {
    kiosk: await at('kiosk/', 1280, 800),
    counter: await rig.open({
      path: `/counter/?hall=${HALL}&counter=1`,
      as: 't01',
      ...{ width: 1366, height: 768 },
    }),
    board: await at('board/', 1920, 1080),
    monitor: await rig.open({
      path: `/supervisor/?hall=${HALL}`,
      as: 's01',
      ...{ width: 1920, height: 1080 },
    }),
  };
  for (const page of Object.values(pages)) {
    await page.evaluate(() => Object.assign(globalThis, { marked: true }));
  }
});
afterAll(async () => rig.close());

const everyPage = (look: (page: Page) => Promise<unknown>) =>
  Promise.all(Object.values(pages).map(look));
const shown = (page: Page) => page.locator('[data-number]').first().getAttribute('data-number');
const desk = (state: string) => pages.counter.locator(`[data-desk="${state}"]`).waitFor();
const press = (key: string) => pressAt(pages.counter, key);
const card = () => pages.monitor.locator('li[data-counter="1"]');

describe('a ticket and four pages', () => {
  let number = '';

  it('is taken at the kiosk and waits at the counter and at the monitor', async () => {
    const { kiosk, counter, monitor } = pages;
    await press('Space');
    await desk('idle');
    await kiosk.getByTestId('service-cash').click();
    await kiosk.getByTestId('lane-elderly').click();
    await kiosk.locator('[data-screen-name="ticket"]').waitFor();
    number = (await shown(kiosk)) ?? '';
    expect(number).toBe('E001');
    await counter.locator(`tbody [data-number="${number}"]`).waitFor();
    await monitor.locator(`tbody [data-number="${number}"]`).waitFor();
  });

  it('JRN-5 outlives the server: the customer keeps the number, every page comes back', async () => {
    const { kiosk, counter, monitor } = pages;
    await rig.killAndRestart();
    await expect.poll(() => shown(kiosk)).toBe(number);
    await counter.locator(`tbody [data-number="${number}"]`).waitFor();
    await monitor.locator(`tbody [data-number="${number}"]`).waitFor();
  });

  it('is called at the counter, seen on the board and on the monitor', async () => {
    const { kiosk, board } = pages;
    await kiosk.getByTestId('finish').click();
    await kiosk.locator('[data-screen-name="services"]').waitFor();
    await press('Space');
    await desk('calling');
    await board.locator(`[data-testid="stage"] [data-lit][data-call="${number}"]`).waitFor();
    const said = () => board.getByTestId('stage').textContent();
    await expect.poll(said).toContain(`请 ${number} 号到 1 号窗口`);
    await card().getByText('叫号中').waitFor();
  });

  it('outlives the server again, at the counter and on the board', async () => {
    const { board } = pages;
    await rig.killAndRestart();
    await desk('calling');
    await board.locator(`[data-testid="stage"] [data-call="${number}"]`).waitFor();
    await card().getByText('叫号中').waitFor();
  });

  it('is served, and every page has its next customer', async () => {
    const { kiosk } = pages;
    await press('Space');
    await desk('serving');
    await card().getByText('办理中').waitFor();
    await press('f');
    await desk('idle');
    await card().getByText('空闲').waitFor();
    await kiosk.getByTestId('service-cash').click();
    await kiosk.getByTestId('lane-elderly').click();
    await kiosk.locator('[data-screen-name="ticket"]').waitFor();
    await expect.poll(() => shown(kiosk)).toBe('E002');
  });

  it('INV-01 has lost nothing, and nothing happened twice', async () => {
    const { ticket, trail } = await rig.get(`${HALL}/tickets/${number}`, SUPERVISOR);
    expect(ticket).toMatchObject({ state: 'ended', endReason: 'served' });
    expect((trail as { type: string }[]).map(({ type }) => type)).toEqual([
      'TicketIssued',
      'TicketCalled',
      'ServiceStarted',
      'ServiceFinished',
    ]);
  });

  it('needed no reload of any page', async () => {
    const marks = await everyPage((page) => page.evaluate(() => 'marked' in globalThis));
    expect(marks).toEqual([true, true, true, true]);
  });
});
