/** A score in a form that people can compare. Pure. Rules: CALL-1, CALL-7, CALL-9. */
import type { PolicyKind } from '@tingxu/contract/config';
import { STRICT_LANE_STEP } from '@tingxu/contract/events';
import { formatElapsed } from '@tingxu/i18n/format';

/** ms × millionths per minute → minutes × per minute. */
const WEIGHTED_UNIT = 60_000 * 1_000_000;

export const tellScore = (policy: PolicyKind, score: number): string => {
  if (policy === 'weighted-delay') return (score / WEIGHTED_UNIT).toFixed(2);
  if (policy === 'strict') {
    // The rank of the lane goes out; the wait inside it stays.
    return formatElapsed(((score % STRICT_LANE_STEP) + STRICT_LANE_STEP) % STRICT_LANE_STEP);
  }
  return `${score < 0 ? '−' : ''}${formatElapsed(Math.abs(score))}`;
};
