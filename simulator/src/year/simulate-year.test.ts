import { accept } from '@tingxu/hall/decision';
import { CORE, type Core } from '@tingxu/hall/testing/model-run';
import { describe, expect, it } from 'vitest';
import { MARKS, missedMarks } from './marks.ts';
import { readSimulation } from './options.ts';
import { simulateYear } from './simulate-year.ts';
import { figuresOf, linesOf } from './telling.ts';

const SEED = 20_261_121;

describe('a simulated year', () => {
  it('DS-16, INV-03, INV-04, INV-05, INV-06, INV-09, INV-10, INV-11, INV-12, INV-13: keeps every invariant, and the same seed leads to the same hash', () => {
    const [first, second] = [1, 2].map(() => simulateYear({ seed: SEED, days: 4 }));
    if (!first || !second) throw new Error('no year');
    expect(first.hash).toBe(second.hash);
    expect(first.minutes).toBeGreaterThan(4 * 470);
    const figures = figuresOf([first, second], []);
    expect(figures).toMatchObject({ sameHash: true, runs: 2, days: 4 });
    expect(figures.tickets).toBeGreaterThan(2_000);
    // Which of the rare ones four days take is chance; that they take most of all is not.
    const marked = MARKS.filter((mark) => (first.seen.get(mark) ?? 0) > 0);
    expect(marked.length).toBeGreaterThan(0.6 * MARKS.length);
    console.log(linesOf(figures).join('\n'));
  }, 300_000);

  it('DS-16 another seed lives another year', () => {
    const hashes = [1, 2].map((seed) => simulateYear({ seed, days: 1 }).hash);
    expect(new Set(hashes).size).toBe(2);
  }, 120_000);

  it('DS-16 control: a fault that shows once in a thousand tickets is found', () => {
    const forgetful: Core = {
      ...CORE,
      decide: (hall, command, context) => {
        const decision = CORE.decide(hall, command, context);
        if (!decision.ok || hall.issued < 300) return decision;
        const events = decision.events.map((event) =>
          event.type === 'TicketCalled'
            ? { ...event, passedOver: event.passedOver.slice(1) }
            : event,
        );
        return accept(...events);
      },
    };
    expect(() => simulateYear({ seed: SEED, days: 2, core: forgetful })).toThrow(/^CALL-4/);
  }, 120_000);

  it('DS-16 control: something kept outside the journal is found when the day is folded again', () => {
    let hidden = 0;
    const hoarder: Core = {
      ...CORE,
      evolve: (hall, event, at) => {
        const after = CORE.evolve(hall, event, at);
        if (event.type !== 'DayClosed') return after;
        hidden += 1;
        return { ...after, nextPlace: after.nextPlace + hidden };
      },
    };
    expect(() => simulateYear({ seed: SEED, days: 1, core: hoarder })).toThrow(/^INV-10/);
  }, 120_000);

  it('owes every branch after a hundred days, and none before', () => {
    expect(missedMarks(new Map(), 99)).toEqual([]);
    expect(missedMarks(new Map(), 100)).toEqual(MARKS);
    expect(missedMarks(new Map(MARKS.slice(1).map((mark) => [mark, 1])), 365)).toEqual([MARKS[0]]);
  });

  it('is asked for on the command line', () => {
    const asked = readSimulation(['--days', '30', '--seed', '7', '--json', 'out.json']);
    expect(asked).toEqual({ days: 30, seed: 7, once: false, json: 'out.json' });
    expect(readSimulation(['--help'])).toBeNull();
    for (const args of [
      ['--days', '0'],
      ['--seed', 'x'],
      ['--years', '1'],
    ]) {
      expect(() => readSimulation(args)).toThrow();
    }
  });
});
