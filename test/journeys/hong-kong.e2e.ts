/** Staff in Hong Kong: their browser's language, one touch to it and back, and a page that cannot get its words. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations, type Rig, startRigWith } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRigWith([], ['counter-client', 'lobby', 'supervisor', 'admin']);
});
afterEach(() => rig.closePages());
afterAll(() => rig.close());

const DESK = { width: 1366, height: 768 } as const;
const PHONE = { width: 390, height: 844 } as const;
const COUNTER = { path: '/counter/?hall=demo&counter=4', as: 't04', ...DESK } as const;
const PAGES = [
  ['counter', COUNTER, '輪候名單'],
  ['lobby', { path: '/lobby/?hall=demo', as: 'l01', ...PHONE }, '取籌'],
  ['monitor', { path: '/supervisor/?hall=demo', as: 's01', ...DESK }, '準時率'],
  ['admin', { path: '/admin/?hall=demo#/services', as: 'a01', ...DESK, ready: 'main' }, '職員'],
] as const;

const lang = (page: Page) => page.evaluate(() => document.documentElement.lang);
describe('staff in Hong Kong', () => {
  it.each(PAGES)(
    'the %s is in their language from the first picture on',
    async (_, visit, word) => {
      const page = await rig.open({ ...visit, locale: 'zh-HK' });
      await page.getByText(word, { exact: true }).first().waitFor();
      expect(await lang(page)).toBe('zh-HK');
      expect(await axeViolations(page)).toEqual([]);
    },
  );

  it('open every settings page', async () => {
    const page = await rig.open({
      ...{ path: '/admin/?hall=demo#/voice', as: 'a01', ...DESK, ready: 'main' },
      locale: 'zh-HK',
    });
    await page.getByText('第一語言').waitFor();
    const links = page.locator('nav a[href^="#/"]');
    const paths = await links.evaluateAll((all) =>
      all.map((one) => one.getAttribute('href') ?? ''),
    );
    expect(paths.length).toBeGreaterThan(10);
    // An error inside a page fails the journey at its end; a page that is left empty fails it here.
    for (const path of paths) {
      await page.locator(`nav a[href="${path}"]`).click();
      await page.locator(`[data-page="${path.slice(2)}"] > h2 + *`).waitFor();
    }
  });

  it('touch their language once, and find it again', async () => {
    const page = await rig.open(COUNTER);
    expect(await lang(page)).toBe('zh-CN');
    await page.getByRole('button', { name: '繁' }).click();
    await page.locator('html[lang="zh-HK"]').waitFor();
    await page.getByText('輪候名單', { exact: true }).waitFor();
    await page.reload();
    await page.getByText('輪候名單', { exact: true }).waitFor();
    await page.getByRole('button', { name: '简' }).click();
    await page.getByText('等候名单', { exact: true }).waitFor();
  });

  it('read Simplified Chinese where the words cannot be had', async () => {
    const page = await rig.open({ ...COUNTER, locale: 'zh-HK' });
    await page.route(/hong-kong/, (route) => route.abort());
    await page.reload();
    await page.getByText('等候名单', { exact: true }).waitFor();
    expect(await lang(page)).toBe('zh-CN');
  });

  it('ask why a ticket was called, and names stay as the branch wrote them', async () => {
    const page = await rig.open({
      path: '/supervisor/?hall=demo',
      as: 's01',
      ...DESK,
      locale: 'zh-HK',
    });
    await page.locator('tbody [data-number]').first().click();
    const trail = page.getByRole('dialog');
    await trail.getByText(/^取籌：隊列「.+」，業務「.+」/).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
});
