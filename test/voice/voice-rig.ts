/**
 * Halls that speak, for tests that cut them: the real server, which can be killed; boards in a real browser,
 * each behind a line of its own; what they let be heard. Needs a build.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { rigHeaders, rigPeople } from '@tingxu/server/identity/testing/rig-people';
import { seedIdentity } from '@tingxu/server/identity/testing/seed-identity';
import { launchChromium } from '@tingxu/ui/gallery/chromium';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { type RunningServer, startServer } from '../faults/server-process.ts';
import { type FaultProxy, faultProxy } from '../feed/fault-proxy.ts';
import { type Fact, factsOf } from './facts.ts';
import type { Sound } from './judge.ts';
import { type BoardFault, type PageWord, probeSound } from './sound-probe.ts';
import type { Zone } from './voice-halls.ts';

/** As a kiosk browser is started that nobody touches (docs/DEVICES.md). */
const UNTOUCHED = ['--autoplay-policy=no-user-gesture-required'];
/** Large enough to be a board, small enough to be drawn by the dozen. */
const PANEL = { width: 640, height: 360 };
const AGAIN_MS = 100;

export type Board = {
  readonly name: string;
  readonly of: Zone;
  readonly line: FaultProxy;
  context: BrowserContext;
  page: Page;
  inside: CDPSession;
};

export type Caller = { readonly role: string; readonly staff: string };
type Answer = Record<string, unknown>;

export type VoiceRig = {
  readonly boards: readonly Board[];
  readonly sounds: readonly Sound[];
  /** Where the probe itself heard nothing. */
  readonly deaf: readonly string[];
  /** Sends a command until it is answered; null where it is refused. */
  ask(path: string, body: object, caller: Caller): Promise<Answer | null>;
  /** A new browser for the board, once the old one is closed. */
  load(board: Board): Promise<void>;
  /** Ends the server, calls what is to be done meanwhile, starts it again on the same port. */
  restart(kindly: boolean, meanwhile?: () => void): Promise<void>;
  journalOf(hall: string): string;
  facts(): readonly Fact[];
  close(): Promise<void>;
};

export type VoiceRigOptions = {
  readonly halls: readonly unknown[];
  /** A board for each mention of a zone. */
  readonly boards: readonly Zone[];
  readonly fault?: BoardFault;
};

const SUPERVISOR: Caller = { role: 'supervisor', staff: 's01' };

type Ear = { readonly sounds: Sound[]; readonly deaf: string[] };

const listening = () => {
  const ear: Ear = { sounds: [], deaf: [] };
  const known = new Map<string, Sound>();
  const hear = ({ name, of }: Pick<Board, 'name' | 'of'>, word: PageWord): void => {
    const page = `${name}-${word.load}`;
    if (word.kind === 'unheard') ear.deaf.push(`${page}: ${word.why}`);
    else if (word.kind === 'loud') {
      const sound = known.get(`${page} ${word.play}`);
      if (sound) Object.assign(sound, { from: word.from || null, to: word.to || null });
    } else {
      const { saying, clips, at, until } = word;
      const { hall, zone } = of;
      const sound = { hall, zone, page, saying, clips, at, until, from: null, to: null };
      known.set(`${page} ${word.play}`, sound);
      ear.sounds.push(sound);
    }
  };
  return { ear, hear };
};

type Place = Pick<Board, 'name' | 'of' | 'line'>;

/** Also while the server is away: whoever looks after a box tries again. */
export const show = async (page: Page, { of: { hall, zone }, line }: Place): Promise<void> => {
  const address = `${line.url}/board/?hall=${hall}&voice=${zone}`;
  while (!page.isClosed()) {
    const come = await page.goto(address, { waitUntil: 'commit' }).catch(() => null);
    if (come?.ok()) return;
    await pause(AGAIN_MS);
  }
};

const openBoard = async (
  browser: Browser,
  place: Place,
  hear: (word: PageWord) => void,
  fault: BoardFault | null,
): Promise<Pick<Board, 'context' | 'page' | 'inside'>> => {
  const context = await browser.newContext({
    ...{ viewport: PANEL, locale: 'zh-CN', reducedMotion: 'reduce', bypassCSP: true },
    serviceWorkers: 'block',
  });
  await probeSound(context, (_, word) => hear(word), fault);
  const page = await context.newPage();
  const inside = await context.newCDPSession(page);
  await show(page, place);
  return { context, page, inside };
};

/** Sends the same command until there is an answer. */
const asker = (url: string, isOver: () => boolean): VoiceRig['ask'] => {
  let sent = 0;
  return async (path, body, { role, staff }) => {
    sent += 1;
    const init = {
      method: 'POST',
      headers: {
        ...{ ...rigHeaders(role, staff), 'Content-Type': 'application/json' },
        'Idempotency-Key': `voice-${process.pid}-${sent}`,
      },
      body: JSON.stringify(body),
    };
    while (!isOver()) {
      const response = await fetch(`${url}/api/v1/halls/${path}`, init).catch(() => null);
      if (response && response.status !== 503) {
        const answer: Answer = await response.json();
        if (response.ok) return answer;
        if (response.status === 409 || response.status === 422) return null;
        throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
      }
      await pause(AGAIN_MS);
    }
    return null;
  };
};

const hallNames = (boards: readonly Zone[]): readonly string[] => [
  ...new Set(boards.map(({ hall }) => hall)),
];

export const openVoiceRig = async ({
  halls,
  boards: wanted,
  fault,
}: VoiceRigOptions): Promise<VoiceRig> => {
  const folder = mkdtempSync(join(tmpdir(), 'tingxu-voice-'));
  const configFile = join(folder, 'tingxu.yaml');
  const dataFolder = join(folder, 'data');
  writeFileSync(configFile, JSON.stringify({ halls }));
  seedIdentity(dataFolder, { kind: 'demo', people: rigPeople() });
  let server: RunningServer = await startServer({ configFile, dataFolder, demo: true });
  const { url } = server;
  const port = Number(new URL(url).port);
  let over = false;
  const ask = asker(url, () => over);
  const journalOf = (hall: string): string => join(dataFolder, 'halls', hall, 'journal.sqlite');
  for (const hall of hallNames(wanted)) await ask(`${hall}/day/open`, {}, SUPERVISOR);

  const browser = await launchChromium(UNTOUCHED);
  const { ear, hear } = listening();
  const opened = (place: Place) =>
    openBoard(browser, place, (word) => hear(place, word), fault ?? null);
  const boards: Board[] = [];
  for (const [i, of] of wanted.entries()) {
    const place = { name: `board${i}`, of, line: await faultProxy(port) };
    boards.push({ ...place, ...(await opened(place)) });
  }
  return {
    ...{ boards, sounds: ear.sounds, deaf: ear.deaf, ask, journalOf },
    load: async (board) => {
      await board.context.close();
      Object.assign(board, await opened(board));
    },
    restart: async (kindly, meanwhile) => {
      await (kindly ? server.stop() : server.kill());
      meanwhile?.();
      server = await startServer({ configFile, dataFolder, port, demo: true });
    },
    facts: () => hallNames(wanted).flatMap((hall) => factsOf(hall, journalOf(hall))),
    close: async () => {
      over = true;
      await browser.close();
      await server.stop();
      await Promise.all(boards.map(({ line }) => line.close()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
