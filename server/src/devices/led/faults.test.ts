/**
 * Random faults of LED signs on one line, in a time of their own: the driver and the device as they are, the
 * cards as their document has them, and between them a line that breaks. Rules: LED-2..LED-4.
 */
import { type Chance, chanceOf } from '@tingxu/chance/chance';
import { type LedCards, ledCards } from '@tingxu/twins/led/led-cards';
import { GOOD_LED, type LedMisbehaviour, ledEar } from '@tingxu/twins/led/led-line';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Device, type Driver, openDevice } from '../device.ts';
import type { Line } from '../line.ts';
import { rigLine } from '../testing/rig-line.ts';
import { type Dots, drawPage } from './dots.ts';
import { showFrame } from './frame.ts';
import { LED_TIMING, type LedSign, type LedWork, ledDriver } from './led-driver.ts';

const FAULTS = 400;
const LINES = 8;
const SEED = 20_261_122;
const VALID_S = 6;
const ADDRESSES = [1, 2, 3];
const SIZE = { width: 64, height: 16 };
const STEP_MS = 100;
/** What a card may take to obey what it has heard. */
const SLOWEST_MS = 900;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Equal seeds, equal faults. */
type Below = Chance['below'];

const keyOf = (page: Uint8Array): string => Buffer.from(page).toString('base64');

/** Numbers by the dots that say them, so that a look at a sign is a look into a book. */
const numberOf = new Map<string, string>();
const drawn = new Map<string, readonly Dots[]>();
const pagesOf = (number: string): readonly Dots[] => {
  const known = drawn.get(number);
  if (known) return known;
  const page = drawPage([number], SIZE, 1);
  drawn.set(number, [page]);
  numberOf.set(keyOf(page), number);
  return [page];
};

const shownBy = (cards: LedCards, address: number): string | null => {
  const page = cards.page(address);
  return page === null ? null : (numberOf.get(keyOf(page)) ?? 'unknown');
};

/** A line that a test can cut, to cards that misbehave. */
const openRigLine = (cards: LedCards, misbehaviour: LedMisbehaviour) =>
  rigLine((options) => ledEar({ cards, misbehaviour, ...options }).hear);

/** A fault and how it goes on: the cable and the power need no end. */
const FAULT_KINDS: readonly ((more: LedMisbehaviour, chance: Below) => void)[] = [
  (more) => Object.assign(more, { silent: true }),
  (more, chance) => Object.assign(more, { deaf: [1 + chance(3)] }),
  (more) => Object.assign(more, { deaf: ADDRESSES }),
  (more, chance) => Object.assign(more, { delayMs: chance(SLOWEST_MS) }),
  (more) => Object.assign(more, { half: true }),
  (more) => Object.assign(more, { wrongSum: true }),
  (more) => Object.assign(more, { noise: true }),
  (more) => Object.assign(more, { stale: true }),
  (more, chance) => Object.assign(more, { garbles: 20 + chance(400) }),
  (more, chance) => Object.assign(more, { unpluggedAfter: 1 + chance(600) }),
];

/** What a counter shows before its first call. */
const NONE = 'FREE';

type Hall = { readonly at: Map<number, string>; readonly left: Map<string, number> };

type Sender = (signs: readonly LedSign[]) => Driver<LedWork>;

const honest: Sender = (signs) => ledDriver(signs, VALID_S);

/** As a program that was made for boards that never fail: told once, for ever, and never cleared. */
const careless: Sender = (signs) => {
  let told: readonly (readonly Dots[])[] = [];
  const tell = async (line: Line): Promise<void> => {
    const wanted = signs.map((sign) => sign.wanted());
    for (const [index, { address, size }] of signs.entries()) {
      const pages = wanted[index] ?? [];
      if (pages === told[index]) continue;
      const { stayMs } = LED_TIMING;
      const shown = { size, pages, stayMs, validS: 60_000 };
      await line.write(showFrame({ address, number: 1 }, shown));
    }
    told = wanted;
  };
  return {
    greet: () => Promise.resolve(),
    check: async (line) => {
      await tell(line);
      return [];
    },
    perform: async (line) => {
      await tell(line);
      return { done: true };
    },
  };
};

type Verdict = { tooOld: number; flashWrites: number; shown: number; dark: number };

