import { describe, expect, it } from 'vitest';
import { unusable } from './check.ts';

const FIGURES = {
  load: [{ connections: 1, hall: [{ perSecond: 10, processorUs: { server: null } }], noise: 0 }],
};

describe('the figures of a run', () => {
  it('are usable when every number is there', () => {
    expect(unusable(FIGURES)).toEqual([]);
  });

  it.each([
    [{ ...FIGURES, boards: [] }, 'figures.boards is empty'],
    [{ perSecond: 0 }, 'figures.perSecond is 0'],
    [{ latency: { p50: Number.NaN } }, 'figures.latency.p50 is NaN'],
    [{ ratio: Number.POSITIVE_INFINITY }, 'figures.ratio is Infinity'],
    [{ p99: undefined }, 'figures.p99 is no figure'],
  ])('are not when one is missing: %j', (figures, sentence) => {
    expect(unusable(figures)).toEqual([sentence]);
  });
});
