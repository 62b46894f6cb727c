/**
 * Chance by a seed, for tests, simulators and measurements: the same seed draws the same on every machine, so
 * that a failing run can be made again. Never for what nobody may guess.
 */
export type Chance = {
  /** In [0, 1). */
  next(): number;
  /** A whole number from 0 to `most`, without it. */
  below(most: number): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True in so many of one. */
  happens(share: number): boolean;
  /** Throws: there is nothing to pick from. */
  pick<T>(values: readonly T[]): T;
  /** Units: those of the mean. */
  exponential(mean: number): number;
};

/** `seed`: a whole number. Source: mulberry32, 32 bits of state, integers only, so that no machine rounds otherwise. */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    happens: (share) => next() < share,
    pick: (values) => {
      if (values.length === 0) throw new Error('nothing to pick from');
      return values[below(values.length)] as (typeof values)[number];
    },
    exponential: (mean) => -Math.log(1 - next()) * mean,
  };
};
