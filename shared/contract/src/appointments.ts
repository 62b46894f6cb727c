/**
 * Bookings: a service at a time of a day, with a reference that only the customer has. Nothing here
 * says who booked. Source: H70, H71; adr/0015.
 */
import * as z from 'zod/mini';
import { REFERENCE } from './code-signs.ts';
import { BusinessDay, Instant, LaneId, ServiceId, TicketId } from './ids.ts';

/** The hash of a reference: what the hall knows of it. Rules: BOOK-1. */
export const BookingId = z
  .string()
  .check(z.regex(/^[0-9a-f]{32}$/))
  .brand<'BookingId'>();
export type BookingId = z.infer<typeof BookingId>;

/**
 * What the customer shows: 40 bits of chance in letters and digits that cannot be misread; bookings of
 * before have 80.
 */
export const BookingReference = z.string().check(z.regex(REFERENCE)).brand<'BookingReference'>();
export type BookingReference = z.infer<typeof BookingReference>;

/** A time that a service offers. `endAt` is the first instant after it. */
export const Slot = z.strictObject({
  businessDay: BusinessDay,
  startAt: Instant,
  endAt: Instant,
});
export type Slot = z.infer<typeof Slot>;

const DAY_MS = 86_400_000;
const WithinDay = z.int().check(z.gte(0), z.lte(DAY_MS));

/** Before and after the booked time within which one may check in. Units: ms. */
export const CheckInLimits = z.strictObject({ earlyMs: WithinDay, lateMs: WithinDay });
export type CheckInLimits = z.infer<typeof CheckInLimits>;

/** A booking that has not ended; `ticket` once it has checked in. */
export const Booking = z.strictObject({
  booking: BookingId,
  service: ServiceId,
  businessDay: BusinessDay,
  startAt: Instant,
  endAt: Instant,
  ticket: z.nullable(TicketId),
  /** What it was told, once a change of the configuration has narrowed that. Rules: BOOK-14. */
  limits: z.optional(CheckInLimits),
});
export type Booking = z.infer<typeof Booking>;

/** Who ended a booking. Rules: BOOK-4. */
export const BookingCancelReason = z.enum(['cancelled-by-customer', 'removed-by-staff']);
export type BookingCancelReason = z.infer<typeof BookingCancelReason>;
/** `hall-closed`: the day closed before its time, or never opened. Rules: BOOK-8. */
export const BookingExpiry = z.enum(['no-show', 'hall-closed']);
export type BookingExpiry = z.infer<typeof BookingExpiry>;

/** A wall-clock time of the hall's zone; `24:00` ends a day. */
const LocalTime = z.string().check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/));

/** Times of weekdays at which slots begin, one after the other. Monday is 1. */
export const BookingHours = z
  .strictObject({
    weekdays: z.array(z.int().check(z.gte(1), z.lte(7))).check(z.minLength(1), z.maxLength(7)),
    from: LocalTime,
    to: LocalTime,
  })
  .check(z.refine(({ from, to }) => from < to, 'the hours end before they begin'));

export const BookableService = z.strictObject({
  service: ServiceId,
  slotMinutes: z.int().check(z.gte(5), z.lte(480)),
  /** Customers in one slot. */
  capacity: z.int().check(z.gte(1), z.lte(500)),
  hours: z.array(BookingHours).check(z.minLength(1), z.maxLength(50)),
});
export type BookableService = z.infer<typeof BookableService>;

/** Units: `earlyMs` and `lateMs` ms before and after the booked time at which one may check in. */
export const Appointments = z.strictObject({
  /** The lane in which a booking joins the line. */
  lane: LaneId,
  ...CheckInLimits.shape,
  /** Days from today that can be booked; 0 is today only. */
  horizonDays: z.int().check(z.gte(0), z.lte(366)),
  services: z.array(BookableService).check(
    z.minLength(1),
    z.refine(
      (rows) => new Set(rows.map(({ service }) => service)).size === rows.length,
      'a service can be booked twice',
    ),
  ),
});
export type Appointments = z.infer<typeof Appointments>;

/** `slot` is null where the hall offers none at the time that was asked for. */
export const MakeBooking = z.strictObject({
  type: z.literal('MakeBooking'),
  booking: BookingId,
  service: ServiceId,
  slot: z.nullable(Slot),
});
export const MoveBooking = z.strictObject({
  type: z.literal('MoveBooking'),
  booking: BookingId,
  slot: z.nullable(Slot),
});
export const CancelBooking = z.strictObject({
  type: z.literal('CancelBooking'),
  booking: BookingId,
  reason: BookingCancelReason,
});
export const CheckIn = z.strictObject({ type: z.literal('CheckIn'), booking: BookingId });

export const BookingMade = z.strictObject({
  type: z.literal('BookingMade'),
  booking: BookingId,
  service: ServiceId,
  slot: Slot,
});
export const BookingMoved = z.strictObject({
  type: z.literal('BookingMoved'),
  booking: BookingId,
  slot: Slot,
});
export const BookingCancelled = z.strictObject({
  type: z.literal('BookingCancelled'),
  booking: BookingId,
  reason: BookingCancelReason,
});
/** Follows the `TicketIssued` of the ticket. */
export const BookingCheckedIn = z.strictObject({
  type: z.literal('BookingCheckedIn'),
  booking: BookingId,
  ticket: TicketId,
});
export const BookingExpired = z.strictObject({
  type: z.literal('BookingExpired'),
  booking: BookingId,
  reason: BookingExpiry,
});
/** The day at whose closing it ended has opened again. Rules: DAY-5, BOOK-8. */
export const BookingRestored = z.strictObject({
  type: z.literal('BookingRestored'),
  booking: BookingId,
});

/** Every fact of a booking. */
export const BOOKING_EVENTS = [
  BookingMade,
  BookingMoved,
  BookingCancelled,
  BookingCheckedIn,
  BookingExpired,
  BookingRestored,
] as const;
