import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { arrivalsOf, DAY_KINDS } from './arrivals.ts';
import { type Comparison, compareSynthetic, RULES } from './compare.ts';
import type { LaneFigures } from './figures.ts';
import { runJob } from './jobs.ts';
import { compareRecorded } from './recorded.ts';
import { ruleName } from './synthetic-hall.ts';
import { comparisonTable } from './table.ts';

/** One after the other, in this thread. */
const inTurn = (jobs: Parameters<Parameters<typeof compareSynthetic>[1]>[0]) =>
  Promise.resolve(jobs.map(runJob));

const of = (comparison: Comparison | undefined, rule: string): readonly LaneFigures[] => {
  const found = comparison?.rules.find((row) => row.rule === rule);
  if (!found) throw new Error(`no rule ${rule}`);
  return found.lanes;
};
const shares = (comparison: Comparison | undefined, rule: string): Record<string, number> =>
  Object.fromEntries(of(comparison, rule).map(({ lane, share }) => [lane, share]));
const passed = (comparison: Comparison | undefined, rule: string): number =>
  Math.max(...of(comparison, rule).map(({ mostPassedOver }) => mostPassedOver));

const CAP = 12;

describe('the policies on the synthetic hall', async () => {
  const comparisons = await compareSynthetic({ seed: 1, days: 4 }, inTurn);
  const busy = comparisons[1];

  test('CALL-4 under every policy nobody is passed over more than K times', () => {
    for (const comparison of comparisons) {
      for (const rule of RULES.filter(({ capped }) => capped)) {
        expect(passed(comparison, ruleName(rule))).toBeLessThanOrEqual(CAP);
      }
    }
  });

  test('CALL-4 without the cap strict priority passes over more than the default', () => {
    expect(passed(busy, 'strict, no cap')).toBeGreaterThan(CAP);
    expect(passed(busy, 'strict, no cap')).toBeGreaterThan(passed(busy, 'weighted-delay'));
  });

  test('CALL-7 first come first served passes nobody over, and VIP customers pay for it', () => {
    expect(passed(busy, 'fifo')).toBe(0);
    const fair = shares(busy, 'fifo');
    const weighted = shares(busy, 'weighted-delay');
    expect(weighted['vip']).toBeGreaterThan((fair['vip'] ?? 1) + 0.1);
    expect(weighted['normal']).toBeLessThan(fair['normal'] ?? 0);
  });

  test('CALL-13 turns give the small lanes more than first come first served does', () => {
    expect(shares(busy, 'ratio')['vip']).toBeGreaterThan((shares(busy, 'fifo')['vip'] ?? 1) + 0.1);
  });

  test('every rule serves every customer who comes', () => {
    for (const [i, kind] of DAY_KINDS.entries()) {
      const came = [0, 1, 2, 3].reduce((sum, day) => sum + arrivalsOf(kind, 1, day).length, 0);
      for (const { lanes } of comparisons[i]?.rules ?? []) {
        expect(lanes.reduce((sum, { served }) => sum + served, 0)).toBe(came);
      }
    }
  });

  test('the same seed gives the same table, another seed another one', async () => {
    const table = async (seed: number) =>
      (await compareSynthetic({ seed, days: 1 }, inTurn)).map(comparisonTable).join('\n');
    const first = await table(7);
    expect(await table(7)).toBe(first);
    expect(await table(8)).not.toBe(first);
  });
}, 120_000);

describe('the synthetic days', () => {
  const days = (kind: (typeof DAY_KINDS)[number], count: number) =>
    Array.from({ length: count }, (_, day) => arrivalsOf(kind, 1, day)).flat();

  test('bring as many customers as the curve says', () => {
    const mean = (kind: (typeof DAY_KINDS)[number]) => days(kind, 60).length / 60;
    expect(mean('normal')).toBeGreaterThan(540);
    expect(mean('normal')).toBeLessThan(575);
    expect(mean('busy') - mean('normal')).toBeGreaterThan(35);
    expect(mean('surge') - mean('normal')).toBeCloseTo(36, -0.7);
  });

  test('give lanes and services their shares and services their mean times', () => {
    const all = days('normal', 60);
    const shareOf = (holds: (one: (typeof all)[number]) => boolean) =>
      all.filter(holds).length / all.length;
    expect(shareOf(({ lane }) => lane === 'vip')).toBeCloseTo(0.1, 1);
    expect(shareOf(({ lane }) => lane === 'elderly')).toBeCloseTo(0.2, 1);
    expect(shareOf(({ service }) => service === 'loans')).toBeCloseTo(0.15, 1);
    const minutes = (of: string, elderly: boolean) => {
      const some = all.filter(
        ({ service, lane }) => service === of && (lane === 'elderly') === elderly,
      );
      return some.reduce((sum, { serviceMs }) => sum + serviceMs, 0) / some.length / 60_000;
    };
    expect(minutes('cash', false)).toBeCloseTo(4, 0);
    expect(minutes('cash', true)).toBeCloseTo(5, 0);
    expect(minutes('loans', false)).toBeGreaterThan(8.3);
    expect(minutes('loans', false)).toBeLessThan(9.7);
  });
});

test('CALL-4 a recorded day of a bank under every policy', async () => {
  const file = fileURLToPath(
    new URL('../../../test/fixtures/anonymous-bank-1999/calls_1999-01-27.csv.gz', import.meta.url),
  );
  const recorded = await compareRecorded(file, { seed: 1, most: 3 });
  expect(recorded.days).toBe(1);
  expect(recorded.rules).toHaveLength(6);
  expect(passed(recorded, 'fifo')).toBe(0);
  expect(passed(recorded, 'strict')).toBeGreaterThan(0);
  expect(shares(recorded, 'weighted-delay')['vip']).toBeGreaterThan(
    shares(recorded, 'fifo')['vip'] ?? 1,
  );
  expect(comparisonTable(recorded)).toContain('| weighted-delay |');
}, 120_000);
