/**
 * Single sign-on as staff see it, and a session that ends under their hands: from the page to the bank's own provider and back, an answer about somebody without
 * an account, one about somebody of another hall, a provider that does not answer. Rules: AUTH-5, AUTH-6, AUTH-20.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSPHRASE } from '@tingxu/server/demo/demo-accounts';
import { rigHeaders } from '@tingxu/server/identity/testing/rig-people';
import {
  openSmallProvider,
  type SmallProvider,
} from '@tingxu/server/sign-on/testing/small-provider';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { JOURNEY_HALLS } from './journey-halls.ts';
import { axeViolations, type Rig, startRigWith } from './rig.ts';

const HALL = 'counter';
const ELSEWHERE = 'monitor';
const PATH = `/counter/?hall=${HALL}&counter=1`;
const DESK = { width: 1280, height: 800 } as const;
const SECRET = 'a secret of the client';

/** The provider sends people back to an address that its setting names. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

let rig: Rig;
let provider: SmallProvider;
const folder = mkdtempSync(join(tmpdir(), 'tingxu-sign-on-'));
beforeAll(async () => {
  provider = await openSmallProvider('tingxu', SECRET);
  const clientSecretFile = join(folder, 'secret');
  writeFileSync(clientSecretFile, SECRET, { mode: 0o600 });
  const port = await freePort();
  const signOn = {
    ...{ issuer: provider.issuer, clientId: 'tingxu', clientSecretFile, staffClaim: 'employee' },
    ...{
      origin: `http://127.0.0.1:${port}`,
      label: { 'zh-CN': '用本行账号登录', en: 'Bank account' },
    },
  };
  const server = { signOn };
  rig = await startRigWith(
    JOURNEY_HALLS,
    ['admin', 'counter-client', 'lobby'],
    { server, port },
    'real',
  );
});
afterEach(() => rig.closePages());
afterAll(async () => {
  await rig.close();
  await provider.close();
  rmSync(folder, { recursive: true, force: true });
});

/** An admin's hand elsewhere. */
const asAdmin = async (path: string, body: object): Promise<number> => {
  const { status } = await fetch(`${rig.url}/api/v1${path}`, {
    method: 'POST',
    headers: { ...rigHeaders('admin'), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return status;
};
const signedOut = (): Promise<Page> =>
  rig.open({ path: PATH, ...DESK, ready: '[data-session="out"]' });
const goThere = (page: Page): Promise<void> => page.getByTestId('sign-on').click();
const clean = async (page: Page): Promise<void> => expect(await axeViolations(page)).toEqual([]);

describe('single sign-on', () => {
  it('AUTH-20 leads from the page to the provider and back to the same counter, signed in', async () => {
    provider.claims = { employee: 'T02' };
    const page = await signedOut();
    await page.getByText('用本行账号登录').waitFor();
    await clean(page);
    await goThere(page);
    await page.locator('[data-staff="t02"]').waitFor();
    expect(page.url()).toBe(`${rig.url}${PATH}`);
  });

  it('AUTH-20 says so once where nobody here has the account, and the other way in is still there', async () => {
    provider.claims = { employee: 'nobody-here' };
    const page = await signedOut();
    await goThere(page);
    await page.getByText('单点登录没有成功').waitFor();
    await clean(page);
    expect(page.url()).toBe(`${rig.url}${PATH}`);
    expect(await page.locator('input[name="passphrase"]').isVisible()).toBe(true);
    await page.reload();
    await page.getByTestId('sign-on').waitFor();
    expect(await page.getByText('单点登录没有成功').count()).toBe(0);
  });

  it('AUTH-5 tells somebody of another hall that this one is not theirs', async () => {
    const account = { staff: 't77', roles: ['teller'], halls: [ELSEWHERE] };
    expect(await asAdmin('/accounts', account)).toBe(201);
    provider.claims = { employee: 't77' };
    const page = await signedOut();
    await goThere(page);
    await page.getByText('您的工号不能用于这个网点').waitFor();
    await clean(page);
  });

  it('AUTH-21 an admin adds somebody without a passphrase by one tick, who comes in by it alone', async () => {
    const path = `/admin/?hall=${HALL}#/staff`;
    const admin = await rig.open({
      path,
      as: 'a01',
      ...DESK,
      ready: '[data-testid="add-account"]',
    });
    await admin.getByTestId('add-account').click();
    const dialog = admin.getByRole('dialog');
    await dialog.locator('input[name="staff"]').fill('t88');
    await dialog.getByLabel('柜员').check();
    await dialog.getByText('只用单点登录，不设口令').click();
    await clean(admin);
    expect(await dialog.getByTestId('first-passphrase').count()).toBe(0);
    await dialog.locator('button[type="submit"]').click();
    await admin.getByText('已添加 t88，请用单点登录').waitFor();
    provider.claims = { employee: 't88' };
    const page = await signedOut();
    await goThere(page);
    await page.locator('[data-staff="t88"]').waitFor();
  });

  it('AUTH-20 says that the provider does not answer, and a passphrase still opens the page', async () => {
    await provider.close();
    const page = await signedOut();
    await goThere(page);
    await page.getByText('单点登录现在连不上').waitFor();
    await clean(page);
    await page.locator('input[name="staff"]').fill('t03');
    await page.locator('input[name="passphrase"]').fill(DEMO_PASSPHRASE);
    await page.locator('button[type="submit"]').click();
    await page.locator('[data-staff="t03"]').waitFor();
  });
});

describe('a session that ends while a number is being given', () => {
  it('AUTH-6 leads to the sign-in with a word on why, and whoever signs in again gives it', async () => {
    await rig.post(`${HALL}/day/open`, {}, { role: 'supervisor', staff: 's01' });
    const size = { width: 390, height: 844 };
    const page = await rig.open({ path: `/lobby/?hall=${HALL}`, as: 'l01', ...size });
    const choose = async (): Promise<void> => {
      await page.getByTestId('tab-issue').click();
      await page.getByTestId('service-cash').click();
    };
    await choose();
    expect(await asAdmin('/accounts/l01/end-sessions', {})).toBe(200);
    await page.locator('[data-session="out"]').waitFor();
    await page.getByText('登录已结束').waitFor();
    await clean(page);
    await page.locator('input[name="staff"]').fill('l01');
    await page.locator('input[name="passphrase"]').fill(DEMO_PASSPHRASE);
    await page.locator('button[type="submit"]').click();
    await choose();
    await page.getByTestId('issue').click();
    await page.getByTestId('issued').waitFor();
  });
});
