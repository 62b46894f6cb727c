/** The teller's page in a journey: its state, its keys, what it says. */
import type { Locator, Page } from 'playwright-core';

/** The desk takes a second loop key sooner than that for an echo of the first. Units: ms. */
const ECHO_MS = 400;
const LOOP_KEYS: readonly string[] = ['Space', 'Enter', 'NumpadAdd', 'NumpadEnter'];

export const state = (page: Page, kind: string): Promise<void> =>
  page.locator(`[data-desk="${kind}"]`).waitFor();
export const shown = (page: Page): Promise<string | null> =>
  page.locator('[data-desk] [data-number]').getAttribute('data-number');
export const firstInList = (page: Page): Promise<string | null> =>
  page.locator('tbody [data-number]').first().getAttribute('data-number');
export const outcome = (page: Page, text: string): Promise<void> =>
  page.locator('[data-testid="outcome"]', { hasText: text }).waitFor();

const loopKeyAt = new WeakMap<Page, number>();

/** Presses when the desk takes a key: its picture is the hall's, and no command is under way. */
export const press = async (page: Page, key: string): Promise<void> => {
  await page.locator('[data-connection="live"]').first().waitFor({ state: 'attached' });
  await page.locator('[data-desk]:not([data-desk="loading"])').waitFor();
  await page.locator('[data-testid="outcome"]:not([data-pending])').waitFor({ state: 'attached' });
  if (LOOP_KEYS.includes(key)) {
    const left = (loopKeyAt.get(page) ?? 0) + ECHO_MS - performance.now();
    if (left > 0) await page.waitForTimeout(left);
  }
  await pressAnyway(page, key);
};

/** Whether the page follows its hall or not. */
export const pressAnyway = async (page: Page, key: string): Promise<void> => {
  await page.keyboard.press(key);
  if (LOOP_KEYS.includes(key)) loopKeyAt.set(page, performance.now());
};

/** A key that asks, and the digits that answer. */
export const ask = async (page: Page, key: string, ...digits: readonly string[]): Promise<void> => {
  await press(page, key);
  await page.getByRole('dialog').waitFor();
  const prompt = page.locator('dialog[open] p').first();
  for (const [index, digit] of digits.entries()) {
    const before = await prompt.textContent();
    await page.keyboard.press(digit);
    if (index === digits.length - 1) break;
    await page.waitForFunction(
      (text) => document.querySelector('dialog[open] p')?.textContent !== text,
      before,
    );
  }
};

/** Leaves what is asked without an answer. */
export const dismiss = async (page: Page): Promise<void> => {
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
};

/** Types when the keyboard is there. */
export const typeInto = async (field: Locator, text: string): Promise<void> => {
  const page = field.page();
  await field.and(page.locator(':focus')).waitFor();
  await page.keyboard.type(text);
};
