import { describe, expect, it } from 'vitest';
import { board, callOf, speech, ticketOf } from '../testing/calls.ts';
import { type Announcement, type Fact, type Input, newLedger } from './ledger.ts';
import type { Speech } from './speech.ts';
import { isGranted, step } from './step.ts';

const AT = 1_795_222_800_000;
const A = board('a');
const B = board('b');

const zone = (manner: Speech = speech()) => {
  let at = AT;
  let ledger = newLedger(at, false);
  const facts: Fact[] = [];
  const zoneNow = {
    input: (input: Input) => {
      const done = step(ledger, input, manner, at);
      ledger = done.ledger;
      facts.push(...done.facts);
      return zoneNow;
    },
    /** In steps of a second, with the beats of those who are there. */
    wait: (ms: number, ...there: (typeof A)[]) => {
      const until = at + ms;
      while (at < until) {
        at = Math.min(until, at + 500);
        zoneNow.input({ type: 'tick' });
        for (const one of there) zoneNow.input({ type: 'beat', board: one });
      }
      return zoneNow;
    },
    announce: (announcement: Announcement) => zoneNow.input({ type: 'announce', announcement }),
    call: (ordinal: number, attempt = 1, id = ordinal) =>
      zoneNow.announce(callOf(ordinal, at, attempt, id)),
    /** The owner says what is offered, from the first sound to the last. */
    say: (who = A, whole = true) => {
      const { current } = ledger;
      if (!current) throw new Error('nothing is offered');
      const saying = current.saying.id;
      zoneNow.input({ type: 'start', board: who, saying });
      expect(isGranted(ledger, { board: who, saying, at })).toBe(true);
      zoneNow.wait(current.ms, who);
      zoneNow.input({ type: 'finish', board: who, saying, whole });
      return current.saying;
    },
    offered: () => ledger.current?.saying ?? null,
    ledger: () => ledger,
    at: () => at,
    facts,
    ends: () => facts.flatMap((fact) => (fact.type === 'ended' ? [[fact.end, fact.why]] : [])),
  };
  return zoneNow;
};

