/**
 * A real server, where no machine is believed: a kiosk and a board show codes, an admin takes them in, they come
 * back after a restart by themselves, and are out when they are revoked. Rules: AUTH-12, AUTH-18, AUTH-19.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JOURNEY_HALLS } from './journey-halls.ts';
import { axeViolations, type Rig, startRigWith } from './rig.ts';

const HALL = 'counter';
const DESK = { width: 1280, height: 800 } as const;
const SUPERVISOR = { role: 'supervisor', staff: 's01' } as const;
const CODE = '[data-testid="pairing-code"]';

let rig: Rig;
let admin: Page;
let kiosk: Page;
let board: Page;
beforeAll(async () => {
  const apps = ['admin', 'kiosk', 'display-board', 'counter-client', 'rating'];
  rig = await startRigWith(JOURNEY_HALLS, apps, {}, 'real');
  await rig.post(`${HALL}/day/open`, {}, SUPERVISOR);
  const path = `/admin/?hall=${HALL}#/devices`;
  admin = await rig.open({ path, as: 'a01', ...DESK, ready: '[data-testid="pair-device"]' });
});
afterAll(async () => rig.close());

/** The page itself, as what it was paired as. */
const works = (page: Page): Promise<void> =>
  page
    .locator('body:not(:has([data-device])) [data-connection="live"]')
    .first()
    .waitFor({ state: 'attached' });
const codeOn = async (page: Page): Promise<string> =>
  ((await page.locator(CODE).textContent()) ?? '').replaceAll(/\s/g, '');

/** By somebody who stands before the device. */
const takeIn = async (page: Page, name: string, place?: string): Promise<void> => {
  const dialog = admin.getByRole('dialog');
  await admin.getByTestId('waiting').getByRole('button').first().click();
  await dialog.locator('input[name="code"]').fill(await codeOn(page));
  const at = dialog.locator('[name="place"]');
  if (place !== undefined) {
    const isList = (await at.evaluate(({ tagName }) => tagName)) === 'SELECT';
    await (isList ? at.selectOption(place) : at.fill(place));
  }
  await dialog.locator('input[name="name"]').fill(name);
  await dialog.locator('button[type="submit"]').click();
  await dialog.waitFor({ state: 'hidden' });
  await works(page);
};

/** How far eight of the widest letters would stand out of the card. Units: CSS px. */
const codeStandsOut = (page: Page): Promise<number> =>
  page.locator(CODE).evaluate((code) => {
    const card = code.parentElement?.getBoundingClientRect().right ?? 0;
    const [first, last] = code.children;
    if (!first || !last) throw new Error('a code of two halves');
    const said = [...code.childNodes].map((node) => node.cloneNode(true));
    for (const half of [first, last]) half.textContent = 'WWWW';
    const { right } = last.getBoundingClientRect();
    code.replaceChildren(...said);
    return Math.max(0, right - card);
  });

const pillOf = (name: string) => admin.locator('tr', { hasText: name }).locator('[data-tone]');

