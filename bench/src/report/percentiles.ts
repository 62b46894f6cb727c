/** A distribution in a few figures. Units: ms. */
export type Percentiles = {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
};

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

/** Rejects: nothing measured. */
export const percentilesOf = (values: readonly number[]): Percentiles => {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
};

export const medianOf = (values: readonly number[]): number => percentilesOf(values).p50;
