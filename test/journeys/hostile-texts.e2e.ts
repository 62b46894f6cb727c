/** Texts that try to be scripts, on every screen of the real server. Rules: WEB-2. Source: SEC-06. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileHall } from './hostile-texts.ts';
import { type Caller, type Rig, startRigWith } from './rig.ts';

const HALL = 'hostile';
const SUPERVISOR: Caller = { role: 'supervisor', staff: 's01' };
const TELLER: Caller = { role: 'teller', staff: 't01' };
const DESK = { width: 1280, height: 900 };
const { hall, payloads } = hostileHall(HALL);

let rig: Rig;
let link = '';
beforeAll(async () => {
  rig = await startRigWith([hall], ['kiosk', 'counter-client', 'display-board', 'lobby', 'admin']);
  await rig.post(`${HALL}/day/open`, {}, SUPERVISOR);
  await rig.post(`${HALL}/counters/1/open`, { staff: 't01' }, TELLER);
  for (const service of ['cash', 'loan', 'gold']) {
    const issued = await rig.post(`${HALL}/tickets`, { service }, { role: 'kiosk' });
    link = String(issued['link'] ?? link);
  }
  await rig.post(`${HALL}/counters/1/call-next`, {}, TELLER);
});
afterAll(() => rig.close());

/** The number of the payload that ran, if one did. */
const ran = (page: Page): Promise<unknown> => page.evaluate(() => Reflect.get(globalThis, 'ran'));

/** Texts of the page that are payloads, told as letters. */
const told = async (page: Page): Promise<number> => {
  const text = await page.evaluate(() => document.body.textContent ?? '');
  return payloads.filter((payload) => text.includes(payload)).length;
};

describe('texts that try to be scripts', () => {
  it('WEB-2 are many, and of many kinds', () => expect(payloads.length).toBeGreaterThan(200));

  it.each([
    ['kiosk', `/kiosk/?hall=${HALL}`, undefined, 3],
    ['board', `/board/?hall=${HALL}`, undefined, 2],
    ['counter', `/counter/?hall=${HALL}&counter=1`, 't01', 1],
    ['monitor', `/supervisor/?hall=${HALL}`, 's01', 2],
    ['lobby', `/lobby/?hall=${HALL}`, 'l01', 1],
  ])('WEB-2 are letters on the %s', async (_name, path, as, least) => {
    const page = await rig.open({ path, ...(as !== undefined && { as }), ...DESK });
    await expect.poll(() => told(page)).toBeGreaterThanOrEqual(least);
    expect(await ran(page)).toBeUndefined();
    await page.context().close();
  });

  it('WEB-2 are letters in the configuration', async () => {
    const page = await rig.open({
      path: `/admin/?hall=${HALL}`,
      as: 's01',
      ...DESK,
      ready: 'main',
    });
    await expect.poll(() => page.locator('input, h1, td').count()).toBeGreaterThan(0);
    expect(await ran(page)).toBeUndefined();
    await page.context().close();
  });

  it('WEB-2 are letters on a phone and on the pages of the server', async () => {
    expect(link).not.toBe('');
    for (const path of [`/t/#${link}`, '/']) {
      const page = await rig.open({ path, width: 390, height: 844, ready: 'main' });
      await expect.poll(() => told(page)).toBeGreaterThanOrEqual(1);
      expect(await ran(page)).toBeUndefined();
      await page.context().close();
    }
  });

  it('would be found: markup runs where nothing forbids it, and is refused here', async () => {
    const known = await rig.open({ path: '/', ...DESK, ready: 'main' });
    const context = await known.context().browser()?.newContext();
    if (!context) throw new Error('no browser');
    // Beside the rig, which would count what the browser refuses as an error of the page.
    const page = await context.newPage();
    await page.goto(rig.url);
    const markup = payloads.find((payload) => payload.startsWith('<img')) ?? '';
    const refused = await page.evaluate((text) => {
      try {
        document.body.insertAdjacentHTML('beforeend', text);
        return 'taken';
      } catch (error) {
        return (error as Error).name;
      }
    }, markup);
    expect(refused).toBe('TypeError');
    await page.goto('about:blank');
    await page.setContent(`<body>${markup}</body>`);
    await expect.poll(() => ran(page)).toBe(Number(/ran=(\d+)/.exec(markup)?.[1]));
    await context.close();
  });
});
