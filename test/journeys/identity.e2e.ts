/**
 * A real server from its first start to a teller who is sent away: set-up with the code of the console, a first
 * passphrase that must be changed, the lock, another person at the same counter, a hold that a manager lifts, and
 * the end of a session from another browser. Rules: AUTH-4, AUTH-6, AUTH-7, AUTH-9, AUTH-10, AUTH-16.
 */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JOURNEY_HALLS } from './journey-halls.ts';
import { axeViolations, type Rig, startRigWith } from './rig.ts';
import { SLOW } from './slow.ts';

const HALL = 'counter';
const DESK = { width: 1280, height: 800 } as const;
const ADA = { staff: 'ada', own: 'the lamp over the back door' } as const;
const OWN = 'seven grey herons at noon';
const COUNTER = `/counter/?hall=${HALL}&counter=1`;

let rig: Rig;
let admin: Page;
let teller: Page;
beforeAll(async () => {
  rig = await startRigWith(JOURNEY_HALLS, ['admin', 'counter-client'], {}, 'new');
});
afterAll(async () => rig.close());

const standing = (page: Page, kind: string): Promise<void> =>
  page.locator(`[data-session="${kind}"]`).waitFor();
const field = (page: Page | Locator, name: string): Locator =>
  page.locator(`input[name="${name}"]`);
const submit = (page: Page | Locator): Promise<void> =>
  page.locator('button[type="submit"]').click();
const fill = async (page: Page | Locator, values: Record<string, string>): Promise<void> => {
  for (const [name, value] of Object.entries(values)) await field(page, name).fill(value);
};
const signIn = async (page: Page, staff: string, passphrase: string): Promise<void> => {
  await standing(page, 'out');
  await fill(page, { staff, passphrase });
  const answer = page.waitForResponse(/sign-in$/);
  await submit(page);
  await answer;
};
const clean = async (page: Page): Promise<void> => expect(await axeViolations(page)).toEqual([]);

/** From the press to the sign that something goes on. Units: ms. */
const busyAfterMs = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const button = document.querySelector<HTMLElement>('button[type="submit"]');
    const began = performance.now();
    button?.click();
    while (!button?.hasAttribute('aria-busy') && performance.now() - began < 5_000) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return performance.now() - began;
  });

/** What somebody is told who still has the cookies of before. */
const callNext = async (cookie: string): Promise<unknown> => {
  const response = await fetch(`${rig.url}/api/v1/halls/${HALL}/counters/1/call-next`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', 'idempotency-key': 'with-the-old-session' },
      ...{ cookie, 'tingxu-role': 'teller' },
    },
    body: '{}',
  });
  return ((await response.json()) as { code?: unknown }).code;
};
const cookieOf = async (page: Page): Promise<string> =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

const managing = (staff: string): Locator => admin.getByRole('button', { name: `管理 ${staff}` });

/** Somebody new, by the admin's hand: the page tells a passphrase for the first sign-in. */
const add = async (staff: string): Promise<string> => {
  await admin.getByTestId('add-account').click();
  const dialog = admin.getByRole('dialog');
  await dialog.locator('input').first().fill(staff);
  await dialog.getByLabel('柜员').check();
  const told = (await dialog.getByTestId('first-passphrase').textContent()) ?? '';
  await submit(dialog);
  await dialog.waitFor({ state: 'hidden' });
  await managing(staff).waitFor();
  return told.trim();
};
const manage = async (staff: string, act: string): Promise<void> => {
  await managing(staff).click();
  await admin.getByTestId(`${act}-account`).click();
  await admin.getByTestId(`${act}-account`).filter({ hasText: '确定' }).click();
};
const closeDialog = async (): Promise<void> => {
  await admin.keyboard.press('Escape');
  await admin.getByRole('dialog').waitFor({ state: 'hidden' });
};

