/** Branded identifiers and scalar units. Everything that crosses a boundary is built from these. */
import * as z from 'zod/mini';

/**
 * Lower-case slug: the form of every id that a person configures. `constructor` is refused, since
 * records are keyed by ids and every object already has one.
 */
const slug = () => z.string().check(z.regex(/^(?!constructor$)[a-z0-9][a-z0-9-]{0,31}$/));

/** One branch's whole queue. */
export const HallId = slug().brand<'HallId'>();
export type HallId = z.infer<typeof HallId>;

/** A queue with a promise, e.g. `vip`. */
export const LaneId = slug().brand<'LaneId'>();
export type LaneId = z.infer<typeof LaneId>;

/** What the customer wants, e.g. `cash`. */
export const ServiceId = slug().brand<'ServiceId'>();
export type ServiceId = z.infer<typeof ServiceId>;

/** A place where a teller serves, e.g. `3`. */
export const CounterId = slug().brand<'CounterId'>();
export type CounterId = z.infer<typeof CounterId>;

/** A machine that gives tickets, as its address names it, e.g. `K1`. There are no more than 99 in a hall. */
export const KioskId = z
  .string()
  .check(z.regex(/^K[1-9]\d?$/))
  .brand<'KioskId'>();
export type KioskId = z.infer<typeof KioskId>;

/** A member of staff: a personnel number, never a name. */
export const StaffId = slug().brand<'StaffId'>();
export type StaffId = z.infer<typeof StaffId>;

/** Letters that cannot be misread or misheard: no I, O, Q, S, Z. Rules: NUM-2. */
export const SeriesLetter = z
  .string()
  .check(z.regex(/^[A-HJ-NPRT-Y]$/))
  .brand<'SeriesLetter'>();
export type SeriesLetter = z.infer<typeof SeriesLetter>;

/** The printed label, e.g. `A001`; unique in hall and business day. Rules: NUM-1, NUM-2. */
export const TicketNumber = z
  .string()
  .check(z.regex(/^[A-HJ-NPRT-Y]\d{3,6}$/))
  .brand<'TicketNumber'>();
export type TicketNumber = z.infer<typeof TicketNumber>;

/** The internal key of a ticket: business day and the ordinal of its issue, e.g. `20261121-0042`. */
export const TicketId = z
  .string()
  .check(z.regex(/^\d{8}-\d{4,7}$/))
  .brand<'TicketId'>();
export type TicketId = z.infer<typeof TicketId>;

/** How a person or a screen names a ticket: its id, or a number of the open business day. */
export const TicketRef = z.union([TicketId, TicketNumber]);
export type TicketRef = z.infer<typeof TicketRef>;

/**
 * The link of one ticket: hall, ticket and 128 bits that only the server can make, so that nobody can
 * guess another's. Rules: LINK-1. Source: SEC-09.
 */
export const TicketLink = z
  .string()
  .check(z.regex(/^(?!constructor\.)[a-z0-9][a-z0-9-]{0,31}\.\d{8}-\d{4,7}\.[A-Za-z0-9_-]{22}$/))
  .brand<'TicketLink'>();
export type TicketLink = z.infer<typeof TicketLink>;

/** A local calendar day of the hall's own zone, e.g. `2026-11-21`. */
export const BusinessDay = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
  .brand<'BusinessDay'>();
export type BusinessDay = z.infer<typeof BusinessDay>;

/** Client-made id of a command (`Idempotency-Key`), or the server's own, which begins with `system:`. */
export const CommandId = z
  .string()
  .check(z.regex(/^[A-Za-z0-9._:-]{8,80}$/))
  .brand<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;

/** An instant. Units: integer milliseconds since the Unix epoch. Names end in `At`. */
export const Instant = z.int().check(z.nonnegative());
export type Instant = z.infer<typeof Instant>;

/** A duration. Units: integer milliseconds. Names end in `Ms`. */
export const DurationMs = z.int().check(z.nonnegative());
export type DurationMs = z.infer<typeof DurationMs>;

/** A whole number, zero or more. */
export const Count = z.int().check(z.nonnegative());

/** An RFC 3339 instant with offset: the form of every time in REST. */
export const RestTime = z.iso.datetime({ offset: true });
export type RestTime = z.infer<typeof RestTime>;

/**
 * A time in a request, of the years 2000 to 2199: whatever is made of it in any zone can be told again.
 */
export const AskedTime = z.iso.datetime({ offset: true }).check(z.regex(/^2[01]\d\d-/));
export type AskedTime = z.infer<typeof AskedTime>;

/** A day in a request: one of the calendar, of the years that `AskedTime` knows. */
export const AskedDay = z.iso
  .date()
  .check(z.regex(/^2[01]\d\d-/))
  .brand<'BusinessDay'>();

/**
 * What a screen can show: a letter or a digit at least, no control or direction characters, no halves
 * of characters, no fillers that look like nothing.
 */
export const SHOWN =
  /^(?=.*[\p{L}\p{N}])[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u{115F}\u{1160}\u{3164}\u{FFA0}]+$/u;

const shownText = z.string().check(z.maxLength(80), z.regex(SHOWN));

/**
 * A short text in each language the hall shows. Chinese and English are always there; who reads
 * Cantonese and finds none is shown the Chinese one.
 */
export const Text = z.strictObject({
  'zh-CN': shownText,
  'zh-HK': z.optional(shownText),
  en: shownText,
});
export type Text = z.infer<typeof Text>;
