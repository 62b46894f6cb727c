/**
 * Bookings: made, moved and cancelled at any time, checked in on their day. One writer decides them one
 * after the other, so a slot never holds more than its capacity. Source: product.md 3 (H70, H71);
 * adr/0015.
 */
import type { BookableService, Booking, Slot } from '@tingxu/contract/appointments';
import type { CommandOf } from '@tingxu/contract/commands';
import type { HallConfig } from '@tingxu/contract/config';
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { BusinessDay, Instant, ServiceId } from '@tingxu/contract/ids';
import { PUBLIC_ROLES, type Role } from '@tingxu/contract/roles';
import { keepLimits, limitsOnItsDay, receptionOf } from './booking-limits.ts';
import { configAhead, configsAhead } from './configuration.ts';
import { accept, type Context, type Decision, type Refused, reject } from './decision.ts';
import { refusedByStop } from './hours.ts';
import { issuedFact } from './issue.ts';
import { type Found, laneConfig, openDay } from './lookup.ts';
import { checkInUntil, hadItsTime } from './shut.ts';
import type { Day, HallState } from './state.ts';

const bookableIn = ({ appointments }: HallConfig, id: ServiceId): BookableService | undefined =>
  appointments?.services.find(({ service }) => service === id);

type Offered = { readonly bookable: BookableService; readonly slot: Slot };

/**
 * Bookings are taken while the hall is closed, by the configuration of its last day, or by the planned
 * one for what begins under it. Rules: BOOK-13. Rejects: day-not-open, service-not-bookable, slot-unknown.
 */
const findOffered = (hall: HallState, service: ServiceId, slot: Slot | null): Found<Offered> => {
  if (!hall.day) return reject('day-not-open');
  const { config } = hall.day;
  const ahead = slot ? [configAhead(hall, config, slot)] : configsAhead(hall, config);
  const [bookable] = ahead.flatMap((row) => bookableIn(row, service) ?? []);
  if (!bookable) return reject('service-not-bookable', { state: service });
  return slot ? { ok: true, value: { bookable, slot } } : reject('slot-unknown');
};

const findBooking = (hall: HallState, id: Booking['booking']): Found<Booking> => {
  if (!hall.day) return reject('day-not-open');
  const booking = hall.bookings.find((row) => row.booking === id);
  return booking ? { ok: true, value: booking } : reject('booking-unknown');
};

/**
 * Bookings of a service at the fullest moment of a slot: its beginning, or where another one begins
 * within it. Rules: BOOK-2.
 */
