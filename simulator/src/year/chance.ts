/** A stream of seeded chance: the same seed draws the same, on every machine. */

export type Chance = {
  /** In [0, 1). */
  unit(): number;
  /** A whole number from 0 to `most`, both included. */
  upTo(most: number): number;
  /** True in so many of one. */
  happens(share: number): boolean;
  pick<T>(values: readonly [T, ...T[]]): T;
  /** Units: those of the mean. */
  exponential(mean: number): number;
};

export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0;
  // mulberry32: 32 bits of state, integers only, so no machine rounds otherwise.
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (most: number): number => Math.floor(unit() * (most + 1));
  return {
    unit,
    upTo,
    happens: (share) => unit() < share,
    pick: (values) => values[upTo(values.length - 1)] ?? values[0],
    exponential: (mean) => -Math.log(1 - unit()) * mean,
  };
};
