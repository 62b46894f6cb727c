/** Numbers that look like chance and are the same each time. */
export type Chance = {
  /** From 0 up to 1. */
  next(): number;
  between(low: number, high: number): number;
  happens(share: number): boolean;
};

/** Source: mulberry32. */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => Math.round(low + next() * (high - low));
  return { next, between, happens: (share) => next() < share };
};
