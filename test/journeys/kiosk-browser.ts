/**
 * Debian's Chromium as a kiosk starts it, by the flags of its unit and with the policy file where it reads it. The
 * file is put there in a mount namespace of its own: no other browser of the machine sees it. Source: SEC-07.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';

const CHROMIUM = process.env['TINGXU_CHROMIUM'] ?? '/usr/bin/chromium';
/** Where Debian's reads its policies, below `policies/managed`. */
const READS = '/etc/chromium';
const UNIT = fileURLToPath(new URL('../../deploy/kiosk/tingxu-kiosk.service', import.meta.url));
const POLICY = fileURLToPath(new URL('../../deploy/kiosk/policy.json', import.meta.url));
/** Units: ms. */
const PATIENCE_MS = 30_000;

export type Policy = Readonly<Record<string, unknown>>;

/** The shipped file for a server that stands elsewhere. */
export const policyFor = (url: string): Policy =>
  JSON.parse(readFileSync(POLICY, 'utf8').replaceAll('https://hall.branch.example', url)) as Policy;

/** Why no policy can be put before a browser here; null where it can. */
export const whyNoPolicy = (): string | null => {
  if (!existsSync(READS)) return `there is no ${READS}: another browser than Debian's`;
  const { status } = spawnSync('unshare', ['-m', 'mount', '--bind', READS, READS]);
  return status === 0 ? null : 'only root may put a policy before a browser';
};

/** What the unit gives the browser; its folders are the test's own. */
const unitFlags = (): string[] =>
  (readFileSync(UNIT, 'utf8').match(/--[a-z][^\s\\]*/g) ?? []).filter(
    (flag) => !/^--(user-data-dir|disk-cache-dir)=/.test(flag),
  );

export type KioskBrowser = {
  readonly page: Page;
  close(): Promise<void>;
};

const listening = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let heard = '';
    const late = setTimeout(() => reject(new Error(`no browser: ${heard}`)), PATIENCE_MS);
    child.once('exit', (code) => reject(new Error(`the browser ended with ${code}: ${heard}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      heard += chunk.toString('utf8');
      const address = /DevTools listening on (ws:\S+)/.exec(heard)?.[1];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    });
  });

/** Null: no policy at all, as the control. Rejects: a browser whose pages nobody may look into. */
export const openKioskBrowser = async (policy: Policy | null): Promise<KioskBrowser> => {
  const home = mkdtempSync(join(tmpdir(), 'tingxu-kiosk-'));
  const etc = join(home, 'etc');
  mkdirSync(join(etc, 'policies', 'managed'), { recursive: true });
  if (policy)
    writeFileSync(join(etc, 'policies', 'managed', 'tingxu.json'), JSON.stringify(policy));
  const flags = [
    ...unitFlags(),
    ...['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-port=0'],
    `--user-data-dir=${join(home, 'profile')}`,
  ];
  const before = `mount --bind '${etc}' ${READS} && exec "$0" "$@"`;
  const child = spawn('unshare', ['-m', 'sh', '-c', before, CHROMIUM, ...flags, 'about:blank'], {
    env: { ...process.env, HOME: home },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = once(child, 'exit');
  const browser = await chromium.connectOverCDP(await listening(child));
  const close = async (): Promise<void> => {
    const inside = await browser.newBrowserCDPSession();
    await inside.send('Browser.close').catch(() => undefined);
    await gone;
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) {
    await close();
    throw new Error('a kiosk without a page');
  }
  page.setDefaultTimeout(PATIENCE_MS);
  return { page, close };
};
