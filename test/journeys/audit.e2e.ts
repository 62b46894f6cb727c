/** An auditor: reads everything that was decided and done, and finds nothing to change. Rules: AUTH-13, AUTH-15. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { tabTo } from './keyboard.ts';
import { axeViolations, type Caller, type Rig, startRig } from './rig.ts';
import { settled } from './settled.ts';

const SUPERVISOR: Caller = { role: 'supervisor', staff: 's02' };
const TELLER: Caller = { role: 'teller', staff: 't02' };
const DESK = { width: 1366, height: 768 } as const;
const TABLET = { width: 820, height: 1180 } as const;
const RULES = [
  ...['overview', 'services', 'lanes', 'counters', 'hours', 'bookings', 'notices'],
  ...['calling', 'conduct', 'voice', 'texts', 'files', 'devices', 'staff', 'trail'],
];
/** All that whoever only reads may press: rows to choose, what was changed, files to save, what to look for. */
const PRESSED = [
  ...['[data-row]', '[data-version] button', '[data-page="files"] button', 'search button'],
  ...['[data-testid="older"]', '[data-page="devices"] [aria-pressed]', '[lang][aria-pressed]'],
].join(', ');

let rig: Rig;
beforeAll(async () => {
  rig = await startRig('admin', 'supervisor');
  await rig.post('admin/day/open', {}, SUPERVISOR);
  await rig.post('admin/counters/2/open', { staff: 't02' }, TELLER);
  for (const lane of ['normal', 'vip']) {
    await rig.post('admin/tickets', { service: 'cash', lane }, { role: 'lobby', staff: 'l02' });
  }
  // V001 came later and is called first; nobody answers the first call.
  await rig.post('admin/counters/2/call-next', {}, TELLER);
  await rig.post('admin/tickets/V001/recall', { counter: '2' }, TELLER);
});
afterEach(async () => rig.closePages());
afterAll(async () => rig.close());

const admin = (page: string, as = 'u01') => ({ path: `/admin/?hall=admin#/${page}`, as });
const turnTo = async (page: Page, name: string): Promise<void> => {
  await page.evaluate((fragment) => {
    location.hash = fragment;
  }, `#/${name}`);
  await page.locator(`[data-page="${name}"]`).waitFor();
  await settled(page);
};

/** What stands on the page and could be pressed, without what only looks. */
const acts = (page: Page): Promise<string[]> =>
  page.locator('[data-page]').evaluate((shown, looks) => {
    const pressable = 'button:enabled:not([aria-disabled]), input:enabled, select:enabled';
    return [...shown.querySelectorAll(pressable)]
      .filter((one) => !one.matches(looks) && one.closest('search') === null)
      .filter((one) => !one.matches('[name="business-day"], [name="business-day"] + input'))
      .map((one) => one.outerHTML);
  }, PRESSED);

it('AUTH-13 an auditor finds every page to read, marked so, and nothing to change', async () => {
  const page = await rig.open({ ...admin('overview'), ...DESK });
  const tablet = await rig.open({ ...admin('overview'), locale: 'en', ...TABLET });
  for (const name of RULES) {
    await turnTo(page, name);
    await turnTo(tablet, name);
    expect([name, await acts(page)]).toEqual([name, []]);
    await page.getByTestId('read-only').getByText('只读').waitFor();
    const wide = await tablet
      .locator(`[data-page="${name}"]`)
      .evaluate((shown) => shown.scrollWidth > shown.clientWidth);
    expect([name, wide]).toEqual([name, false]);
    if (['overview', 'lanes', 'counters', 'trail'].includes(name)) {
      expect(await axeViolations(page)).toEqual([]);
    }
  }
  expect(await page.getByTestId('to-review').count()).toBe(0);
  // The same look at the pages of whoever may change them finds what there is to press.
  const supervisor = await rig.open({ ...admin('lanes', 's01'), ...DESK });
  expect((await acts(supervisor)).length).toBeGreaterThan(10);
});

