/** Facts of tickets that outlive their day. Part of the union in events.ts. Rules: PARK-6, PARK-7. */
import * as z from 'zod/mini';
import { KeptFor } from './commands.ts';
import { Instant, ServiceId, TicketId, TicketNumber } from './ids.ts';

/** Which ticket it was, until when it is set aside (null: the whole day), and for whom it is kept. */
export const CarriedFrom = z.strictObject({
  ticket: TicketId,
  number: TicketNumber,
  untilAt: z.nullable(Instant),
  only: z.optional(KeptFor),
  /** It was called and nobody has seen its customer since. Rules: END-4. */
  unseen: z.optional(z.literal(true)),
});
export type CarriedFrom = z.infer<typeof CarriedFrom>;

/** The ticket of a day before goes on as another one: follows the `TicketIssued` of that. Rules: PARK-6. */
export const TicketCarried = z.strictObject({
  type: z.literal('TicketCarried'),
  ticket: TicketId,
  to: TicketId,
  number: TicketNumber,
});
/** The ticket of a day before does not go on: no counter takes its service any more. Rules: PARK-7. */
export const TicketNotCarried = z.strictObject({
  type: z.literal('TicketNotCarried'),
  ticket: TicketId,
  service: ServiceId,
});
