/** What the opening of a day would bring back, asked before it is opened. Rules: DAY-5. */
import * as z from 'zod/mini';
import { BusinessDay, Count } from './ids.ts';

export const DayOpening = z.strictObject({
  /** The day that would open now. */
  businessDay: BusinessDay,
  /** It was closed before and goes on as it was. */
  reopens: z.boolean(),
  /** Tickets that come back, by where they are then. */
  ...{ waiting: Count, missed: Count, parked: Count, preparing: Count },
  bookings: Count,
});
export type DayOpening = z.infer<typeof DayOpening>;
