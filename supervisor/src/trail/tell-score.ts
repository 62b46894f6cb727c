/** A score in a form that people can compare. Pure. Rules: CALL-1, CALL-7, CALL-9. */
import type { PolicyKind } from '@tingxu/contract/config';
import { formatElapsed } from '@tingxu/i18n/format';

/** ms × millionths per minute → minutes × per minute. */
const WEIGHTED_UNIT = 60_000 * 1_000_000;
/** Strict priority subtracts this for each lane that goes first. */
const LANE_STEP_MS = 1_000_000_000_000;

export const tellScore = (policy: PolicyKind, score: number): string => {
  if (policy === 'weighted-delay') return (score / WEIGHTED_UNIT).toFixed(2);
  if (policy === 'strict')
    return formatElapsed(((score % LANE_STEP_MS) + LANE_STEP_MS) % LANE_STEP_MS);
  return `${score < 0 ? '−' : ''}${formatElapsed(Math.abs(score))}`;
};