export const takenIn = (
  bookings: readonly Booking[],
  wanted: ServiceId,
  slot: Pick<Slot, 'startAt' | 'endAt'>,
): number => {
  const others = bookings.filter(
    ({ service, startAt, endAt }) =>
      service === wanted && startAt < slot.endAt && slot.startAt < endAt,
  );
  let taken = 0;
  for (const at of new Set(others.map(({ startAt }) => Math.max(startAt, slot.startAt)))) {
    const there = others.filter(({ startAt, endAt }) => startAt <= at && at < endAt);
    taken = Math.max(taken, there.length);
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
  { bookable, slot }: Offered,
  others: readonly Booking[],
  at: Instant,
): Refused | null => {
  const isOver = slot.startAt <= at || (hall.day && slot.businessDay < hall.day.businessDay);
  if (isOver) return reject('slot-passed');
  return roomIn(others, bookable, slot) > 0 ? null : reject('slot-full');
};

/**
 * Takes a place in a slot.
 * Rules: BOOK-1..BOOK-3, BOOK-13. Rejects: day-not-open, service-not-bookable, slot-unknown, booking-exists,
 * slot-passed, slot-full.
 */
const decideMakeBooking = (
  hall: HallState,
  { booking, service, slot }: CommandOf<'MakeBooking'>,
  at: Instant,
): Decision => {
  const found = findOffered(hall, service, slot);
  if (!found.ok) return found;
  if (hall.bookings.some((row) => row.booking === booking)) return reject('booking-exists');
  const refused = refusalOf(hall, found.value, hall.bookings, at);
  return refused ?? accept({ type: 'BookingMade', booking, service, slot: found.value.slot });
};

/**
 * Takes another slot and leaves the old one, both or neither.
 * Rules: BOOK-4, BOOK-13. Rejects: as decideMakeBooking, booking-unknown, booking-checked-in.
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
  const found = findOffered(hall, service, slot);
  if (!found.ok) return found;
  const others = hall.bookings.filter((row) => row.booking !== booking);
  const refused = refusalOf(hall, found.value, others, at);
  return refused ?? accept({ type: 'BookingMoved', booking, slot: found.value.slot });
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

type Times = { readonly fromAt: Instant; readonly untilAt: Instant };

/**
 * From when until when a booking may check in, as far as anybody knows now: while something is shut
 * until further notice, the late limit begins at the earliest now. `config` is that of its day.
 * Rules: BOOK-6, BOOK-11, BOOK-12, BOOK-14.
 */
export const checkInOf = (
  day: Day | null,
  config: HallConfig,
  booking: Pick<Booking, 'businessDay' | 'startAt' | 'limits'>,
  now: Instant,
): Times => {
  const today = day?.businessDay === booking.businessDay ? day : null;
  const limits = limitsOnItsDay(config, today?.config ?? config, booking);
  const { earlyMs, lateMs } = limits;
  const fromAt = booking.startAt - earlyMs;
  if (!today) return { fromAt, untilAt: booking.startAt + lateMs };
  return { fromAt, untilAt: checkInUntil(today, booking, limits) ?? now + lateMs };
};

/** Rules: BOOK-6, BOOK-12. */
const limitsOf = (hall: HallState, day: Day, booking: Booking, at: Instant): Refused | null => {
  const config = configAhead(hall, day.config, booking);
  const { fromAt, untilAt } = checkInOf(day, config, booking, at);
  if (at < fromAt) return reject('check-in-too-early', { retryAt: fromAt });
  return at > untilAt ? reject('check-in-too-late') : null;
};

/**
 * The customer is here: a ticket in the lane of bookings, whose wait counts from the booked time or
 * from now, whichever is later. Posted hours do not matter to who is expected; a stop does.
 * What the hall offers now does not matter either.
 * Rules: BOOK-5, BOOK-6, BOOK-11, BOOK-12, HOURS-4. Rejects: issuing-stopped, day-not-open,
 * booking-unknown, booking-checked-in, booking-other-day, check-in-too-early, check-in-too-late,
 * service-unknown, lane-unknown, service-without-counter.
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
  const refused = limitsOf(hall, day.value, known.value, at) ?? refusedByStop(day.value, at);
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

/** Everything that may be asked of a booking. */
export const decideBooking = (
  hall: HallState,
  command: CommandOf<'MakeBooking' | 'MoveBooking' | 'CancelBooking' | 'CheckIn'>,
  { at, actor }: Context,
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

/**
 * Who had the time to come on the day that closes, and did not. Whoever had not is expected until a
 * later day opens: it may open again, and they may choose another slot. Rules: BOOK-4, BOOK-8, BOOK-14.
 */
export const missedAtClosing = (hall: HallState, day: Day, at: Instant): readonly HallEvent[] =>
  hall.bookings
    .filter((row) => row.ticket === null && row.businessDay <= day.businessDay)
    .filter((row) => {
      const told = configAhead(hall, day.config, row);
      return hadItsTime(day, row, limitsOnItsDay(told, day.config, row), at);
    })
    .map((row) => expired(row, 'no-show'));

/** Bookings of days that are over when the given one opens. Rules: BOOK-8. */
export const overAtOpening = (hall: HallState, day: BusinessDay): readonly HallEvent[] =>
  hall.bookings
    .filter((row) => row.ticket === null && row.businessDay < day)
    .map((row) => expired(row, 'hall-closed'));

type Opening = Pick<EventOf<'DayOpened'>, 'config' | 'plan'> & {
  readonly businessDay: BusinessDay;
};

/** The hall as a day opens in it, for what it tells of bookings. */
const openedFor = (hall: HallState, { businessDay, config, plan }: Opening): HallState => ({
  ...hall,
  day: hall.day && { ...hall.day, businessDay, config },
  configuration: { ...hall.configuration, plan: plan ?? null },
});

/** What the opening of a day takes over. Rules: BOOK-7, BOOK-14. */
export const carriedBookings = (
  hall: HallState,
  opening: Opening,
): { readonly bookings?: Booking[] } => {
  const kept = keepLimits(hall, openedFor(hall, opening)).bookings;
  const bookings = kept.filter((row) => row.businessDay >= opening.businessDay);
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

/** In another slot it has the limits of that one. Rules: BOOK-14. */
const movedTo = ({ limits: _, ...row }: Booking, slot: Slot): Booking => ({ ...row, ...slot });

const bookingsAfter = (
  { bookings, closing }: HallState,
  event: BookingEvent,
): readonly Booking[] => {
  const { booking } = event;
  switch (event.type) {
    case 'BookingMade':
      return [...bookings, { booking, service: event.service, ...event.slot, ticket: null }];
    case 'BookingMoved':
      return bookings.map((row) => (row.booking === booking ? movedTo(row, event.slot) : row));
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
