import { describe, expect, it } from 'vitest';
import { chanceOf } from './chance.ts';

describe('chance by a seed', () => {
  it('draws the numbers of mulberry32, on every machine the same', () => {
    const { next } = chanceOf(1);
    const drawn = [next(), next(), next()].map((one) => Math.round(one * 2 ** 32));
    expect(drawn).toEqual([2_693_262_067, 11_749_833, 2_265_367_787]);
  });

  it('stays within what is asked, and reaches both ends', () => {
    const { below, between } = chanceOf(2);
    const draw = (one: () => number) => new Set(Array.from({ length: 200 }, one));
    expect([...draw(() => below(3))].sort()).toEqual([0, 1, 2]);
    expect([...draw(() => between(4, 6))].sort()).toEqual([4, 5, 6]);
  });

  it('happens in about the share that is asked', () => {
    const { happens } = chanceOf(3);
    const times = Array.from({ length: 10_000 }, () => happens(0.2)).filter(Boolean).length;
    expect(times).toBeGreaterThan(1_800);
    expect(times).toBeLessThan(2_200);
  });

  it('has nothing to pick from nothing', () => {
    expect(() => chanceOf(4).pick([])).toThrow('nothing to pick from');
  });
});
