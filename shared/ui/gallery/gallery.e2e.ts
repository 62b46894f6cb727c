/** The kit in a real browser: sizes in millimetres, own figures, focus, motion. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { longSideMm } from '../src/lib/screen.ts';
import { leastGap, measureTargets, measureTexts, type TextSize } from './measure.ts';
import { type Gallery, openGallery, type Viewport } from './open-gallery.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(async () => {
  await gallery.close();
});

const KIOSK = { width: 1280, height: 800 };
const KIOSK_UPRIGHT = { width: 800, height: 1280 };
const BOARD = { width: 1920, height: 1080 };
const BOARD_UPRIGHT = { width: 2160, height: 3840 };

const pixelsPerMm = (inches: number, { width, height }: Viewport): number =>
  Math.max(width, height) / longSideMm(inches, width, height);

const tooSmall = (sizes: readonly TextSize[], least: (size: TextSize) => number): string[] =>
  sizes.filter((size) => size.capital < least(size)).map((size) => size.text);

describe.each([
  ['lying', KIOSK],
  ['upright', KIOSK_UPRIGHT],
])('a 10-inch kiosk, %s', (_name, viewport) => {
  const mm = pixelsPerMm(10, viewport);
  test.each([
    ['page=kiosk', 7.4],
    ['page=kiosk&locale=en', 7.4],
    ['page=taken', 7.4],
    ['page=kiosk&size=elder', 10.5],
    ['page=taken&size=elder', 10.5],
  ])('ACC-01 %s: capitals of %d mm at least', async (query, least) => {
    const page = await gallery.open(query, viewport);
    const sizes = await page.evaluate(measureTexts);
    await page.close();
    expect(sizes.length).toBeGreaterThan(3);
    expect(tooSmall(sizes, () => least * mm)).toEqual([]);
  });
  test('ACC-02 targets of 20 mm with gaps of 3 mm', async () => {
    const page = await gallery.open('page=kiosk', viewport);
    const targets = await page.evaluate(measureTargets);
    await page.close();
    expect(targets.length).toBeGreaterThan(5);
    for (const target of targets) {
      expect(Math.min(target.width, target.height) / mm, target.name).toBeGreaterThanOrEqual(20);
    }
    expect(leastGap(targets) / mm).toBeGreaterThanOrEqual(3);
  });
});

test('ACC-01 the measure finds small text: a desk page on the same panel', async () => {
  const page = await gallery.open('page=kiosk&screen=desk', KIOSK);
  const sizes = await page.evaluate(measureTexts);
  await page.close();
  expect(tooSmall(sizes, () => 7.4 * pixelsPerMm(10, KIOSK)).length).toBeGreaterThan(3);
});

test.each([
  ['page=board', BOARD],
  ['page=board&locale=en', BOARD],
  ['page=board', BOARD_UPRIGHT],
])('ACC-09 a 55-inch board read from 6 m: %s %o', async (query, viewport) => {
  const page = await gallery.open(query, viewport);
  const sizes = await page.evaluate(measureTexts);
  await page.close();
  const mm = pixelsPerMm(55, viewport);
  expect(tooSmall(sizes, ({ call }) => (6000 / (call ? 100 : 150)) * mm)).toEqual([]);
  expect(sizes.filter((size) => size.call).length).toBeGreaterThanOrEqual(8);
  const minutes26 = 6000 * Math.tan((26 / 60) * (Math.PI / 180));
  for (const { text, character } of sizes.filter((size) => size.character > 0)) {
    expect(character / mm, text).toBeGreaterThanOrEqual(minutes26);
  }
});

test('ACC-09 the measure finds small text: a desk page on the board', async () => {
  const page = await gallery.open('page=counter', BOARD);
  const sizes = await page.evaluate(measureTexts);
  await page.close();
  const mm = pixelsPerMm(55, BOARD);
  expect(tooSmall(sizes, () => (6000 / 150) * mm).length).toBeGreaterThan(10);
});

/** Families that draw the element's text, as the browser really chose them. */
async function familiesOf(
  page: Page,
  selector: string,
): Promise<{ family: string; own: boolean }[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.map((font) => ({ family: font.familyName, own: font.isCustomFont }));
}

