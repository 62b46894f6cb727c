/** A day that opens again after it was closed by mistake. Rules: DAY-5. Source: adr/0018. */
import * as z from 'zod/mini';
import { BusinessDay, Count, DurationMs, TicketId } from './ids.ts';

/** The same day once more: numbers, totals and configuration go on. */
export const DayReopened = z.strictObject({
  type: z.literal('DayReopened'),
  businessDay: BusinessDay,
});
/**
 * The day at whose closing the ticket ended has opened again, and it goes on. `place`, the next one, when
 * a counter had it: it waits before everybody. `servedMs` of the leg until the closing, when its service
 * had begun. Rules: DAY-5.
 */
export const TicketRestored = z.strictObject({
  type: z.literal('TicketRestored'),
  ticket: TicketId,
  state: z.enum(['waiting', 'missed', 'parked', 'preparing']),
  place: z.optional(Count),
  servedMs: z.optional(DurationMs),
});
