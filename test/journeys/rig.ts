/**
 * What every journey needs: the real server as a process of its own, with halls made for tests and
 * the demo hall, a browser, and commands of other people over REST.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PUBLIC_ROLES, type Role } from '@tingxu/contract/roles';
import { rigHeaders, rigPeople } from '@tingxu/server/identity/testing/rig-people';
import { seededToken, seedIdentity } from '@tingxu/server/identity/testing/seed-identity';
import { launchChromium } from '@tingxu/ui/gallery/chromium';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startServer } from '../faults/server-process.ts';
import { JOURNEY_HALLS } from './journey-halls.ts';
import { LOBBY_HALLS } from './lobby-halls.ts';
import { PUBLIC_HALLS } from './public-halls.ts';
import { followTicks, heardSince } from './restart.ts';
import { settled } from './settled.ts';
import { SLOW } from './slow.ts';

/** What has not come by then does not come; a wait that succeeds costs nothing. Units: ms. */
const PATIENCE_MS = 30_000 * SLOW;
const LIVE = '[data-connection="live"]';
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What a page asks for: people read Chinese here unless the journey says otherwise. */
export type Visit = {
  readonly path: string;
  /** Who is signed in there, by personnel number; nobody unless given. A machine of the hall needs nobody. */
  readonly as?: string;
  readonly width: number;
  readonly height: number;
  readonly locale?: 'zh-CN' | 'zh-HK' | 'en';
  /** Where a page has come up without being live. */
  readonly ready?: string;
  /** Whoever comes is new at the screen, and is shown round. */
  readonly firstTime?: boolean;
  /** The page may keep itself for a start without the server. */
  readonly keepsShell?: boolean;
  /** In the browser of another page: a second tab with the same session storage is a duplicate. */
  readonly beside?: Page;
};

export type Caller = { readonly role: Role; readonly staff?: string };

export type Rig = {
  readonly url: string;
  /** Where the server writes. */
  readonly dataFolder: string;
  /** What stands on the console of the server. */
  said(): string;
  /** A page in a browser of its own; an error inside it fails the journey at `close`. */
  open(visit: Visit): Promise<Page>;
  /** Sends a command as somebody else; throws when it is refused. */
  post(path: string, body: unknown, caller: Caller): Promise<Record<string, unknown>>;
  get(path: string, caller: Caller): Promise<Record<string, unknown>>;
  /** kill -9 and a new start on the same journal and port; resolves when every page follows it. */
  killAndRestart(): Promise<void>;
  /** A page that nobody looks at any more still takes its share of the machine. */
  closePages(): Promise<void>;
  close(): Promise<void>;
};

/** A screen that was not built would be tested as an empty page. */
const requireBuild = (app: string, result = 'index.html'): void => {
  if (existsSync(join(ROOT, app, 'dist', result))) return;
  throw new Error(`${app} is not built: run \`npm run build\` first`);
};

const ALL_HALLS: readonly unknown[] = [...JOURNEY_HALLS, ...LOBBY_HALLS, ...PUBLIC_HALLS];

export const startRig = (...apps: readonly string[]): Promise<Rig> => startRigWith(ALL_HALLS, apps);

type More = {
  readonly server?: object;
  readonly devices?: readonly object[];
  /** Where a setting must know the address before; any free one unless given. */
  readonly port?: number;
};

/**
 * `halls`, `server` and `devices` as the config file spells them. The demo hall is there as well, unless the server is
 * to be a real one, where machines are paired and nobody is believed; a real one that is `new` has no accounts yet.
 */
