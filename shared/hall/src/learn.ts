/** Service times learnt from the journal. Integers only, so that a replay learns the same. */
import type { ServiceConfig } from '@tingxu/contract/config';
import type { LearntService } from '@tingxu/contract/day-events';
import type { DurationMs } from '@tingxu/contract/ids';

/** How many services the mean remembers: the weight of a new one never falls below 1/WINDOW. */
const WINDOW = 50;
/** How many services the configured expectation is worth. */
const PRIOR_SAMPLES = 5;
/** A service longer than so many means was a forgotten key press: of an exponential one in 3,000 is. */
const LONGEST_MEANS = 8;
/** A service this short is always believed, so that a mean that is far too low can grow. Units: ms. */
const BELIEVED_MS = 30 * 60_000;

/** Where learning starts: the configured mean, with the spread of an exponential service time. */
export const priorFor = (service: ServiceConfig): LearntService => ({
  meanMs: service.expectedServiceMs,
  deviationMs: Math.round(service.expectedServiceMs * 0.74),
  samples: PRIOR_SAMPLES,
});

/** One more service. Rules: WAIT-3. */
export const learn = (known: LearntService, serviceMs: DurationMs): LearntService => {
  const value = Math.min(serviceMs, Math.max(BELIEVED_MS, known.meanMs * LONGEST_MEANS));
  const samples = Math.min(known.samples + 1, WINDOW);
  const meanMs = known.meanMs + Math.round((value - known.meanMs) / samples);
  const off = Math.abs(value - meanMs);
  const deviationMs = known.deviationMs + Math.round((off - known.deviationMs) / samples);
  return { meanMs, deviationMs, samples };
};
