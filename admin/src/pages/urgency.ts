/**
 * How much a minute of waiting weighs in each lane, against the lightest: −ln(1 − share) / target.
 * For looking at; the hall computes its own. Pure. Source: product.md 4.1.
 */
import type { DraftLane } from '../draft/draft-config.ts';

const urgencyOf = ({ promise }: DraftLane): number =>
  -Math.log(1 - promise.sharePermille / 1_000) / promise.targetMs;

/** One decimal each; null where the promise is no figure. */
export const relativeUrgencies = (lanes: readonly DraftLane[]): readonly (number | null)[] => {
  const all = lanes.map(urgencyOf);
  const least = Math.min(...all.filter((urgency) => Number.isFinite(urgency) && urgency > 0));
  return all.map((urgency) =>
    Number.isFinite(urgency) && Number.isFinite(least)
      ? Math.round((urgency / least) * 10) / 10
      : null,
  );
};
