/**
 * Tickets by phone: the code that only the hall shows, and what a phone that brings it is told.
 * Rules: PHONE-1..PHONE-4. Source: SEC-08.
 */
import * as z from 'zod/mini';
import { CODE } from './code-signs.ts';
import { Documents } from './config.ts';
import { CommandId, Count, DurationMs, Instant, ServiceId, Text, TicketLink } from './ids.ts';
import { serviceLook } from './service-look.ts';
import { WaitRange } from './wait-range.ts';

/** Eight signs out of 32 that cannot be misread: 40 bits, for ninety seconds. Rules: PHONE-1. */
export const PresenceCode = z.string().check(z.regex(CODE)).brand<'PresenceCode'>();
export type PresenceCode = z.infer<typeof PresenceCode>;

/** How long one is shown. Units: ms. */
export const PRESENCE_SHOWN_MS = 30_000;
/** How long it is good for, from when it was first shown. Units: ms. */
export const PRESENCE_GOOD_MS = 90_000;

/**
 * What a screen of the hall shows; `changesInMs` from now there is another. `origin` is where phones reach
 * this server, null where that is where the screen does.
 */
export const PresenceReply = z.strictObject({
  code: PresenceCode,
  changesInMs: DurationMs,
  origin: z.nullable(z.string()),
});
export type PresenceReply = z.infer<typeof PresenceReply>;

/** Without a code by whoever has shown one a moment ago, and still has the pass. */
export const PhoneEntryBody = z.strictObject({ code: z.optional(PresenceCode) });
export type PhoneEntryBody = z.infer<typeof PhoneEntryBody>;

/** A service as a phone offers it: `queue-only` while no counter that takes it is open. */
export const OfferedService = z.strictObject({
  service: ServiceId,
  name: Text,
  hint: z.optional(Text),
  documents: z.optional(Documents),
  ...serviceLook,
  state: z.enum(['open', 'queue-only', 'not-now']),
  ahead: Count,
  wait: z.nullable(WaitRange),
});
export type OfferedService = z.infer<typeof OfferedService>;

/**
 * `pass` is the key of the one command that takes the ticket, for ten minutes; null where the phone has a
 * ticket, whose `link` stands there instead. Rules: PHONE-2, PHONE-3.
 */
export const PhoneEntryReply = z.strictObject({
  hall: Text,
  open: z.boolean(),
  /** Of the hall, for times of day. */
  zone: z.string(),
  /** The first posted opening after the day, where it is known. Rules: HOURS-13. */
  opensNextAt: z.optional(Instant),
  pass: z.nullable(CommandId),
  link: z.nullable(TicketLink),
  services: z.array(OfferedService),
});
export type PhoneEntryReply = z.infer<typeof PhoneEntryReply>;

export const PhoneTicketBody = z.strictObject({ service: ServiceId });
export type PhoneTicketBody = z.infer<typeof PhoneTicketBody>;
