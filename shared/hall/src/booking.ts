/**
 * Bookings: made, moved and cancelled at any time, checked in on their day. One writer decides them one
 * after the other, so a slot never holds more than its capacity. Source: product.md 3 (H70, H71);
 * adr/0015.
 */
import type { Appointments, BookableService, Booking, Slot } from '@tingxu/contract/appointments';
import type { CommandOf } from '@tingxu/contract/commands';
import type { HallConfig } from '@tingxu/contract/config';
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { BusinessDay, Instant, ServiceId } from '@tingxu/contract/ids';
import { PUBLIC_ROLES, type Role } from '@tingxu/contract/roles';
import { accept, type Decision, type Refused, reject } from './decision.ts';
import { refusedByStop } from './hours.ts';
import { issuedFact } from './issue.ts';
import { type Found, laneConfig, openDay } from './lookup.ts';
import type { HallState } from './state.ts';

type Bookable = { readonly appointments: Appointments; readonly service: BookableService };

/** Bookings are taken while the hall is closed, by the configuration of its last day. */
const findBookable = (hall: HallState, service: ServiceId): Found<Bookable> => {
  if (!hall.day) return reject('day-not-open');
  const { appointments } = hall.day.config;
  const bookable = appointments?.services.find((row) => row.service === service);
  if (!appointments || !bookable) return reject('service-not-bookable', { state: service });
  return { ok: true, value: { appointments, service: bookable } };
};

const findBooking = (hall: HallState, id: Booking['booking']): Found<Booking> => {
  if (!hall.day) return reject('day-not-open');
  const booking = hall.bookings.find((row) => row.booking === id);
  return booking ? { ok: true, value: booking } : reject('booking-unknown');
};

/** Bookings of a service that lie within a slot or reach into it. Rules: BOOK-2. */
export const takenIn = (
  bookings: readonly Booking[],
  wanted: ServiceId,
  slot: Pick<Slot, 'startAt' | 'endAt'>,
): number => {
  let taken = 0;
  for (const { service, startAt, endAt } of bookings) {
    if (service === wanted && startAt < slot.endAt && slot.startAt < endAt) taken += 1;
  }
  return taken;
};

/** Places that are left for another booking; slots that overlap share them. Rules: BOOK-2. */
export const roomIn = (
  bookings: readonly Booking[],
  { service, capacity }: BookableService,
  slot: Slot,
): number => Math.max(0, capacity - takenIn(bookings, service, slot));

/** Why the slot cannot be had. Rules: BOOK-2, BOOK-3. */
const refusalOf = (
  hall: HallState,
  bookable: BookableService,
  slot: Slot,
  others: readonly Booking[],
  at: Instant,
): Refused | null => {
  const isOver = slot.startAt <= at || (hall.day && slot.businessDay < hall.day.businessDay);
  if (isOver) return reject('slot-passed');
  return roomIn(others, bookable, slot) > 0 ? null : reject('slot-full');
};

/**
 * Takes a place in a slot.
 * Rules: BOOK-1..BOOK-3. Rejects: day-not-open, service-not-bookable, slot-unknown, booking-exists,
 * slot-passed, slot-full.
 */
const decideMakeBooking = (
  hall: HallState,
  { booking, service, slot }: CommandOf<'MakeBooking'>,
  at: Instant,
): Decision => {
  const found = findBookable(hall, service);
  if (!found.ok) return found;
  if (!slot) return reject('slot-unknown');
  if (hall.bookings.some((row) => row.booking === booking)) return reject('booking-exists');
  const refused = refusalOf(hall, found.value.service, slot, hall.bookings, at);
  return refused ?? accept({ type: 'BookingMade', booking, service, slot });
};

/**
 * Takes another slot and leaves the old one, both or neither.
 * Rules: BOOK-4. Rejects: as decideMakeBooking, booking-unknown, booking-checked-in.
 */
const decideMoveBooking = (
  hall: HallState,
  { booking, slot }: CommandOf<'MoveBooking'>,
  at: Instant,
): Decision => {
  const known = findBooking(hall, booking);
  if (!known.ok) return known;
  const { service, ticket } = known.value;
  if (ticket) return reject('booking-checked-in', { state: ticket });
  const found = findBookable(hall, service);
  if (!found.ok) return found;
  if (!slot) return reject('slot-unknown');
  const others = hall.bookings.filter((row) => row.booking !== booking);
  const refused = refusalOf(hall, found.value.service, slot, others, at);
  return refused ?? accept({ type: 'BookingMoved', booking, slot });
};

/**
 * What a customer does at a kiosk or on a phone is never recorded in the name of staff.
 * Rules: BOOK-4, BOOK-9. Rejects: day-not-open, booking-unknown, booking-checked-in.
 */
const decideCancelBooking = (
  hall: HallState,
  { booking, reason: asked }: CommandOf<'CancelBooking'>,
  role: Role,
): Decision => {
  const reason = PUBLIC_ROLES.includes(role) ? 'cancelled-by-customer' : asked;
  const known = findBooking(hall, booking);
  if (!known.ok) return known;
  const { ticket } = known.value;
  if (ticket) return reject('booking-checked-in', { state: ticket });
  return accept({ type: 'BookingCancelled', booking, reason });
};

/** Where a booking checks in, and within which limits. */
type Reception = Pick<Appointments, 'earlyMs' | 'lateMs' | 'lane'>;

/** Of a hall that takes bookings no more; who has one still comes. Units: ms. Rules: BOOK-11. */
const KEPT_MS = 30 * 60_000;
const receptionOf = ({ appointments, defaultLane }: HallConfig): Reception =>
  appointments ?? { earlyMs: KEPT_MS, lateMs: KEPT_MS, lane: defaultLane };