export const startRigWith = async (
  halls: readonly unknown[],
  apps: readonly string[],
  { port: wanted, ...more }: More = {},
  kind: 'demo' | 'real' | 'new' = 'demo',
): Promise<Rig> => {
  for (const app of apps) requireBuild(app);
  requireBuild('server', 'main.js');
  const folder = mkdtempSync(join(tmpdir(), 'tingxu-journey-'));
  const configFile = join(folder, 'tingxu.yaml');
  const dataFolder = join(folder, 'data');
  writeFileSync(configFile, JSON.stringify({ halls, ...more }));
  const demo = kind === 'demo';
  const people = kind === 'new' ? [] : rigPeople(SESSIONS);
  if (kind !== 'new') seedIdentity(dataFolder, { kind: demo ? 'demo' : 'real', people });
  const start = (port?: number) =>
    startServer({
      ...{ configFile, demo, dataFolder },
      ...(port !== undefined && { port }),
    });
  let running = await start(wanted);
  const { url } = running;
  const browser = await launchChromium();
  const errors: string[] = [];
  return {
    ...{ url, dataFolder },
    said: () => running.said(),
    open: (visit) => openPage(browser, url, visit, errors),
    post: (path, body, caller) => send(url, path, caller, body),
    get: (path, caller) => send(url, path, caller),
    killAndRestart: async () => {
      const killedAt = performance.now();
      await running.kill();
      running = await start(Number(new URL(url).port));
      const pages = browser.contexts().flatMap((context) => context.pages());
      await Promise.all(pages.map((page) => heardSince(page, killedAt, PATIENCE_MS)));
    },
    closePages: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    close: async () => {
      await browser.close();
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
      if (errors.length > 0) throw new Error(`errors in a page:\n${errors.join('\n')}`);
    },
  };
};

/** How many browsers may have the same person signed in, before the first of them is used again. */
const SESSIONS = 40;
const signedIn = new Map<string, number>();

/**
 * The browser has the session of this person, one of its own: to sign out in one browser leaves the others.
 * Without the sign-in, which costs a look at a passphrase.
 */
const signIn = async (context: BrowserContext, url: string, staff: string): Promise<void> => {
  const nth = (signedIn.get(staff) ?? 0) + 1;
  signedIn.set(staff, nth);
  const value = seededToken(staff, nth % SESSIONS);
  const kept = { httpOnly: true, sameSite: 'Strict' } as const;
  await context.addCookies([{ name: 'tingxu-session', value, url, ...kept }]);
};

/** Guides would lie over what a journey is about. */
const knowsEverything = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    for (const role of ['teller', 'lobby', 'supervisor', 'admin']) {
      localStorage.setItem(`tingxu.guide.${role}`, '*');
    }
  });

/** How the browser says that it has kept a page from something. Rules: WEB-2. */
const BY_POLICY =
  /content security policy|permissions policy|trusted ?types|TrustedScript|TrustedHTML/i;

const openPage = async (
  browser: Browser,
  url: string,
  {
    path,
    width,
    height,
    locale = 'zh-CN',
    as,
    beside,
    ready = LIVE,
    keepsShell = false,
    firstTime = false,
  }: Visit,
  errors: string[],
): Promise<Page> => {
  const context =
    beside?.context() ??
    (await browser.newContext({
      ...{ viewport: { width, height }, locale, reducedMotion: 'reduce' },
      serviceWorkers: keepsShell ? 'allow' : 'block',
    }));
  if (!beside && !firstTime) await knowsEverything(context);
  if (as !== undefined) await signIn(context, url, as);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  page.on('pageerror', (error) => errors.push(`${path}: ${error.message}`));
  page.on('console', (line) => {
    if (BY_POLICY.test(line.text())) errors.push(`${path}: ${line.text()}`);
  });
  followTicks(page);
  if (SLOW > 1) {
    const inside = await context.newCDPSession(page);
    await inside.send('Emulation.setCPUThrottlingRate', { rate: SLOW });
  }
  await page.goto(`${url}${path}`);
  await page.waitForSelector(ready, { state: 'attached' });
  await settled(page);
  return page;
};

let sent = 0;

const send = async (
  url: string,
  path: string,
  { role, staff }: Caller,
  body?: unknown,
): Promise<Record<string, unknown>> => {
  sent += 1;
  const response = await fetch(new URL(`/api/v1/halls/${path}`, url), {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(PUBLIC_ROLES.includes(role) ? { 'tingxu-role': role } : rigHeaders(role, staff)),
      ...(body !== undefined && {
        'Content-Type': 'application/json',
        'Idempotency-Key': `journey-${process.pid}-${sent}`,
      }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer as Record<string, unknown>;
};

declare global {
  interface Window {
    /** Once its source was read in the page. */
    readonly axe: typeof axe;
  }
}

const AXE = {
  runOnly: [
    ...['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    'best-practice',
  ],
  resultTypes: ['violations'],
} satisfies axe.RunOptions;

/** What axe finds wrong with the page as it is, and where. Source: quality.md ACC-12. */
export const axeViolations = async (page: Page): Promise<string[]> => {
  await settled(page);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (options) => {
    const { violations } = await window.axe.run(document, options);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} — ${failureSummary}`),
    );
  }, AXE);
};
