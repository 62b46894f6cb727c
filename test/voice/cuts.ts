/**
 * Boards and the server of halls that speak are cut at random while tellers call. Afterwards the story of what
 * was called, written down and heard. Rules: VOICE-2, VOICE-4..VOICE-7.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Chance, chanceOf } from '@tingxu/chance/chance';
import { until } from '../feed/until.ts';
import { work } from './calls.ts';
import type { Story } from './judge.ts';
import { TIMES, type Zone } from './voice-halls.ts';
import { type Board, show, type VoiceRig } from './voice-rig.ts';

const CUTS = ['reset', 'silent-line', 'refused-line', 'offline', 'frozen', 'busy'] as const;
/** A page that comes anew has to fetch every clip before it speaks. */
const LOADS = ['reloaded', 'closed', 'late-owner'] as const;
export type Cut = (typeof CUTS)[number] | (typeof LOADS)[number];
/** Of all cuts, so that somebody is there to speak. */
const LOADS_SHARE = 0.15;

export type Figures = Record<Cut | 'server-killed' | 'server-stopped' | 'quiet', number>;

const SUPERVISOR = { role: 'supervisor', staff: 's01' };
/** Of all cuts: the server's own, and quiet mode. Units: thousandths. */
const SERVER_PERMILLE = 40;
const QUIET_PERMILLE = 20;

const frozen = (board: Board, state: 'frozen' | 'active'): Promise<unknown> =>
  board.inside.send('Page.setWebLifecycleState', { state });

type Doing = (rig: VoiceRig, board: Board, random: Chance) => Promise<void>;

const online = (board: Board, on: boolean): Promise<unknown> => board.context.setOffline(!on);

/** What each cut does, until the board is as it was. */
const DO: Readonly<Record<Cut, Doing>> = {
  reset: async (_, { line }) => line.cut(),
  'silent-line': async (_, { line }, random) => {
    line.set({ blackHole: true });
    await pause(random.between(300, 9_000));
    line.set({ blackHole: false });
  },
  'refused-line': async (_, { line }, random) => {
    line.set({ refuse: true });
    line.cut();
    await pause(random.between(300, 6_000));
    line.set({ refuse: false });
  },
  offline: async (_, board, random) => {
    await online(board, false);
    await pause(random.between(300, 7_000));
    await online(board, true);
  },
  reloaded: (_, board) => show(board.page, board),
  closed: async (rig, board, random) => {
    await board.page.close({ runBeforeUnload: random.next() < 0.5 });
    await pause(random.between(100, 2_000));
    await rig.load(board);
  },
  'late-owner': async (rig, board, random) => {
    await board.context.close();
    await pause(random.between(4_000, 12_000));
    await rig.load(board);
  },
  frozen: async (_, board, random) => {
    await frozen(board, 'frozen');
    await pause(random.between(300, 9_000));
    await frozen(board, 'active');
  },
  busy: async (_, { page }, random) => {
    await page.evaluate(
      (ms) => {
        for (const end = Date.now() + ms; Date.now() < end; );
      },
      random.between(300, 6_000),
    );
  },
};

const cutServer = async (rig: VoiceRig, random: Chance, figures: Figures): Promise<void> => {
  const kindly = random.next() < 0.3;
  figures[kindly ? 'server-stopped' : 'server-killed'] += 1;
  await rig.restart(kindly);
};

const turnQuiet = async (rig: VoiceRig, random: Chance, figures: Figures): Promise<void> => {
  const { hall } = rig.boards[random.between(0, rig.boards.length - 1)]?.of ?? {};
  figures.quiet += 1;
  await rig.ask(`${hall}/voice/quiet`, { quiet: true }, SUPERVISOR);
  await pause(random.between(500, 4_000));
  await rig.ask(`${hall}/voice/quiet`, { quiet: false }, SUPERVISOR);
};

export type CutOptions = {
  readonly cuts: number;
  readonly seed: number;
  readonly zones: readonly Zone[];
  /** Between two cuts. Units: ms. */
  readonly everyMs: readonly [low: number, high: number];
  readonly onCut?: (done: number, breaches: () => Story) => void;
};

const newFigures = (): Figures => ({
  ...{ reset: 0, 'silent-line': 0, 'refused-line': 0, offline: 0, reloaded: 0, closed: 0 },
  ...{ 'late-owner': 0, frozen: 0, busy: 0, 'server-killed': 0, 'server-stopped': 0, quiet: 0 },
});

/** One cut after the other; a board that is being cut is not cut again meanwhile. */
const cutAll = async (
  rig: VoiceRig,
  { cuts, everyMs: [low, high], onCut }: CutOptions,
  random: Chance,
  story: () => Story,
): Promise<Figures> => {
  const figures = newFigures();
  const underWay = new Map<Board | 'server', Promise<void>>();
  const begin = (what: Board | 'server', run: () => Promise<void>): void => {
    const done = run().finally(() => underWay.delete(what));
    underWay.set(what, done);
  };
  for (let done = 0; done < cuts; done += 1) {
    await pause(random.between(low, high));
    onCut?.(done, story);
    const kind = random.between(1, 1_000);
    if (kind <= SERVER_PERMILLE + QUIET_PERMILLE) {
      const run = kind <= SERVER_PERMILLE ? cutServer : turnQuiet;
      await underWay.get('server');
      begin('server', () => run(rig, random, figures));
      continue;
    }
    const free = rig.boards.filter((board) => !underWay.has(board));
    const board = free[random.between(0, Math.max(0, free.length - 1))];
    if (!board) {
      done -= 1;
      continue;
    }
    const cut = random.pick(random.next() < LOADS_SHARE ? LOADS : CUTS);
    figures[cut] += 1;
    begin(board, () => DO[cut](rig, board, random));
  }
  await Promise.all(underWay.values());
  return figures;
};

/** After the last cut every announcement comes to its end, and pages tell what they still know. */
const settle = async (rig: VoiceRig): Promise<void> => {
  for (let second = 0; second < 70; second += 1) {
    const facts = rig.facts();
    const ends = facts.filter(({ type }) => type === 'ended').length;
    if (ends >= facts.filter(({ type }) => type === 'called').length) break;
    await pause(1_000);
  }
  await pause(500);
};

export const cutAtRandom = async (
  rig: VoiceRig,
  options: CutOptions,
): Promise<{ readonly story: Story; readonly figures: Figures }> => {
  const random = chanceOf(options.seed);
  let over = false;
  const counters = options.zones.flatMap(({ hall, counters: ids }) =>
    ids.map((counter) => ({ hall, counter })),
  );
  const working = counters.map((at, i) =>
    work(rig, at, chanceOf(options.seed + i + 1), () => over),
  );
  const story = (answered: Story['answered'] = []): Story => ({
    ...{ facts: rig.facts(), sounds: rig.sounds, answered, times: TIMES },
  });
  // Boards have their clips, and somebody has been heard, or was mute and told so.
  const isSpoken = (): boolean =>
    rig.facts().some((fact) => fact.type === 'ended' && fact.end === 'spoken');
  const isHeard = (): boolean => rig.sounds.some(({ from }) => from !== null);
  await until('a board speaks', () => isHeard() || isSpoken(), 60_000);
  const figures = await cutAll(rig, options, random, story);
  over = true;
  const answered = (await Promise.all(working)).flat();
  await settle(rig);
  return { story: story(answered), figures };
};