/** From when until when a booking may check in. Rules: BOOK-6, BOOK-11. */
export const checkInOf = (
  config: HallConfig,
  { startAt }: Pick<Booking, 'startAt'>,
): { readonly fromAt: Instant; readonly untilAt: Instant } => {
  const { earlyMs, lateMs } = receptionOf(config);
  return { fromAt: startAt - earlyMs, untilAt: startAt + lateMs };
};

/** Rules: BOOK-6. */
const limitsOf = (config: HallConfig, booking: Booking, at: Instant): Refused | null => {
  const { fromAt, untilAt } = checkInOf(config, booking);
  if (at < fromAt) return reject('check-in-too-early', { retryAt: fromAt });
  return at > untilAt ? reject('check-in-too-late') : null;
};

/**
 * The customer is here: a ticket in the lane of bookings, whose wait counts from the booked time or
 * from now, whichever is later. Posted hours do not matter to who is expected; a stop does.
 * What the hall offers now does not matter either. Rules: BOOK-5, BOOK-6, BOOK-11, HOURS-4. Rejects: issuing-stopped, day-not-open, booking-unknown, booking-checked-in, booking-other-day,
 * check-in-too-early, check-in-too-late, service-unknown, lane-unknown,
 * service-without-counter.
 */
const decideCheckIn = (
  hall: HallState,
  { booking }: CommandOf<'CheckIn'>,
  at: Instant,
): Decision => {
  const day = openDay(hall);
  if (!day.ok) return day;
  const known = findBooking(hall, booking);
  if (!known.ok) return known;
  const { service, businessDay, startAt, ticket } = known.value;
  if (ticket) return reject('booking-checked-in', { state: ticket });
  if (businessDay !== day.value.businessDay) {
    return reject('booking-other-day', { state: businessDay });
  }
  const reception = receptionOf(day.value.config);
  const refused = limitsOf(day.value.config, known.value, at) ?? refusedByStop(day.value, at);
  if (refused) return refused;
  const lane = laneConfig(day.value, reception.lane);
  if (!lane) return reject('lane-unknown', { state: reception.lane });
  const fact = issuedFact(hall, day.value, service, lane, at);
  if (!fact.ok) return fact;
  const issued = {
    ...fact.value,
    proof: 'appointment',
    ...(startAt > at && { waitFromAt: startAt }),
  } as const;
  return accept(issued, { type: 'BookingCheckedIn', booking, ticket: issued.ticket });
};

type Asked = { readonly at: Instant; readonly actor: { readonly role: Role } };

/** Everything that may be asked of a booking. */
export const decideBooking = (
  hall: HallState,
  command: CommandOf<'MakeBooking' | 'MoveBooking' | 'CancelBooking' | 'CheckIn'>,
  { at, actor }: Asked,
): Decision => {
  switch (command.type) {
    case 'MakeBooking':
      return decideMakeBooking(hall, command, at);
    case 'MoveBooking':
      return decideMoveBooking(hall, command, at);
    case 'CancelBooking':
      return decideCancelBooking(hall, command, actor.role);
    case 'CheckIn':
      return decideCheckIn(hall, command, at);
    default:
      return command satisfies never;
  }
};

const expired = ({ booking }: Booking, reason: 'no-show' | 'hall-closed'): HallEvent => ({
  type: 'BookingExpired',
  booking,
  reason,
});

/** Who had a time on the day that closes, and did not come by it. Rules: BOOK-8. */
export const missedAtClosing = (
  hall: HallState,
  day: BusinessDay,
  at: Instant,
): readonly HallEvent[] =>
  hall.bookings
    .filter((row) => row.ticket === null && row.businessDay <= day && row.startAt <= at)
    .map((row) => expired(row, 'no-show'));

/** Bookings of days that are over when the given one opens. Rules: BOOK-8. */
export const overAtOpening = (hall: HallState, day: BusinessDay): readonly HallEvent[] =>
  hall.bookings
    .filter((row) => row.ticket === null && row.businessDay < day)
    .map((row) => expired(row, 'hall-closed'));

/** What the opening of a day takes over. Rules: BOOK-7. */
export const carriedBookings = (
  hall: HallState,
  day: BusinessDay,
): { readonly bookings?: Booking[] } => {
  const bookings = hall.bookings.filter((row) => row.businessDay >= day);
  return bookings.length > 0 ? { bookings } : {};
};

type BookingEvent = EventOf<
  | 'BookingMade'
  | 'BookingMoved'
  | 'BookingCancelled'
  | 'BookingCheckedIn'
  | 'BookingExpired'
  | 'BookingRestored'
>;

export const isBookingEvent = (event: HallEvent): event is BookingEvent =>
  event.type.startsWith('Booking');

const bookingsAfter = (
  { bookings, closing }: HallState,
  event: BookingEvent,
): readonly Booking[] => {
  const { booking } = event;
  switch (event.type) {
    case 'BookingMade':
      return [...bookings, { booking, service: event.service, ...event.slot, ticket: null }];
    case 'BookingMoved':
      return bookings.map((row) => (row.booking === booking ? { ...row, ...event.slot } : row));
    case 'BookingCheckedIn':
      return bookings.map((row) =>
        row.booking === booking ? { ...row, ticket: event.ticket } : row,
      );
    case 'BookingCancelled':
    case 'BookingExpired':
      return bookings.filter((row) => row.booking !== booking);
    case 'BookingRestored':
      return [...bookings, ...(closing?.bookings ?? []).filter((row) => row.booking === booking)];
    default:
      return event satisfies never;
  }
};

export const evolveBooking = (hall: HallState, event: BookingEvent): HallState => ({
  ...hall,
  bookings: bookingsAfter(hall, event),
});