describe('pairing', () => {
  it('AUTH-12 a kiosk and a board go on by themselves when an admin has typed their codes', async () => {
    const panel = { width: 800, height: 1280 };
    kiosk = await rig.open({ path: `/kiosk/?hall=${HALL}`, ...panel, ready: CODE });
    expect(await codeOn(kiosk)).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    expect(await axeViolations(kiosk)).toEqual([]);
    for (const size of [panel, DESK, { width: 1920, height: 1080 }]) {
      await kiosk.setViewportSize(size);
      expect(await codeStandsOut(kiosk)).toBe(0);
    }
    await admin.getByTestId('waiting').waitFor();
    expect(await axeViolations(admin)).toEqual([]);
    await takeIn(kiosk, '入口取号机', 'K7');
    expect(new URL(kiosk.url()).searchParams.get('kiosk')).toBe('K7');
    const wall = { width: 1920, height: 1080 };
    board = await rig.open({ path: `/board/?hall=${HALL}`, ...wall, ready: CODE });
    await takeIn(board, '大厅屏');
    await pillOf('入口取号机').and(admin.locator('[data-tone="ok"]')).waitFor();
    expect(await axeViolations(admin)).toEqual([]);
  });

  it('AUTH-12, AUTH-14 a pad goes on at its counter, and at a paired counter a teller acts for that one alone', async () => {
    const tablet = { width: 800, height: 1280 };
    const pad = await rig.open({ path: `/rating/?hall=${HALL}`, ...tablet, ready: CODE });
    await takeIn(pad, '一号窗口评价器', '1');
    expect(new URL(pad.url()).searchParams.get('counter')).toBe('1');
    const path = `/counter/?hall=${HALL}&counter=1&pair`;
    const counter = await rig.open({ path, as: 't01', ...DESK, ready: CODE });
    expect(await axeViolations(counter)).toEqual([]);
    await takeIn(counter, '一号窗口');
    const callAt = (page: Page, at: string) =>
      page.evaluate(async (url) => {
        const headers = { 'content-type': 'application/json', 'tingxu-role': 'teller' };
        const key = { 'idempotency-key': crypto.randomUUID() };
        const init = { method: 'POST', headers: { ...headers, ...key }, body: '{}' };
        const { code } = (await (await fetch(url, init)).json()) as { code?: string };
        return code;
      }, `/api/v1/halls/${HALL}/counters/${at}/call-next`);
    expect(await callAt(counter, '2')).toBe('forbidden');
    expect(await callAt(counter, '1')).not.toBe('forbidden');
    // The control: the same teller at a browser that is no counter.
    const anywhere = await rig.open({ path: path.replace('&pair', ''), as: 't02', ...DESK });
    expect(await callAt(anywhere, '2')).not.toBe('forbidden');
    for (const page of [pad, counter, anywhere]) await page.context().close();
  });

  it('AUTH-18 they come back after a restart of the server, and the kiosk gives a number', async () => {
    await rig.killAndRestart();
    await Promise.all([works(kiosk), works(board)]);
    await kiosk.getByTestId('service-cash').click();
    await kiosk.locator('[data-number]').waitFor();
    await board.reload();
    await works(board);
  });

  it('AUTH-18 a key in two machines is told of', async () => {
    const browser = board.context();
    const own = await browser.cookies();
    const token = async () =>
      (await browser.cookies()).find(({ name }) => name === 'tingxu-device')?.value;
    const first = await token();
    // The copy has the key and no cookie; then the first one comes back with the session that was taken.
    await browser.clearCookies();
    await board.reload();
    await expect.poll(token).toBeDefined();
    await browser.addCookies(own);
    await board.reload();
    await expect.poll(token).not.toBe(first);
    await works(board);
    await pillOf('大厅屏').and(admin.locator('[data-tone="over"]')).waitFor();
  });

  it('AUTH-18 a kiosk that loses its session between two touches gives the number all the same', async () => {
    await works(kiosk);
    await kiosk.reload();
    await works(kiosk);
    await kiosk.context().clearCookies();
    await kiosk.getByTestId('service-cash').click();
    await kiosk.locator('[data-number]').waitFor();
    expect(await kiosk.locator('[data-device]').count()).toBe(0);
    await expect
      .poll(async () => (await kiosk.context().cookies()).map(({ name }) => name))
      .toContain('tingxu-device');
  });

  it('AUTH-19 revoked, a kiosk is out at once and shows another code', async () => {
    await admin.locator('tr', { hasText: '入口取号机' }).getByRole('button').click();
    const revoke = admin.getByTestId('revoke-device');
    await revoke.click();
    await revoke.filter({ hasText: '确定' }).click();
    await kiosk.locator(CODE).waitFor();
    await kiosk.getByText('本设备已停用').waitFor();
    await works(board);
  });
});
