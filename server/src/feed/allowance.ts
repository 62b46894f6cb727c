/** Limits how often something may happen: a burst at first, then a steady rate. */
export type Allowance = {
  /** False when there is none left. Units: `nowMs` of any steady clock. */
  take(nowMs: number): boolean;
};

export const allowance = (burst: number, perSecond: number): Allowance => {
  let left = burst;
  let lastMs: number | null = null;
  return {
    take(nowMs) {
      const passedMs = lastMs === null ? 0 : Math.max(0, nowMs - lastMs);
      lastMs = nowMs;
      left = Math.min(burst, left + (passedMs / 1_000) * perSecond);
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
};
