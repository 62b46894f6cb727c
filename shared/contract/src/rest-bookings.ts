/** Bodies of the REST API about bookings. Times are RFC 3339 with offset. */
import * as z from 'zod/mini';
import { BookingCancelReason, BookingId, BookingReference } from './appointments.ts';
import {
  AskedTime,
  BusinessDay,
  Count,
  RestTime,
  ServiceId,
  Text,
  TicketId,
  TicketNumber,
} from './ids.ts';

export const MakeBookingBody = z.strictObject({ service: ServiceId, startAt: AskedTime });
export type MakeBookingBody = z.infer<typeof MakeBookingBody>;
export const MoveBookingBody = z.strictObject({ startAt: AskedTime });
export type MoveBookingBody = z.infer<typeof MoveBookingBody>;
export const CancelBookingBody = z.strictObject({ reason: BookingCancelReason });
export type CancelBookingBody = z.infer<typeof CancelBookingBody>;

/** A reference as people write it, with gaps or small letters, or for staff the id of a booking. */
export const BookingRef = z.string().check(z.regex(/^[0-9A-Za-z-]{8,32}$/));
export type BookingRef = z.infer<typeof BookingRef>;

/** A slot and the places left in it. */
export const SlotSummary = z.strictObject({
  businessDay: BusinessDay,
  startAt: RestTime,
  endAt: RestTime,
  capacity: Count,
  free: Count,
});
export type SlotSummary = z.infer<typeof SlotSummary>;
export const SlotList = z.strictObject({ service: ServiceId, slots: z.array(SlotSummary) });
export type SlotList = z.infer<typeof SlotList>;

const told = {
  service: ServiceId,
  businessDay: BusinessDay,
  startAt: RestTime,
  endAt: RestTime,
  /** `ended` after it was cancelled. */
  state: z.enum(['booked', 'checked-in', 'ended']),
  ticket: z.nullable(TicketId),
};
export const BookingSummary = z.strictObject(told);
export type BookingSummary = z.infer<typeof BookingSummary>;
/**
 * `kept`: the hall offers such a slot no more, and the booking is good all the same. `unserved`: no
 * counter takes its service. Rules: BOOK-11.
 */
export const BookingStanding = z.enum(['offered', 'kept', 'unserved']);
export type BookingStanding = z.infer<typeof BookingStanding>;
/** As staff see it. */
export const BookingRow = z.strictObject({ id: BookingId, ...told, standing: BookingStanding });
export type BookingRow = z.infer<typeof BookingRow>;

/** 201 of a booking: the only answer that holds the reference. Rules: BOOK-1. */
export const MakeBookingReply = z.strictObject({
  reference: BookingReference,
  booking: BookingSummary,
});
export type MakeBookingReply = z.infer<typeof MakeBookingReply>;
export const BookingReply = z.strictObject({ booking: BookingSummary });
export type BookingReply = z.infer<typeof BookingReply>;
export const BookingList = z.strictObject({ bookings: z.array(BookingRow) });
export type BookingList = z.infer<typeof BookingList>;

/** A slot of a day, begun ones included. `taken`: bookings at its fullest moment. Rules: BOOK-2. */
export const OfferedSlot = z.strictObject({
  startAt: RestTime,
  endAt: RestTime,
  capacity: Count,
  taken: Count,
  /** Another booking can be made now. */
  bookable: z.boolean(),
});
export type OfferedSlot = z.infer<typeof OfferedSlot>;
/** Without slots where the hall offers none on the day and somebody has booked all the same. */
export const OfferedService = z.strictObject({
  service: ServiceId,
  name: Text,
  slots: z.array(OfferedSlot),
});
export type OfferedService = z.infer<typeof OfferedService>;
/** A booking of the day, with the number once it has a ticket, until then with the times to check in. */
export const DayBooking = z.strictObject({
  ...{ id: BookingId, ...told, standing: BookingStanding, number: z.nullable(TicketNumber) },
  checkIn: z.nullable(z.strictObject({ from: RestTime, until: RestTime })),
});
export type DayBooking = z.infer<typeof DayBooking>;
/** Everything that is booked and can be booked on a day, for staff. */
export const BookingDay = z.strictObject({
  businessDay: BusinessDay,
  today: BusinessDay,
  /** The last one that can be booked. */
  lastDay: BusinessDay,
  /** The day that is open: only its bookings check in. */
  openDay: z.nullable(BusinessDay),
  /** Whether the hall takes bookings. */
  offered: z.boolean(),
  services: z.array(OfferedService),
  bookings: z.array(DayBooking),
  /** Days with bookings, in order. */
  booked: z.array(z.strictObject({ businessDay: BusinessDay, bookings: Count })),
});
export type BookingDay = z.infer<typeof BookingDay>;

/** A booking by its reference. `id` for staff, whose list names it so. */
export const FoundBooking = z.strictObject({
  booking: BookingSummary,
  id: z.optional(BookingId),
});
export type FoundBooking = z.infer<typeof FoundBooking>;
