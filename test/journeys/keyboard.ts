/**
 * Going through a page by the keyboard alone, looking at every step: the focus is on something, seen
 * whole, with its ring. Source: quality.md ACC-06; WCAG 2.2, 2.4.7, 2.4.11.
 */
import type { Page } from 'playwright-core';

/** Thinner than that it is overlooked. Units: CSS px. */
const RING_PX = 2;
/** No page has more to step over. */
const MOST_STEPS = 120;

/** What is wrong with the place of the focus, or null. A page begins with the focus nowhere. */
export const focusFault = (page: Page): Promise<string | null> =>
  page.evaluate((least) => {
    const { activeElement: at } = document;
    if (!(at instanceof HTMLElement) || at === document.body) return null;
    const name = at.dataset['testid'] ?? at.id ?? at.tagName;
    const told = `${name} ${(at.textContent ?? '').trim().slice(0, 20)}`.trim();
    const { left, top, right, bottom } = at.getBoundingClientRect();
    const on = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const label = at.closest('label');
    if (!on || !(at.contains(on) || label?.contains(on))) {
      return `${told}: the focus is hidden`;
    }
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(at);
    const ring = Number.parseFloat(outlineWidth);
    if (outlineStyle === 'none' || ring < least) return `${told}: the focus has no ring`;
    const beyond = Math.max(0, ring + Number.parseFloat(outlineOffset)) - 1;
    const cut =
      left - beyond < 0 ||
      top - beyond < 0 ||
      right + beyond > innerWidth ||
      bottom + beyond > innerHeight;
    return cut ? `${told}: the ring is cut off` : null;
  }, RING_PX);

/** To the element by the Tab key alone, once it is there to be reached. Rejects: a step that nobody sees. */
export const tabTo = async (page: Page, selector: string): Promise<void> => {
  await page.locator(selector).first().waitFor();
  const there = () => page.evaluate((wanted) => document.activeElement?.matches(wanted), selector);
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    if (await there()) return;
    await page.keyboard.press('Tab');
    const fault = await focusFault(page);
    if (fault) throw new Error(`on the way to ${selector}: ${fault}`);
  }
  throw new Error(`the Tab key never reaches ${selector}`);
};

/** The same, and presses it. */
export const pressAt = async (page: Page, selector: string): Promise<void> => {
  await tabTo(page, selector);
  await page.keyboard.press('Enter');
};
