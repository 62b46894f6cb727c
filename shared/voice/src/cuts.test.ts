import { describe, expect, it } from 'vitest';
import { breachesOf } from '../testing/breaches.ts';
import { callOf, speech, ticketOf } from '../testing/calls.ts';
import { HallOfBoards, type HallOptions } from '../testing/hall-of-boards.ts';
import type { Announcement, Entry } from './ledger.ts';
import { step } from './step.ts';

const AT = 1_795_222_800_000;
const CUTS = 20;

/** A call or a recall, mostly seen by a board, sometimes over before it is said. */
const call = (hall: HallOfBoards, calls: Announcement[]): void => {
  const { chance } = hall;
  const id = calls.length + 1;
  const made = callOf(id, hall.now);
  const before = chance.happens(0.2) ? calls.at(-1)?.subject : undefined;
  const recalled = before && 'ticket' in before ? { ...before, attempt: id } : null;
  const announcement = { ...made, subject: recalled ?? made.subject };
  calls.push(announcement);
  hall.input({ type: 'announce', announcement });
  const { subject } = announcement;
  if (!('ticket' in subject)) return;
  const { ticket } = subject;
  const seen = chance.happens(0.9);
  const over = chance.happens(0.3);
  if (seen) hall.in(chance.between(20, 900), () => hall.input({ type: 'shown', ...subject }));
  if (over) hall.in(chance.between(500, 20_000), () => hall.input({ type: 'over', ticket }));
};

/** One board is cut, frozen, or closed and loaded again. */
const cutOne = (hall: HallOfBoards): void => {
  const { chance, boards } = hall;
  const board = boards[chance.between(0, boards.length - 1)];
  const kind = chance.between(0, 3);
  if (!board) return;
  if (kind === 0) {
    board.connected = false;
    hall.in(chance.between(300, 12_000), () => Object.assign(board, { connected: true }));
  } else if (kind === 1) {
    board.frozenUntil = hall.now + chance.between(300, 9_000);
  } else if (kind === 2) {
    hall.close(board, chance.happens(0.5));
    hall.in(chance.between(500, 8_000), () => hall.load(board));
  } else {
    hall.input({ type: 'quiet', quiet: chance.happens(0.2) });
  }
};

/** Calls, and boards that come and go in the middle of it all; then time for everything to end. */
const ofChance = (hall: HallOfBoards, calls: Announcement[]): void => {
  for (let cut = 0; cut < CUTS; cut += 1) {
    hall.run(hall.chance.between(200, 6_000));
    if (hall.chance.happens(0.8)) call(hall, calls);
    if (hall.chance.happens(0.3)) call(hall, calls);
    cutOne(hall);
  }
  for (const board of hall.boards) board.connected = true;
  hall.input({ type: 'quiet', quiet: false });
  hall.run(80_000);
};

const run = (options: Omit<HallOptions, 'speech'>): readonly string[] => {
  const rule = { languages: ['zh-CN', 'en'], times: 2 } as const;
  const hall = new HallOfBoards(
    { ...options, speech: speech({ ...rule, languages: [...rule.languages] }) },
    AT,
    3,
  );
  const calls: Announcement[] = [];
  ofChance(hall, calls);
  return breachesOf(hall, calls);
};

/** A board that does not ask is caught in one of eighty. */
const SEEDS = Array.from({ length: 300 }, (_, seed) => seed + 1);
const finds = (options: Omit<HallOptions, 'speech' | 'seed'>, rule: string): boolean =>
  SEEDS.some((seed) => run({ ...options, seed }).some((breach) => breach.startsWith(rule)));

