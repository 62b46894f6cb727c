/** Facts of the machine's clock. */
import * as z from 'zod/mini';
import { Instant } from './ids.ts';

/**
 * The machine's clock leapt from `fromAt` to `toAt`; the journal's time goes on evenly without it.
 * Rules: TIME-1, TIME-3.
 */
export const ClockStepped = z.strictObject({
  type: z.literal('ClockStepped'),
  fromAt: Instant,
  toAt: Instant,
});
/** The journal's time leapt ahead to the machine's clock, once that was believed. Rules: TIME-4. */
export const ClockCorrected = z.strictObject({
  type: z.literal('ClockCorrected'),
  fromAt: Instant,
  toAt: Instant,
});
