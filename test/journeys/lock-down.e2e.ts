/** Leaving a kiosk that must not be left. Rules: WEB-5. Source: SEC-07. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { escapesOf, OF_THE_PAGE, watchEscapes } from './lock-down.ts';
import { type Caller, type Rig, startRig } from './rig.ts';

const SUPERVISOR: Caller = { role: 'supervisor', staff: 's01' };
const PANEL = { width: 1080, height: 1920 };
const GUIDE = fileURLToPath(new URL('../../docs/KIOSK.md', import.meta.url));

let rig: Rig;
beforeAll(async () => {
  rig = await startRig('kiosk');
  await rig.post('kiosk/day/open', {}, SUPERVISOR);
});
afterEach(() => rig.closePages());
afterAll(() => rig.close());

const kiosk = (): Promise<Page> => rig.open({ path: '/kiosk/?hall=kiosk', ...PANEL });

describe('a kiosk', () => {
  it('WEB-5 cannot be left by any way that its page can see', async () => {
    const page = await kiosk();
    const address = page.url();
    await watchEscapes(page);
    for (const [name, attempt] of OF_THE_PAGE) {
      await attempt(page);
      expect([name, await escapesOf(page)]).toEqual([name, []]);
    }
    expect(page.url()).toBe(address);
    expect(page.context().pages()).toHaveLength(1);
    const seen = await page.evaluate(() => ({
      scale: globalThis.visualViewport?.scale,
      selected: String(globalThis.getSelection()),
    }));
    expect(seen).toEqual({ scale: 1, selected: '' });
    await page.locator('button').first().click();
  });

  it('would be found to let something through: the same attempts on a page that refuses nothing', async () => {
    const page = await kiosk();
    const free = await page.context().newPage();
    await free.setContent('<body style="height:900px">text</body>');
    await watchEscapes(free);
    let through = 0;
    // A page that is reloaded or left is no longer watched; these stay.
    const stays = OF_THE_PAGE.filter(([name]) => !/reload|F5|before|after|home/.test(name));
    for (const [, attempt] of stays) {
      await attempt(free);
      through += (await escapesOf(free)).length > 0 ? 1 : 0;
    }
    expect(through).toBe(stays.length);
  });

  it('WEB-5 links nowhere, asks for no file, keeps nothing of whoever was there', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk', ...PANEL, firstTime: true });
    for (const _ of [1, 2]) await page.locator('button').first().click();
    await expect
      .poll(() => page.evaluate(() => document.querySelectorAll('button').length))
      .toBeGreaterThan(0);
    const left = await page.evaluate(async () => ({
      links: document.querySelectorAll('a[href], area, iframe, embed, object').length,
      fields: document.querySelectorAll('input[type=file], [contenteditable], form[action]').length,
      stored: [localStorage.length, sessionStorage.length, document.cookie.length],
      databases: (await indexedDB.databases()).length,
      steps: history.length,
    }));
    expect(left).toEqual({ links: 0, fields: 0, stored: [0, 0, 0], databases: 0, steps: 2 });
  });

  it('WEB-5 says in its guide what stops each of them', () => {
    const guide = readFileSync(GUIDE, 'utf8');
    const rows = guide.split('\n').filter((line) => /^\| \d+ \|/.test(line));
    expect(rows.length).toBeGreaterThanOrEqual(40);
    for (const [name] of OF_THE_PAGE) expect(guide).toContain(`| ${name} |`);
  });
});
