import { expect, test } from 'vitest';
import { at, dayOf } from '../testing/small-day.ts';
import { scenarioOf } from './scenario.ts';

const day = dayOf(
  { arrives: 0, serves: 100, by: 'S01' },
  { arrives: 10, waits: 97, serves: 40, by: 'S01' },
  { arrives: 20, waits: 30, lane: 'vip' },
  { arrives: 150, serves: 60, by: 'S02', type: 'NE' },
);
const plain = { seed: 1, noShow: 0 };

test('takes from the record whatever it holds', () => {
  const [first, second, vip] = scenarioOf(day, plain).customers;
  expect(first).toMatchObject({ arrivesAt: at(day, 0), lane: 'normal', serviceMs: 100_000 });
  expect(second?.patienceMs).toBeGreaterThan(97_000);
  expect(vip).toMatchObject({ lane: 'vip', patienceMs: 30_000 });
});

test('draws the service time of who gave up from those of the same service on that day', () => {
  const times = [1, 2, 3, 4, 5, 6].map((seed) => scenarioOf(day, { seed, noShow: 0 }).customers[2]);
  for (const customer of times) expect([100_000, 40_000]).toContain(customer?.serviceMs);
});

const many = dayOf(...Array.from({ length: 400 }, (_, index) => ({ arrives: index, serves: 60 })));

test('is the same for the same seed and another for another', () => {
  expect(scenarioOf(day, plain)).toEqual(scenarioOf(day, plain));
  expect(scenarioOf(many, { seed: 2, noShow: 0.5 }).customers).not.toEqual(
    scenarioOf(many, { seed: 1, noShow: 0.5 }).customers,
  );
});

test('nobody is patient beyond the end of the day', () => {
  const { customers, endsAt } = scenarioOf(day, plain);
  for (const { arrivesAt, patienceMs } of customers) {
    expect(arrivesAt + patienceMs).toBeLessThanOrEqual(endsAt);
  }
});

test('misses calls only when asked to, and then some customers come back', () => {
  expect(scenarioOf(day, plain).customers.some((one) => one.missesCall)).toBe(false);
  const { customers } = scenarioOf(many, { seed: 1, noShow: 0.25 });
  const missing = customers.filter((one) => one.missesCall);
  const back = missing.filter((one) => one.backAfterMs !== null);
  expect(Math.abs(missing.length - 100)).toBeLessThan(30);
  expect(Math.abs(back.length / missing.length - 0.5)).toBeLessThan(0.2);
  expect(customers.every((one) => one.missesCall || one.backAfterMs === null)).toBe(true);
});