/** What was begun is to be said again: the parts of the rule come back when somebody is lost. */
const saysAgain: HallOptions['step'] = (ledger, input, manner, at) => {
  const done = step(ledger, input, manner, at);
  const lost =
    ledger.current?.startedAt != null &&
    done.ledger.current?.saying.id !== ledger.current.saying.id;
  if (!lost) return done;
  const back = (entry: Entry): Entry => {
    const said = ledger.current?.of.find(({ id }) => id === entry.of.id);
    return said && entry.cut && entry.end === null ? { ...entry, parts: [said.part] } : entry;
  };
  return { ...done, ledger: { ...done.ledger, entries: done.ledger.entries.map(back) } };
};
/** Takes every announcement for one of just now. */
const neverTooLate: HallOptions['step'] = (ledger, input, manner, at) => {
  const fresh = {
    ...ledger,
    entries: ledger.entries.map((row) => ({ ...row, of: { ...row.of, at } })),
  };
  return step(fresh, input, manner, at);
};
/** Ends each announcement once more when its call is over. */
const endsTwice: HallOptions['step'] = (ledger, input, manner, at) => {
  const done = step(ledger, input, manner, at);
  const forget = (row: Entry): Entry => (input.type === 'over' ? { ...row, end: null } : row);
  return { ...done, ledger: { ...done.ledger, entries: done.ledger.entries.map(forget) } };
};

describe('a hall of boards that come and go', () => {
  it('VOICE-2, VOICE-4, VOICE-6, VOICE-7 6,000 random cuts: nothing overlaps, is begun twice, late, or ends without one reason', () => {
    for (const seed of SEEDS) expect(run({ seed, step }), `seed ${seed}`).toEqual([]);
  });

  it.each([
    ['VOICE-4', { step, boardsKeepSounding: true }],
    ['VOICE-6', { step, boardsDoNotAsk: true }],
    ['VOICE-6', { step: saysAgain }],
    ['VOICE-7', { step: neverTooLate }],
    ['VOICE-2', { step: endsTwice }],
  ] as const)('%s the rig finds a planted fault', (rule, options) => {
    expect(finds(options, rule)).toBe(true);
  });

  it('VOICE-5 when the one that speaks is gone another one speaks within five seconds', () => {
    for (const seed of SEEDS) {
      const hall = new HallOfBoards({ seed, step, speech: speech() }, AT, 2);
      hall.run(4_000 + hall.chance.between(0, 2_000));
      const owner = hall.boards.find(({ id }) => id === hall.ledger.owner);
      if (!owner) throw new Error('nobody speaks');
      const kindly = hall.chance.happens(0.5);
      hall.close(owner, kindly);
      const closedAt = hall.now;
      hall.input({ type: 'announce', announcement: callOf(1, hall.now) });
      hall.run(20_000);
      const [sound] = hall.sounds.filter(
        ({ board, fromAt }) => board !== owner.id && fromAt >= closedAt,
      );
      expect((sound?.fromAt ?? Number.NaN) - closedAt).toBeLessThanOrEqual(kindly ? 500 : 5_000);
    }
  });
});

describe('a burst', () => {
  it('VOICE-8 of twenty calls a minute keeps every first sound within eight seconds of its call', () => {
    for (const seed of SEEDS) {
      const rule = { languages: ['zh-CN', 'en'] as ('zh-CN' | 'en')[], times: 2 };
      const hall = new HallOfBoards({ seed, step, speech: speech(rule) }, AT, 1);
      hall.run(3_000);
      const calledAts = new Map<number, number>();
      const calls = Array.from({ length: 20 }, (_, i) => i);
      for (const i of calls) {
        hall.in(i * 3_000 + hall.chance.between(0, 1_500), () => {
          const announcement = callOf(i + 1, hall.now);
          calledAts.set(i, hall.now);
          hall.input({ type: 'announce', announcement });
          hall.input({ type: 'shown', ticket: ticketOf(i + 1), attempt: 1 });
        });
      }
      hall.run(90_000);
      for (const i of calls) {
        const sound = hall.sounds.find(({ of }) => of.some(({ id }) => id === i + 1));
        const calledAt = calledAts.get(i) ?? Number.NaN;
        expect((sound?.fromAt ?? Number.NaN) - calledAt, `call ${i}`).toBeLessThanOrEqual(8_000);
      }
    }
  });
});
