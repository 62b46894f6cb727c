/** A score in a form that people can compare. Pure. Rules: CALL-1, CALL-7, CALL-9, CALL-13. */
import type { PolicyKind } from '@tingxu/contract/config';
import { RATIO_TURN_STEP, STRICT_LANE_STEP } from '@tingxu/contract/events';
import { formatElapsed } from '@tingxu/i18n/format';

/** ms × millionths per minute → minutes × per minute. */
const WEIGHTED_UNIT = 60_000 * 1_000_000;

const modulo = (value: number, step: number): number => ((value % step) + step) % step;

export const tellScore = (policy: PolicyKind, score: number): string => {
  if (policy === 'weighted-delay') return (score / WEIGHTED_UNIT).toFixed(2);
  // The rank of the lane, or its turn, goes out; the wait inside it stays.
  if (policy === 'strict') return formatElapsed(modulo(score, STRICT_LANE_STEP));
  if (policy === 'ratio') return formatElapsed(modulo(score, RATIO_TURN_STEP));
  return `${score < 0 ? '−' : ''}${formatElapsed(Math.abs(score))}`;
};
