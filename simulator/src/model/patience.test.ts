import { describe, expect, test } from 'vitest';
import { unitDraw } from './draw.ts';
import { drawPatience, kaplanMeier } from './patience.ts';

const gaveUp = (waitMs: number) => ({ waitMs, gaveUp: true });
const wasServed = (waitMs: number) => ({ waitMs, gaveUp: false });

describe('the estimate', () => {
  test('is the one of the textbook: only those still waiting are at risk', () => {
    // 5 at risk at 10, one leaves for service at 20, so 3 at risk at 30.
    const curve = kaplanMeier([10, 30, 40].map(gaveUp).concat([20, 50].map(wasServed)));
    expect(curve.steps).toEqual([
      { ms: 10, survival: 4 / 5 },
      { ms: 30, survival: expect.closeTo((4 / 5) * (2 / 3)) },
      { ms: 40, survival: expect.closeTo((4 / 5) * (2 / 3) * (1 / 2)) },
    ]);
    expect(curve.tailMeanMs).toBe(150 / 3);
  });

  test('is not fooled by censoring as the plain mean of those who gave up is', () => {
    const mean = 100_000;
    const sample = Array.from({ length: 4_000 }, (_, index) => {
      const patience = -Math.log(unitDraw(1, 'patience', `${index}`)) * mean;
      const offered = -Math.log(unitDraw(1, 'offered', `${index}`)) * 50_000;
      return patience < offered ? gaveUp(patience) : wasServed(offered);
    });
    const { steps } = kaplanMeier(sample);
    const median = steps.find((step) => step.survival <= 0.5)?.ms ?? 0;
    expect(Math.abs(median / (mean * Math.LN2) - 1)).toBeLessThan(0.1);
    const given = sample.filter((one) => one.gaveUp);
    const naive = given.reduce((sum, one) => sum + one.waitMs, 0) / given.length;
    expect(naive / mean).toBeLessThan(0.5);
  });
});

describe('a drawn patience', () => {
  const curve = kaplanMeier([10, 30, 40].map(gaveUp).concat([20, 50].map(wasServed)));

  test('exceeds the wait that is known, for any luck', () => {
    for (const unit of [0.001, 0.2, 0.5, 0.8, 0.999]) {
      expect(drawPatience(curve, 30, unit)).toBeGreaterThan(30);
    }
  });

  test('follows the curve, given that wait', () => {
    // Beyond 10, survival falls from 4/5 to 8/15 at 30: a share of 1/3 gives up there.
    expect(drawPatience(curve, 10, 0.67)).toBe(30);
    expect(drawPatience(curve, 10, 0.66)).toBe(40);
  });

  test('has an exponential tail where nothing was observed', () => {
    const served = kaplanMeier([gaveUp(10), wasServed(50)]);
    expect(drawPatience(served, 50, Math.exp(-1))).toBe(50 + 60);
  });

  test('of a day on which nobody gave up is long, but has an end', () => {
    expect(drawPatience(kaplanMeier([wasServed(5)]), 5, 0.5)).toBe(4 * 3_600_000);
  });
});