describe('a real server', () => {
  it('AUTH-16 is set up with the code that stands on its console', async () => {
    const path = `/admin/?hall=${HALL}#/staff`;
    admin = await rig.open({ path, ...DESK, ready: '[data-session="set-up"]' });
    await clean(admin);
    const code = /set-up code.*: (\S+)/.exec(rig.said())?.[1] ?? '';
    const { staff, own } = ADA;
    await fill(admin, { code: 'WRONG-WRONG', staff, next: own, again: own });
    await submit(admin);
    await admin.getByRole('alert').first().waitFor();
    await fill(admin, { code });
    await submit(admin);
    await admin.getByTestId('begin').click();
    await admin.locator(`[data-staff="${ADA.staff}"]`).waitFor();
  });

  it('AUTH-10 a new teller chooses a passphrase before anything else', async () => {
    const first = await add('t01');
    teller = await rig.open({ path: COUNTER, ...DESK, ready: '[data-session="out"]' });
    await clean(teller);
    await signIn(teller, 't01', first);
    await standing(teller, 'must-change');
    await clean(teller);
    await fill(teller, { next: OWN, again: OWN });
    await submit(teller);
    await teller.locator('[data-staff="t01"]').waitFor();
  });

  it('AUTH-7 a locked screen shows nothing, and opens for its own person', async () => {
    await teller.getByTestId('lock').click();
    await standing(teller, 'locked');
    await clean(teller);
    expect(await teller.locator('[data-desk]').count()).toBe(0);
    // Hidden while it is typed, known to the browser's own keeper of passphrases, and pasted like any text.
    const passphrase = field(teller, 'passphrase');
    expect(await passphrase.getAttribute('type')).toBe('password');
    expect(await passphrase.getAttribute('autocomplete')).toBe('current-password');
    await teller.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await teller.evaluate((text) => navigator.clipboard.writeText(text), OWN);
    await passphrase.press('Control+V');
    expect(await passphrase.inputValue()).toBe(OWN);
    await submit(teller);
    await teller.locator('[data-staff="t01"]').waitFor();
  });

  it('AUTH-4 whoever takes over a counter finds nothing of the one before, whose session is over', async () => {
    const mine = await cookieOf(teller);
    const second = await add('t02');
    await teller.getByTestId('lock').click();
    await teller.getByTestId('another').click();
    await signIn(teller, 't02', second);
    await standing(teller, 'must-change');
    await fill(teller, { next: OWN, again: OWN });
    await submit(teller);
    await teller.locator('[data-staff="t02"]').waitFor();
    expect(await teller.getByText('t01').count()).toBe(0);
    expect(await callNext(mine)).toBe('session-over');
    expect(await callNext(await cookieOf(teller))).not.toBe('session-over');
  });

  it('AUTH-6 signing out is one button in sight, and nothing of the session stays in the browser', async () => {
    const kept = () =>
      teller.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    const leave = teller.getByTestId('sign-out');
    expect(await leave.isVisible()).toBe(true);
    await leave.click();
    await standing(teller, 'out');
    expect(await kept()).not.toContain('t02');
    expect(await cookieOf(teller)).not.toContain('tingxu-session');
    expect(await teller.getByText('t02').count()).toBe(0);
  });

  it('AUTH-9 a wrong passphrase is seen to be looked at, at once, then marked, each time anew', async () => {
    await standing(teller, 'out');
    let answer = (): void => undefined;
    await teller.route('**/api/v1/sign-in', async (route) => {
      // Others stand in line before it.
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      await route.continue();
    });
    const passphrase = field(teller, 'passphrase');
    const marked = () => passphrase.getAttribute('aria-invalid');
    for (let tries = 0; tries < 2; tries += 1) {
      await fill(teller, { staff: 't01', passphrase: `wrong ${tries} wrong` });
      expect(await busyAfterMs(teller)).toBeLessThan(100 * SLOW);
      await teller.getByText('正在登录…').waitFor();
      expect(await marked()).toBeNull();
      answer();
      await expect.poll(marked).toBe('true');
      await teller.getByRole('alert').getByText('工号或口令不对。').waitFor();
    }
    await clean(teller);
    await teller.unroute('**/api/v1/sign-in');
  });

  it('AUTH-9 a manager lifts the hold after five wrong passphrases, whose time is counted down', async () => {
    // The sixth is not even compared.
    for (let tries = 2; tries < 6; tries += 1) await signIn(teller, 't01', `wrong ${tries} wrong`);
    await expect.poll(() => teller.locator('button[type="submit"]').isDisabled()).toBe(true);
    const told = teller.getByRole('alert').getByText(/请等 \d+ 秒/);
    const seconds = async () => Number(/(\d+) 秒/.exec((await told.textContent()) ?? '')?.[1]);
    const first = await seconds();
    expect(first).toBeGreaterThan(0);
    await expect.poll(seconds).toBeLessThan(first);
    expect(await field(teller, 'passphrase').getAttribute('aria-invalid')).toBe('true');
    await admin.reload();
    await manage('t01', 'lift');
    await closeDialog();
    await teller.reload();
    await signIn(teller, 't01', OWN);
    await teller.locator('[data-staff="t01"]').waitFor();
  });

  it('AUTH-6 whoever is disabled is out at once', async () => {
    await manage('t01', 'disable');
    await standing(teller, 'out');
    await signIn(teller, 't01', OWN);
    await teller.getByRole('alert').first().waitFor();
  });
});
