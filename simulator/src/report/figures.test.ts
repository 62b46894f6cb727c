import { LaneId } from '@tingxu/contract/ids';
import { expect, test } from 'vitest';
import { bankHall } from '../model/bank-hall.ts';
import { presences } from '../record/presence.ts';
import { coreEvidence } from '../testing/core-evidence.ts';
import { dayOf } from '../testing/small-day.ts';
import { laneFigures, type Outcome, quantile } from './figures.ts';
import { measuredOutcomes, recordedOutcomes } from './outcomes.ts';
import { figuresTable } from './table.ts';

const day = dayOf(
  { arrives: 0, waits: 10, serves: 60 },
  { arrives: 5, waits: 121, serves: 60 },
  { arrives: 6, waits: 20 },
  { arrives: 7, serves: 30, lane: 'vip', by: 'S02' },
);
const hall = bankHall(presences(day.customers), 'fifo');
const normal = LaneId.parse('normal');

const outcome = (more: Partial<Outcome>): Outcome => ({
  lane: normal,
  end: 'served',
  waitMs: 0,
  passedOver: 0,
  told: null,
  firstCallMs: null,
  ...more,
});
const of = (lane: string, outcomes: readonly Outcome[]) =>
  laneFigures(hall, outcomes).find((one) => one.lane === lane);

test('a quantile is a value that occurs, the smallest that enough values do not exceed', () => {
  expect([0.5, 0.9, 1].map((share) => quantile([10, 20, 30, 40], share))).toEqual([20, 40, 40]);
  expect(quantile([7], 0.9)).toBe(7);
});

test('figures of the record: per lane and all together', () => {
  const figures = laneFigures(hall, recordedOutcomes(day));
  expect(figures.map((one) => [one.lane, one.customers, one.served, one.gaveUp])).toEqual([
    ['vip', 1, 1, 0],
    ['normal', 3, 2, 1],
    ['unidentified', 0, 0, 0],
    ['all', 4, 3, 1],
  ]);
  expect(figures[1]).toMatchObject({
    gaveUpShare: 0.3333,
    waitOfServed: { mean: 65.5, median: 10, p90: 121 },
    waitOfAll: { mean: 50.3, median: 20, p90: 121 },
    // The regular promise is two minutes.
    withinPromise: 0.5,
    // The VIP customer, who came last, was taken first by a counter with the skill.
    maxPassedOver: 1,
    estimates: null,
  });
  expect(figures[2]).toMatchObject({ waitOfServed: null, withinPromise: null });
});

test('a told wait holds when the first call falls into the range, its ends included', () => {
  const told = { lowSeconds: 10, highSeconds: 20 };
  const waits = [9_999, 10_000, 20_000, 20_001].map((firstCallMs) =>
    outcome({ told, firstCallMs }),
  );
  const atOnce = outcome({ told: { lowSeconds: 0, highSeconds: 0 }, firstCallMs: 0 });
  const gone = outcome({ end: 'gave-up', told });
  const untold = outcome({ firstCallMs: 5 });
  expect(of('normal', [...waits, atOnce, gone, untold])?.estimates).toEqual({
    told: 5,
    held: 0.6,
    heldOfWaiting: 0.5,
  });
});

test('no-shows are neither served nor gave up', () => {
  const figures = of('all', [outcome({ end: 'no-show' }), outcome({})]);
  expect(figures).toMatchObject({ customers: 2, served: 1, gaveUp: 0, noShow: 1 });
});

test('a played day counts every customer once, with the waits of the trail', async () => {
  const { evidence, scenario } = await coreEvidence();
  const outcomes = measuredOutcomes(evidence);
  expect(outcomes).toHaveLength(scenario.customers.length);
  const count = (end: Outcome['end']) => outcomes.filter((one) => one.end === end).length;
  const sum = (key: 'served' | 'cancelled' | 'noShow') =>
    evidence.totals.reduce((total, row) => total + row[key], 0);
  expect([count('served'), count('gave-up'), count('no-show')]).toEqual([
    sum('served'),
    sum('cancelled'),
    sum('noShow'),
  ]);
  const servedWait = outcomes
    .filter((one) => one.end === 'served')
    .reduce((all, one) => all + one.waitMs, 0);
  expect(servedWait).toBe(evidence.totals.reduce((all, row) => all + row.waitSumMs, 0));
  expect(Math.max(...outcomes.map((one) => one.passedOver))).toBeGreaterThan(0);
});

test('the table has one block per lane and one line per source', () => {
  const figures = laneFigures(hall, recordedOutcomes(day));
  const lines = figuresTable([
    { source: 'recorded', figures },
    { source: 'fifo', figures },
  ]).split('\n');
  expect(lines).toHaveLength(2 + 4 * 3);
  expect(lines[1]).toMatch(/^lane +source +customers +served/);
  expect(lines.find((line) => /^normal +recorded/.test(line))).toMatch(
    /3 +2 +1 +33\.3 % +66 \/ 10 \/121 +50 \/ 20 \/121 +1 +50\.0 % +– +–$/,
  );
});