/** What a sign shows must be at its counter, or have left it no longer ago than a sign may show it. */
const look = (verdict: Verdict, cards: LedCards, { at, left }: Hall): void => {
  const now = performance.now();
  for (const address of ADDRESSES) {
    const number = shownBy(cards, address);
    if (number === null) {
      verdict.dark += 1;
      continue;
    }
    verdict.shown += 1;
    if (number === at.get(address)) continue;
    const leftAt = left.get(`${address}:${number}`) ?? Number.NEGATIVE_INFINITY;
    if (now - leftAt > VALID_S * 1_000 + SLOWEST_MS + STEP_MS) verdict.tooOld += 1;
  }
};

const play = async (seed: number, faults: number, sender: Sender): Promise<Verdict> => {
  const chance = chanceOf(seed).below;
  const cards = ledCards(
    ADDRESSES.map((address) => ({ address, ...SIZE })),
    () => performance.now(),
  );
  const misbehaviour = { ...GOOD_LED };
  const { open, cut } = openRigLine(cards, misbehaviour);
  const hall: Hall = { at: new Map(ADDRESSES.map((address) => [address, NONE])), left: new Map() };
  const signs = ADDRESSES.map((address) => ({
    ...{ address, size: SIZE },
    wanted: () => pagesOf(hall.at.get(address) ?? NONE),
  }));
  const start = (): Device<LedWork> =>
    openDevice({ open, driver: sender(signs), onState: () => undefined });
  let device = start();
  let calls = 0;
  const call = (): void => {
    const address = ADDRESSES[chance(3)] ?? 1;
    const before = hall.at.get(address);
    hall.left.set(`${address}:${before ?? NONE}`, performance.now());
    calls += 1;
    hall.at.set(address, `A${String(calls).padStart(4, '0')}`);
    void device.command({ work: 'now', withinMs: 2_000 });
  };
  const verdict: Verdict = { tooOld: 0, flashWrites: 0, shown: 0, dark: 0 };
  const pass = async (ms: number): Promise<void> => {
    for (let gone = 0; gone < ms; gone += STEP_MS) {
      if (chance(12) === 0) call();
      await vi.advanceTimersByTimeAsync(STEP_MS);
      look(verdict, cards, hall);
    }
  };
  for (let fault = 0; fault < faults; fault += 1) {
    if (chance(6) === 0) cut();
    if (chance(8) === 0) cards.losePower();
    // The server is killed: it can say nothing more, and is back some seconds later.
    const isKilled = chance(8) === 0;
    if (isKilled) await device.stop();
    else FAULT_KINDS[chance(FAULT_KINDS.length)]?.(misbehaviour, chance);
    await pass(500 + chance(9_000));
    Object.assign(misbehaviour, GOOD_LED);
    if (isKilled) device = start();
    await pass(chance(6_000));
  }
  await pass(8_000);
  if (sender === honest) {
    for (const address of ADDRESSES) expect(shownBy(cards, address)).toBe(hall.at.get(address));
  }
  const stopped = device.stop();
  await vi.advanceTimersByTimeAsync(5_000);
  await stopped;
  return { ...verdict, flashWrites: cards.flashWrites() };
};

const run = async (faults: number, sender: Sender): Promise<Verdict> => {
  const sum: Verdict = { tooOld: 0, flashWrites: 0, shown: 0, dark: 0 };
  for (let nth = 0; nth < LINES; nth += 1) {
    const one = await play(SEED + nth, faults / LINES, sender);
    for (const key of ['tooOld', 'flashWrites', 'shown', 'dark'] as const) sum[key] += one[key];
  }
  return sum;
};

describe('faults of LED signs', () => {
  it('LED-2, LED-3, LED-4 no number is shown for longer than its time, and nothing is in flash', async () => {
    const { tooOld, flashWrites, shown, dark } = await run(FAULTS, honest);
    expect({ tooOld, flashWrites }).toEqual({ tooOld: 0, flashWrites: 0 });
    // Signs did show numbers, and did go dark.
    expect(shown).toBeGreaterThan(FAULTS * 50);
    expect(dark).toBeGreaterThan(FAULTS);
  }, 120_000);

  it('finds a sender whose numbers stay', async () => {
    expect((await run(40, careless)).tooOld).toBeGreaterThan(0);
  }, 60_000);
});