describe('the announcements of a zone', () => {
  it('VOICE-1 each call is said in the languages of the setting, in their order, as often as it says', () => {
    const both = speech({ languages: ['en', 'zh-CN'], times: 2 });
    const here = zone(both).input({ type: 'beat', board: A }).call(1);
    const said = [0, 1, 2, 3].map(() => {
      const { language, clips } = here.say();
      here.wait(1_500, A);
      return `${language} ${clips[0]}`;
    });
    expect(said).toEqual(['en chime', 'zh-CN lead', 'en lead', 'zh-CN lead']);
    expect(here.offered()).toBeNull();
    expect(here.ends()).toEqual([['spoken', null]]);
  });

  it('VOICE-3 a board that shows it is a fact, once', () => {
    const here = zone().call(1);
    const shown: Input = { type: 'shown', ticket: ticketOf(1), attempt: 1 };
    here
      .input(shown)
      .input(shown)
      .input({ ...shown, attempt: 2 });
    expect(here.facts).toEqual([{ type: 'shown', ticket: ticketOf(1), attempt: 1 }]);
  });

  it('VOICE-4 the board that is there longest speaks; what another one asks for is not granted', () => {
    const here = zone().input({ type: 'beat', board: A }).wait(1_000, A);
    here.input({ type: 'beat', board: B }).call(1).wait(500, A, B);
    const saying = here.offered()?.id ?? 0;
    here.input({ type: 'start', board: B, saying });
    expect(isGranted(here.ledger(), { board: B, saying, at: here.at() })).toBe(false);
    here.input({ type: 'start', board: A, saying });
    expect(isGranted(here.ledger(), { board: A, saying, at: here.at() })).toBe(true);
    here.wait(100, A, B).input({ type: 'start', board: A, saying });
    expect(isGranted(here.ledger(), { board: A, saying, at: here.at() })).toBe(false);
  });

  it('VOICE-5 one that is not heard of loses the zone, and so does one that does not begin', () => {
    const here = zone().input({ type: 'beat', board: A }).wait(500, A);
    here.input({ type: 'beat', board: B }).wait(3_500, B);
    expect(here.ledger().owner).toBe(B);
    here.input({ type: 'beat', board: A }).call(1).wait(3_000, A, B);
    expect(here.ledger().owner).toBe(A);
  });

  /** So many boards that beat and never begin, one after the other. */
  const silent = (count: number) => Array.from({ length: count }, (_, i) => board(`silent${i}`));

  it('VOICE-4 eight boards stand ready, and no more', () => {
    const here = zone();
    for (const one of silent(13)) here.input({ type: 'beat', board: one });
    expect(here.ledger().speakers).toHaveLength(8);
    here.input({ type: 'leave', board: board('silent0') }).input({ type: 'beat', board: A });
    expect(here.ledger().speakers.at(-1)).toMatchObject({ board: A, lapsed: false });
  });

  it('VOICE-4 one that lets an offer go by stands behind all others, also behind one that comes later', () => {
    const here = zone().input({ type: 'beat', board: A }).wait(500, A);
    here.input({ type: 'beat', board: B }).call(1).wait(3_000, A, B);
    expect(here.ledger().owner).toBe(B);
    const C = board('c');
    here.input({ type: 'beat', board: C }).input({ type: 'leave', board: B });
    expect(here.ledger().owner).toBe(C);
    here.input({ type: 'leave', board: C });
    expect(here.ledger().owner).toBe(A);
    // Once it has said something it is like any other.
    here.wait(500, A).say(A);
    expect(here.ledger().speakers).toMatchObject([{ board: A, lapsed: false }]);
  });

  it('VOICE-4 where the line is full of silent boards, one that works takes the place of one that was found out', () => {
    const full = silent(8);
    const here = zone();
    for (const one of full) here.input({ type: 'beat', board: one });
    here.call(1).wait(3_500, A, ...full);
    const names = here.ledger().speakers.map((row) => row.board);
    expect(names).toHaveLength(8);
    expect(names).toContain(A);
    expect(names).not.toContain(full[0]);
    // All of them are asked once, and none of them twice, before the one that works.
    here.wait(7 * 3_000, A, ...full);
    expect(here.ledger().owner).toBe(A);
  });

  it('VOICE-13 a board that says too soon that it has said everything is not believed', () => {
    const here = zone().input({ type: 'beat', board: A }).call(1);
    const saying = here.offered()?.id ?? 0;
    here.input({ type: 'start', board: A, saying }).wait(1_000, A);
    here.input({ type: 'finish', board: A, saying, whole: true });
    expect(here.ends()).toEqual([]);
    // It was begun, so nobody says that part again: the second time is another part.
    here.wait(3_000, A).say();
    expect(here.ends()).toEqual([['spoken', null]]);
  });

  it('VOICE-6 what was begun and cut is not said again; what had not begun is said by the next one', () => {
    const here = zone().input({ type: 'beat', board: A }).wait(500, A);
    here.input({ type: 'beat', board: B }).call(1);
    here.input({ type: 'shown', ticket: ticketOf(1), attempt: 1 });
    here.input({ type: 'start', board: A, saying: here.offered()?.id ?? 0 });
    here.input({ type: 'leave', board: A });
    expect(here.ends()).toEqual([]);
    here.wait(1_500, B).say(B);
    expect(here.ends()).toEqual([['spoken', null]]);
    here.wait(5_000, B);
    expect(here.offered()).toBeNull();
  });

  it('VOICE-6 a call that is said once and cut is only shown', () => {
    const here = zone(speech({ times: 1 }))
      .input({ type: 'beat', board: A })
      .call(1);
    here.input({ type: 'shown', ticket: ticketOf(1), attempt: 1 });
    here.say(A, false);
    expect(here.ends()).toEqual([['shown-only', 'cut-off']]);
  });

  it('VOICE-2 with nobody to speak it is only shown, or cancelled where no board shows it', () => {
    const here = zone().call(1).call(2);
    here.input({ type: 'shown', ticket: ticketOf(1), attempt: 1 }).wait(12_000);
    expect(here.ends()).toEqual([
      ['shown-only', 'no-speaker'],
      ['cancelled', 'no-speaker'],
    ]);
  });

  it('VOICE-7 nothing is said that would end more than a minute after its call', () => {
    const here = zone().input({ type: 'beat', board: A });
    here.announce(callOf(1, here.at() - 58_000));
    expect(here.offered()).toBeNull();
    expect(here.ends()).toEqual([['cancelled', 'too-late']]);
  });

  it('VOICE-8 who has not been heard goes before repetitions, several of them in one sentence', () => {
    const here = zone().input({ type: 'beat', board: A }).call(1);
    here.say();
    here.call(2).call(3).wait(500, A);
    expect(here.say().clips).toEqual([
      ...['lead', 'letter-a', 'd0', 'd0', 'd2', 'to', 'd3', 'no'],
      ...[',', 'letter-a', 'd0', 'd0', 'd3', 'to', 'd3', 'counter'],
    ]);
    expect(here.ends()).toEqual([
      ['spoken', null],
      ['spoken', null],
      ['spoken', null],
    ]);
  });

  it('VOICE-9 in quiet mode a call is only shown', () => {
    const here = zone().input({ type: 'beat', board: A }).input({ type: 'quiet', quiet: true });
    here.call(1).input({ type: 'shown', ticket: ticketOf(1), attempt: 1 });
    expect(here.ends()).toEqual([['shown-only', 'quiet']]);
    expect(here.input({ type: 'quiet', quiet: false }).call(2).offered()).not.toBeNull();
  });

  it('VOICE-10 what staff ask for is said once in each language', () => {
    const here = zone(speech({ languages: ['zh-CN', 'en'] })).input({ type: 'beat', board: A });
    const say = { kind: 'asked', what: 'missed-list', numbers: ['A002'] } as const;
    here.announce({ id: 1, subject: { order: 1 }, say, at: here.at() });
    expect(here.say().clips).toEqual([
      ...['chime', 'missed-list', ',', 'letter-a', 'd0', 'd0', 'd2'],
    ]);
    here.wait(500, A).say();
    here.wait(3_000, A);
    expect(here.offered()).toBeNull();
    expect(here.facts).toEqual([
      { type: 'ended', subject: { order: 1 }, end: 'spoken', why: null },
    ]);
  });

  it('VOICE-11 a call that is over is not begun, and a recall takes the place of the call before it', () => {
    const here = zone().input({ type: 'beat', board: A }).call(1);
    here.input({ type: 'over', ticket: ticketOf(1) });
    expect(here.offered()).toBeNull();
    here.input({ type: 'quiet', quiet: false }).call(2).call(2, 2, 3);
    here.input({ type: 'shown', ticket: ticketOf(2), attempt: 1 });
    here.say();
    expect(here.ends()).toEqual([
      ['cancelled', 'call-over'],
      ['shown-only', 'superseded'],
      ['spoken', null],
    ]);
  });

  it('VOICE-2 when the server stops or the day ends, everything that is open ends', () => {
    const here = zone().call(1).input({ type: 'close' });
    expect(here.ends()).toEqual([['cancelled', 'interrupted']]);
  });
});
