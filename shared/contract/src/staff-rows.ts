/**
 * What only staff screens are told: why a ticket is out of the line and how it came back into it, how
 * long a service usually takes, and what the rules let staff do. Never in a public view. Rules: FEED-2.
 */
import * as z from 'zod/mini';
import { MissingDocuments } from './config.ts';
import { ChoosingRole } from './counter-rule.ts';
import { CounterId, DurationMs, Instant, StaffId } from './ids.ts';
import { Watch } from './watch.ts';

/**
 * Why a live ticket is neither in line nor at a counter. `forms`: they were not ready, at the issue or
 * in line. `sent-back`: a counter found a form to be wrong. Rules: MISS-4, PARK-1, PREP-1, PREP-3.
 */
export const AsideCause = z.enum(['missed', 'parked', 'forms', 'sent-back']);
export type AsideCause = z.infer<typeof AsideCause>;

/** `counter` and `staff` had the ticket last; absent where it came from the line. */
export const AsideRow = z.strictObject({
  cause: AsideCause,
  sinceAt: Instant,
  counter: z.optional(CounterId),
  staff: z.optional(StaffId),
});
export type AsideRow = z.infer<typeof AsideRow>;

/**
 * How a ticket came to the place that it has, unless by its issue. `released`: its counter kept it too
 * long or vanished. Rules: MISS-4, PARK-3, PREP-2, LEG-3, LEG-4, CTR-8.
 */
export const EntryCause = z.enum([
  'returned',
  'resumed',
  'forms-ready',
  'transferred',
  'next-service',
  'released',
]);
export type EntryCause = z.infer<typeof EntryCause>;

/** `counter` and `staff` had the ticket before. */
export const EntryRow = z.strictObject({
  cause: EntryCause,
  at: Instant,
  counter: z.optional(CounterId),
  staff: z.optional(StaffId),
});
export type EntryRow = z.infer<typeof EntryRow>;

/**
 * What staff saw of the documents that the service of the ticket asks for: positions of what is missing,
 * none when all are there. Rules: PREP-4.
 */
export const DocumentsRow = z.strictObject({ missing: MissingDocuments, at: Instant });
export type DocumentsRow = z.infer<typeof DocumentsRow>;

/** What the configuration in force lets staff do, with every default filled in. */
export const StaffRules = z.strictObject({
  /** Rules: CTR-6. */
  chosenCallBy: z.array(ChoosingRole),
  /** Rules: CTR-7. */
  walkUpBy: z.array(ChoosingRole),
  /** Counters that call by themselves once their ticket has left. Rules: CTR-5. */
  autoCall: z.array(CounterId),
  /** A counter that has been paused for so long keeps nothing. Rules: CTR-10. */
  awayAfterMs: DurationMs,
  /** The next service of a visit follows at the same counter at once. Rules: LEG-2. */
  stay: z.boolean(),
  /** The limit of a parked ticket when nobody names one, and the longest. Rules: PARK-2. */
  parkMs: DurationMs,
  parkMaxMs: DurationMs,
  /** What becomes of a parked ticket whose time is over. Rules: PARK-4. */
  afterPark: z.enum(['return', 'end']),
  /** When lobby manager and supervisor are alarmed. Rules: CARE-1, CARE-3, HELP-4. */
  watch: Watch,
});
export type StaffRules = z.infer<typeof StaffRules>;