test.each([
  ['page=board', BOARD],
  ['page=counter', { width: 1366, height: 768 }],
  ['page=counter&locale=en', { width: 1366, height: 768 }],
])('ACC-08 figures come from the face that is shipped: %s', async (query, viewport) => {
  const page = await gallery.open(query, viewport);
  for (const selector of [
    '[data-number] > span',
    '[data-number] > span + span',
    'time > span:last-child',
  ]) {
    const families = await familiesOf(page, selector);
    expect(families, selector).toEqual([{ family: 'IBM Plex Sans', own: true }]);
  }
  expect(await familiesOf(page, 'h1')).not.toEqual([]);
  await page.close();
});

describe('the dialog', () => {
  test('ACC-06 keeps the focus inside, closes on Escape and gives the focus back', async () => {
    const page = await gallery.open('page=kit', { width: 1280, height: 900 });
    const opener = page.getByRole('button', { name: '打开对话框' }).first();
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '关闭本窗口？' });
    await dialog.waitFor();
    for (let press = 0; press < 5; press++) {
      const inside = await page.evaluate(() => {
        const active = document.activeElement;
        return active === document.body || active?.closest('dialog[open]') !== null;
      });
      expect(inside).toBe(true);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await opener.and(page.locator(':focus')).waitFor();
    await page.close();
  });
});

test('ACC-06 the focus ring is at least 3 px, and 3 mm on the kiosk', async () => {
  const ring = async (query: string, viewport: Viewport): Promise<number> => {
    const page = await gallery.open(query, viewport);
    await page.keyboard.press('Tab');
    const width = await page.evaluate(() =>
      document.activeElement ? getComputedStyle(document.activeElement).outlineWidth : '0',
    );
    await page.close();
    return Number.parseFloat(width);
  };
  expect(await ring('page=counter', { width: 1366, height: 768 })).toBeGreaterThanOrEqual(3);
  const kiosk = await ring('page=kiosk', KIOSK);
  expect(kiosk).toBeGreaterThanOrEqual(Math.floor(3 * pixelsPerMm(10, KIOSK)));
});

test('a pending or disabled button takes no press and keeps the focus', async () => {
  const page = await gallery.open('page=kit', { width: 1280, height: 900 });
  const pressed = (): Promise<string> => page.title();
  for (const name of ['处理中…', '18 秒后可过号']) {
    const button = page.getByRole('button', { name }).first();
    await button.focus();
    await page.keyboard.press('Enter');
    await button.click({ force: true });
    expect(await pressed()).not.toContain('pressed');
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await button.and(page.locator(':focus')).waitFor();
  }
  await page.getByRole('button', { name: '下一位' }).first().click();
  await expect.poll(pressed).toContain('pressed');
  await page.close();
});

describe('ACC-10 motion', () => {
  const running = (page: Page): Promise<number[]> =>
    page.evaluate(() =>
      document
        .getAnimations()
        .filter((animation) => animation instanceof CSSAnimation)
        .map((animation) => Number(animation.effect?.getTiming().duration ?? 0)),
    );
  test('no cycle is shorter than a second', async () => {
    const page = await gallery.open('page=board&state=stale', BOARD);
    const cycles = await running(page);
    await page.close();
    expect(cycles.length).toBeGreaterThan(0);
    expect(Math.min(...cycles)).toBeGreaterThanOrEqual(1000);
  });
  test('nothing moves when motion is unwanted', async () => {
    const page = await gallery.open('page=board&state=stale', BOARD, 'reduce');
    expect(await running(page)).toEqual([]);
    await page.close();
  });
});