it('AUTH-13 what an auditor sends past the page is refused by the server', async () => {
  const page = await rig.open({ ...admin('overview'), ...DESK });
  const answers = await page.evaluate(async () => {
    const send = async (method: string, path: string, body: object) => {
      const headers = { 'Content-Type': 'application/json', 'Tingxu-Role': 'auditor' };
      const key = { 'Idempotency-Key': `audit-${path.length}-0001` };
      const init = { method, headers: { ...headers, ...key }, body: JSON.stringify(body) };
      const response = await fetch(`/api/v1${path}`, init);
      return [path, response.status, (await response.json()).code];
    };
    return Promise.all([
      send('POST', '/halls/admin/counters/2/call-next', {}),
      send('POST', '/halls/admin/day/close', { remaining: 'end-remaining' }),
      send('POST', '/halls/admin/configuration/withdraw', {}),
      send('POST', '/accounts/t01/end-sessions', {}),
      send('POST', '/accounts', {}),
    ]);
  });
  for (const [path, status, code] of answers) {
    expect([path, status, code]).toEqual([path, 403, 'forbidden']);
  }
});

it('PROOF-2 an auditor finds within ten seconds why V001 came before A001, by keyboard', async () => {
  const page = await rig.open({ ...admin('trail'), ...DESK });
  const began = performance.now();
  await tabTo(page, '[data-guide="find"] input');
  await page.keyboard.type('v001 a001');
  await page.keyboard.press('Enter');
  const dialog = page.locator('dialog[open]');
  await dialog.getByTestId('answer').getByText('V001').first().waitFor();
  await dialog.locator('[data-history="V001"]').getByText(/2 次/).first().waitFor();
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  // One number of a day: its calls, and nothing that prints or calls.
  const today = (await rig.get('admin/tickets/V001', SUPERVISOR))['ticket'] as {
    businessDay: string;
  };
  await page.locator('[name="business-day"]').fill(today.businessDay);
  await page.locator('[data-guide="find"] input').fill('V001');
  await page.keyboard.press('Enter');
  await dialog.getByTestId('why').waitFor();
  await dialog.locator('[data-kind="recalled"]').waitFor();
  expect(await dialog.getByTestId('call-it').count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.locator('[name="business-day"]').fill('2020-01-01');
  await page.locator('[data-guide="find"] input').fill('V001');
  await page.keyboard.press('Enter');
  await dialog.getByText('ticket-unknown').waitFor();
});

it('AUTH-15 what was done to accounts is searched by person, act and day', async () => {
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ staff: 'u01', passphrase: 'demo-demo-demo' });
  const signIn = await fetch(`${rig.url}/api/v1/sign-in`, { method: 'POST', headers, body });
  expect(signIn.status).toBe(200);
  const page = await rig.open({ ...admin('trail'), ...DESK });
  const rows = page.locator('[data-entry]');
  await page.getByRole('rowheader', { name: '登录', exact: true }).first().waitFor();
  const all = await rows.count();
  expect(all).toBeGreaterThan(0);
  await page.locator('[name="person"]').fill('nobody');
  await page.keyboard.press('Enter');
  await page.getByText('没有符合条件的记录。').waitFor();
  await page.locator('[name="person"]').fill('U01');
  await page.locator('[name="what"]').selectOption('signed-in');
  await page.getByTestId('search-trail').click();
  await expect.poll(() => rows.count()).toBe(1);
  await page.locator('[name="day"]').fill('2020-01-01');
  await page.getByTestId('search-trail').click();
  await expect.poll(() => rows.count()).toBe(0);
  await page.getByRole('button', { name: '显示全部' }).click();
  await expect.poll(() => rows.count()).toBe(all);
});

it('AUTH-15 an admin reads the trail of people, a supervisor the life of a ticket', async () => {
  const chief = await rig.open({ ...admin('trail', 'a01'), ...DESK });
  await chief.getByTestId('shown').waitFor();
  expect(await chief.locator('[data-guide="find"]').count()).toBe(0);
  expect(await chief.getByTestId('read-only').count()).toBe(0);
  const supervisor = await rig.open({ ...admin('trail', 's01'), ...DESK });
  await supervisor.locator('[data-guide="find"]').waitFor();
  expect(await supervisor.getByTestId('shown').count()).toBe(0);
});
