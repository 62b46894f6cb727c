/** Facts of the life of a counter. Part of the union in events.ts. */
import * as z from 'zod/mini';
import { PauseReason } from './commands.ts';
import { ReleaseReason } from './counter-rule.ts';
import { CounterId, StaffId } from './ids.ts';

export const CounterOpened = z.strictObject({
  type: z.literal('CounterOpened'),
  counter: CounterId,
  staff: StaffId,
});
export const CounterPaused = z.strictObject({
  type: z.literal('CounterPaused'),
  counter: CounterId,
  staff: StaffId,
  reason: PauseReason,
});
export const CounterResumed = z.strictObject({
  type: z.literal('CounterResumed'),
  counter: CounterId,
  staff: StaffId,
});
/** `why` when the teller did not close it; `helpStays` where it goes on asking for help. Rules: CTR-4, CTR-8, CTR-9. */
export const CounterClosed = z.strictObject({
  type: z.literal('CounterClosed'),
  counter: CounterId,
  staff: StaffId,
  why: z.optional(z.enum(['handover', ...ReleaseReason.options])),
  helpStays: z.optional(z.literal(true)),
});
