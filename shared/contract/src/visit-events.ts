/** Facts of a visit beside its calls: legs, parking, forms, lanes. Part of the union in events.ts. */
import * as z from 'zod/mini';
import { KeptFor, LaneReason, PrepareReason, ReferralReason } from './commands.ts';
import { MissingDocuments } from './config.ts';
import {
  Count,
  CounterId,
  DurationMs,
  Instant,
  LaneId,
  ServiceId,
  StaffId,
  TicketId,
} from './ids.ts';

/** Set aside during its service: how long the leg has been served so far. Rules: SERVE-2, END-3. */
const servedMs = z.optional(DurationMs);

/** One more service on the ticket, after those it has; `referral` when staff thought of it. Rules: LEG-1, LEG-9. */
export const ServiceAdded = z.strictObject({
  type: z.literal('ServiceAdded'),
  ticket: TicketId,
  service: ServiceId,
  referral: z.optional(ReferralReason),
});
/** A leg is served and the visit goes on: `LegEntered` follows. Rules: LEG-2, LEG-3. */
export const LegFinished = z.strictObject({
  type: z.literal('LegFinished'),
  ticket: TicketId,
  leg: Count,
  counter: CounterId,
  staff: StaffId,
  serviceMs: DurationMs,
});
/**
 * A leg ends as transferred out: `LegEntered` follows. Counter and staff when a counter had the
 * ticket, `serviceMs` when the service had begun. Rules: LEG-4.
 */
export const TicketTransferred = z.strictObject({
  type: z.literal('TicketTransferred'),
  ticket: TicketId,
  leg: Count,
  counter: z.optional(CounterId),
  staff: z.optional(StaffId),
  serviceMs: z.optional(DurationMs),
});
/**
 * The next service of a visit begins: in line at a new place, or at the counter where the customer is.
 * `waitFromAt` is the start of the wait that the score counts, `enteredAt` that of the wait that is
 * reported, where no counter had the leg before it. Rules: LEG-2..LEG-7, END-3.
 */
export const LegEntered = z.strictObject({
  type: z.literal('LegEntered'),
  ticket: TicketId,
  leg: Count,
  service: ServiceId,
  lane: LaneId,
  place: Count,
  waitFromAt: Instant,
  enteredAt: z.optional(Instant),
  first: z.boolean(),
  only: z.optional(KeptFor),
  /** Services still to follow. */
  further: z.optional(z.array(ServiceId)),
  /** The counter that has the ticket, when the next service goes on there at once. */
  stays: z.optional(CounterId),
});
export const LaneChanged = z.strictObject({
  type: z.literal('LaneChanged'),
  ticket: TicketId,
  leg: Count,
  lane: LaneId,
  reason: LaneReason,
});
export const TicketParked = z.strictObject({
  type: z.literal('TicketParked'),
  ticket: TicketId,
  counter: CounterId,
  staff: StaffId,
  untilAt: Instant,
  only: z.optional(KeptFor),
  servedMs,
});
/** Back in line at a new place; `first` unless its time had run out. Rules: PARK-3, PARK-4. */
export const TicketResumed = z.strictObject({
  type: z.literal('TicketResumed'),
  ticket: TicketId,
  place: Count,
  first: z.boolean(),
});
/** Out of the line until its forms are ready; its place is kept. Rules: PREP-1. */
export const TicketPreparing = z.strictObject({
  type: z.literal('TicketPreparing'),
  ticket: TicketId,
  /** Why; with who did it, it is on the trail. */
  reason: z.optional(PrepareReason),
});
/** Away from the counter with a wrong form. Rules: PREP-3. */
export const TicketSentBack = z.strictObject({
  type: z.literal('TicketSentBack'),
  ticket: TicketId,
  counter: CounterId,
  staff: StaffId,
  only: z.optional(KeptFor),
  servedMs,
});
/** Staff looked at what the service asks for; `missing` are positions in its list, in order. Rules: PREP-4. */
export const DocumentsChecked = z.strictObject({
  type: z.literal('DocumentsChecked'),
  ticket: TicketId,
  service: ServiceId,
  missing: MissingDocuments,
});
/** In line at its own place; with a new `place` when it was sent back, and then first. Rules: PREP-2, PREP-3. */
export const TicketReady = z.strictObject({
  type: z.literal('TicketReady'),
  ticket: TicketId,
  place: z.optional(Count),
});
