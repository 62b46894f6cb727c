/**
 * How long customers are willing to wait. Who gave up shows it; of who was served only a lower bound
 * is known (censored), so the distribution is the Kaplan–Meier estimate.
 * Source: Kaplan & Meier 1958; Mandelbaum & Zeltyn use it on this very bank.
 */

export type Observation = {
  readonly waitMs: number;
  /** False: was served, would have waited for longer. */
  readonly gaveUp: boolean;
};

export type PatienceCurve = {
  /** Share of customers still willing to wait just after each time at which somebody gave up. */
  readonly steps: readonly { readonly ms: number; readonly survival: number }[];
  /**
   * Beyond the last step nothing is known: the tail is exponential with the day's mean time in the
   * queue per give-up. Infinity when nobody gave up.
   */
  readonly tailMeanMs: number;
};

export const kaplanMeier = (observations: readonly Observation[]): PatienceCurve => {
  const byTime = Map.groupBy(observations, (one) => one.waitMs);
  const times = [...byTime.keys()].sort((a, b) => a - b);
  const steps: { ms: number; survival: number }[] = [];
  let atRisk = observations.length;
  let survival = 1;
  for (const ms of times) {
    const here = byTime.get(ms) ?? [];
    const gaveUp = here.filter((one) => one.gaveUp).length;
    if (gaveUp > 0) {
      survival *= 1 - gaveUp / atRisk;
      steps.push({ ms, survival });
    }
    atRisk -= here.length;
  }
  const given = observations.filter((one) => one.gaveUp).length;
  const waited = observations.reduce((sum, one) => sum + one.waitMs, 0);
  return { steps, tailMeanMs: given === 0 ? Number.POSITIVE_INFINITY : waited / given };
};

/** Nobody waits for longer than this, whatever the tail says. */
const LONGEST_MS = 4 * 3_600_000;

/**
 * A patience that exceeds what the customer is known to have waited.
 * Units: ms; `unit` in (0, 1).
 */
export const drawPatience = (curve: PatienceCurve, exceedsMs: number, unit: number): number => {
  const reached = curve.steps.findLast((step) => step.ms <= exceedsMs)?.survival ?? 1;
  const target = reached * unit;
  const step = curve.steps.find((one) => one.ms > exceedsMs && one.survival <= target);
  if (step) return step.ms;
  const last = curve.steps.at(-1);
  const survival = Math.min(reached, last?.survival ?? 1);
  const from = Math.max(exceedsMs, last?.ms ?? 0);
  // When the last observation gave up, the curve ends at zero and so does patience.
  if (survival <= 0) return from;
  const beyond = curve.tailMeanMs * Math.max(0, Math.log(survival / target));
  return Math.min(LONGEST_MS, Math.round(from + beyond));
};
