/** Whoever is new at a screen is shown round, in each role and language: every step points at something that is there. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations, type Rig, startRigWith, type Visit } from './rig.ts';

const DESK = { width: 1366, height: 768 } as const;
const PHONE = { width: 390, height: 844 } as const;

let rig: Rig;
beforeAll(async () => {
  rig = await startRigWith([], ['counter-client', 'lobby', 'supervisor', 'admin']);
  // The line of what must be done is empty where there is nothing to do.
  const asked = { kind: 'approval' };
  await rig.post('demo/counters/1/help', asked, { role: 'teller', staff: 't01' });
});
afterEach(() => rig.closePages());
afterAll(() => rig.close());

const ROLES: readonly (readonly [role: string, visit: Visit, steps: number])[] = [
  ['teller', { path: '/counter/?hall=demo&counter=4', as: 't04', ...DESK }, 6],
  ['lobby manager', { path: '/lobby/?hall=demo', as: 'l01', ...PHONE }, 4],
  ['supervisor', { path: '/supervisor/?hall=demo', as: 's01', ...DESK }, 4],
  ['admin', { path: '/admin/?hall=demo', as: 'a01', ...DESK, ready: 'main' }, 4],
];

/** What is wrong with the step that is shown: it must lie wholly on the page, and so must what it points at. */
const faultsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const sheet = document.querySelector('[data-testid="guide"]');
    const ring = sheet?.previousElementSibling;
    const key = sheet?.getAttribute('data-step') ?? 'no step';
    const parts = [
      ['the sheet', sheet],
      ['the ring', ring?.getAttribute('aria-hidden') === 'true' ? ring : null],
    ] as const;
    return parts.flatMap(([name, part]) => {
      const box = part?.getBoundingClientRect();
      if (!box || box.width === 0) return [`${key}: ${name} is missing`];
      const { left, top, right, bottom } = box;
      const lies = left >= 0 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
      return lies ? [] : [`${key}: ${name} is off the page`];
    });
  });

const walk = async (
  page: Page,
): Promise<{ readonly faults: string[]; readonly keys: string[] }> => {
  const faults: string[] = [];
  const keys: string[] = [];
  const sheet = page.getByTestId('guide');
  await sheet.waitFor();
  while ((await sheet.count()) > 0) {
    const key = (await sheet.getAttribute('data-step')) ?? '';
    // It follows what it speaks of, four times a second.
    await page.waitForTimeout(300);
    faults.push(...(await faultsOf(page)));
    keys.push(key);
    await page.getByTestId('guide-next').click();
    await page.locator(`[data-testid="guide"][data-step="${key}"]`).waitFor({ state: 'detached' });
  }
  return { faults, keys };
};

describe('first steps', () => {
  it.each(ROLES)('lead a %s through every thing they speak of', async (_role, visit, steps) => {
    for (const locale of ['zh-CN', 'zh-HK', 'en'] as const) {
      const page = await rig.open({ ...visit, locale, firstTime: true });
      await page.getByTestId('guide').waitFor();
      expect(await axeViolations(page)).toEqual([]);
      const { faults, keys } = await walk(page);
      expect(faults).toEqual([]);
      expect(new Set(keys).size).toBe(steps);
    }
  });

  it('the check finds a step that points at nothing', async () => {
    const [, visit] = ROLES[1] ?? [];
    if (!visit) throw new Error('no visit');
    const page = await rig.open({ ...visit, firstTime: true });
    await page.getByTestId('guide').waitFor();
    await page.evaluate(() => {
      for (const thing of document.querySelectorAll(
        '[data-guide~="people"], [data-testid="people"]',
      )) {
        thing.removeAttribute('data-guide');
        thing.removeAttribute('data-testid');
      }
    });
    await page.waitForTimeout(400);
    expect(await faultsOf(page)).toContainEqual(expect.stringMatching(/ring is missing/));
  });
});
