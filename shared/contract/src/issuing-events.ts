/** Facts of issuing: what a manager ordered, and the turns of the posted hours. */
import * as z from 'zod/mini';
import { IssuingReason, IssuingState } from './hours.ts';
import { Instant } from './ids.ts';

/** Rules: HOURS-4. */
export const IssuingStopped = z.strictObject({
  type: z.literal('IssuingStopped'),
  reason: IssuingReason,
  untilAt: z.nullable(Instant),
});
/** Rules: HOURS-5. */
export const IssuingExtended = z.strictObject({
  type: z.literal('IssuingExtended'),
  reason: IssuingReason,
  untilAt: Instant,
});
export const IssuingResumed = z.strictObject({ type: z.literal('IssuingResumed') });
/** A posted or ordered instant has come: issuing is now in this state. Rules: HOURS-6. */
export const IssuingTurned = z.strictObject({
  type: z.literal('IssuingTurned'),
  state: IssuingState,
});
