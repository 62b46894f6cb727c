/** How a screen that nobody touches goes back to its beginning, with the page's time moved on. */
import type { Page } from 'playwright-core';

/** The page looks four times a second. */
const LOOK_MS = 300;
/** Units: s. */
const STEP_S = 2;
/** Source: ACC-04. Units: s. */
const WARNED_S = 20;

declare global {
  interface Window {
    readonly later: (ms: number) => void;
    readonly begin: () => number;
    readonly noted: () => { readonly warned: number | null; readonly ended: number | null };
  }
}

/**
 * From now on the page's time can be moved on, and it writes down when a warning is seen and when the
 * screen goes back. Units of `hideWarningFor`: s.
 */
export const foretell = (page: Page, { hideWarningFor = 0 } = {}): Promise<void> =>
  page.evaluate((hiddenMs) => {
    const elapsed = performance.now.bind(performance);
    let ahead = 0;
    performance.now = () => elapsed() + ahead;
    const noted: { warned: number | null; ended: number | null } = { warned: null, ended: null };
    let cameAt: number | null = null;
    const note = (what: 'warned' | 'ended', now: number): void => {
      noted[what] ??= now;
    };
    const find = (what: string) => document.querySelector<HTMLElement>(what);
    const look = (): void => {
      const now = performance.now();
      if (find('[data-screen-name="services"]')) note('ended', now);
      const warning = find('[data-testid="idle-warning"]');
      cameAt = warning && (cameAt ?? now);
      if (!warning) return;
      warning.style.display = now - Number(cameAt) < hiddenMs ? 'none' : '';
      if (warning.getBoundingClientRect().width > 0) note('warned', now);
    };
    setInterval(look, 50);
    Object.assign(globalThis, {
      later: (ms: number) => {
        ahead += ms;
      },
      begin: () => {
        Object.assign(noted, { warned: null, ended: null });
        return performance.now();
      },
      noted: () => noted,
    });
  }, hideWarningFor * 1_000);

/** Units: s. */
export const later = async (page: Page, seconds: number): Promise<void> => {
  await page.evaluate((ms) => window.later(ms), seconds * 1_000);
};

/**
 * Nobody touches the page, whose time goes by in steps: after how long it goes back, to the nearest five
 * seconds, and what is wrong with that. Units: s.
 */
export const whatEnds = async (
  page: Page,
): Promise<{ readonly after: number; readonly fault: string | null }> => {
  const from = await page.evaluate(() => window.begin());
  for (let passed = 0; passed < 150; passed += STEP_S) {
    await later(page, STEP_S);
    await page.waitForTimeout(LOOK_MS);
    const { warned, ended } = await page.evaluate(() => window.noted());
    if (ended === null) continue;
    const ahead = warned === null ? 0 : Math.round((ended - warned) / 1_000);
    const late = ahead < WARNED_S - 2 * STEP_S;
    const after = Math.round((ended - from) / 5_000) * 5;
    return { after, fault: late ? `warned ${ahead} s ahead` : null };
  }
  throw new Error('the screen stays');
};
