/**
 * The policy file of a kiosk in the browser that it is for: the kiosk works, and nothing else of the branch, of the
 * machine or of the browser opens. The controls are the same browser without it. Rules: WEB-5. Source: SEC-07.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type KioskBrowser,
  openKioskBrowser,
  type Policy,
  policyFor,
  whyNoPolicy,
} from './kiosk-browser.ts';
import { type Caller, type Rig, startRig } from './rig.ts';

const SUPERVISOR: Caller = { role: 'supervisor', staff: 's01' };
const BLOCKED = 'chrome-error://chromewebdata/';
const why = whyNoPolicy();

let rig: Rig;
const opened: KioskBrowser[] = [];
beforeAll(async () => {
  if (why !== null) return;
  rig = await startRig('kiosk');
  await rig.post('kiosk/day/open', {}, SUPERVISOR);
}, 120_000);
afterEach(async () => {
  for (const browser of opened.splice(0)) await browser.close();
});
afterAll(() => rig?.close());

/** The tools are what a test looks through: that they are refused has a test of its own. */
const seen = (more: Policy = {}): Policy => ({
  ...policyFor(rig.url),
  DeveloperToolsAvailability: 1,
  ...more,
});
const open = async (policy: Policy | null): Promise<Page> => {
  const browser = await openKioskBrowser(policy);
  opened.push(browser);
  return browser.page;
};
const home = (): string => `${rig.url}/kiosk/?hall=kiosk`;

const ELSEWHERE = (): string[] => [
  ...['/counter/', '/admin/', '/board/', '/api/docs/errors'].map((path) => `${rig.url}${path}`),
  home().replace('127.0.0.1', 'localhost'),
  ...['file:///', 'file:///etc/passwd', `view-source:${rig.url}/kiosk/`, 'data:text/html,out'],
  ...[
    'settings',
    'version',
    'downloads',
    'history',
    'extensions',
    'flags',
    'policy',
    'inspect',
  ].map((name) => `chrome://${name}/`),
  'devtools://devtools/bundled/inspector.html',
];

/** From the kiosk's page to there; whether it was blocked. */
const isBlocked = async (page: Page, address: string): Promise<boolean> => {
  await page.goto(home());
  await page.goto(address).catch(() => undefined);
  // A refusal is a page of its own, which comes a moment after the refusal.
  await expect.poll(() => page.url()).not.toBe(home());
  return page.url() === BLOCKED;
};
const blockedOf = async (page: Page, addresses: readonly string[]): Promise<string[]> => {
  const blocked: string[] = [];
  for (const address of addresses) if (await isBlocked(page, address)) blocked.push(address);
  return blocked;
};

describe.skipIf(why !== null)(`the policy of a kiosk${why ? ` (not tried: ${why})` : ''}`, () => {
  it('WEB-5 lets the kiosk work, and nothing else open', async () => {
    const page = await open(seen());
    expect(await blockedOf(page, ELSEWHERE())).toEqual(ELSEWHERE());
    await page.goto(home());
    await page.locator('[data-connection="live"]').waitFor({ state: 'attached' });
    await page.getByTestId('service-cash').click();
    await page.getByTestId('lane-normal').click();
    await page.locator('[data-number]').waitFor();
  });

  it('would be found to let them open: the same browser without it', async () => {
    const page = await open(null);
    expect(await blockedOf(page, ELSEWHERE())).toEqual([]);
  });

  it('WEB-5 leaves a page no way to ask for another one, or for anything of the machine', async () => {
    const asked = async (policy: Policy | null) => {
      const page = await open(policy);
      await page.goto(home());
      const rights = await page.evaluate(() =>
        Promise.all(
          ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'].map(
            async (name) => (await navigator.permissions.query({ name: name as never })).state,
          ),
        ),
      );
      const other = page.context().waitForEvent('page');
      await page.evaluate((address) => void window.open(address), `${rig.url}/counter/`);
      const popup = await other;
      await popup.waitForLoadState().catch(() => undefined);
      await page.evaluate((address) => location.assign(address), `${rig.url}/admin/`);
      await expect.poll(() => page.url()).not.toBe(home());
      return { rights: new Set(rights), popup: popup.url(), page: page.url() };
    };
    expect(await asked(seen())).toEqual({
      rights: new Set(['denied']),
      popup: BLOCKED,
      page: BLOCKED,
    });
    const free = await asked(null);
    expect(free.popup).toContain('/counter/');
    expect(free.page).toContain('/admin/');
  });

  it('WEB-5 refuses the tools, which then see no page at all', async () => {
    await expect(open(policyFor(rig.url))).rejects.toThrow('a kiosk without a page');
  });

  it('is understood by the browser, row by row', async () => {
    const addresses = policyFor(rig.url)['URLAllowlist'] as string[];
    const policy = seen({ URLAllowlist: [...addresses, 'chrome://policy'] });
    const rowsOf = async (written: Policy): Promise<ReadonlyMap<string, string>> => {
      const page = await open(written);
      await page.goto('chrome://policy');
      await page.locator('policy-row').first().waitFor({ state: 'attached' });
      const told = await page.locator('policy-row').evaluateAll((rows) =>
        rows.map((row) => {
          const text = (query: string): string =>
            row.shadowRoot?.querySelector(query)?.textContent?.trim() ?? '';
          return [text('.policy .name'), text('.policy .messages')] as const;
        }),
      );
      return new Map(told);
    };
    const rows = await rowsOf(policy);
    const status = Object.keys(policy).map((name) => [name, rows.get(name)]);
    // What later versions do without is said to be deprecated, and still heeded by those that need it.
    expect(status.filter(([, said]) => said !== 'OK' && said !== 'Deprecated')).toEqual([]);
    const wrong = await rowsOf({ ...policy, DownloadRestrictions: 'three', NoSuchPolicy: true });
    expect([wrong.get('DownloadRestrictions'), wrong.get('NoSuchPolicy')]).not.toContain('OK');
  });
});
