/** A day of bookings as staff see it: slots with what is taken, who is expected, who may check in. */
import type { Booking } from '@tingxu/contract/appointments';
import type { HallConfig } from '@tingxu/contract/config';
import {
  BusinessDay,
  type Instant,
  type ServiceId,
  type TicketId,
  type TicketNumber,
} from '@tingxu/contract/ids';
import type {
  BookingDay,
  DayBooking,
  OfferedService,
  OfferedSlot,
} from '@tingxu/contract/rest-bookings';
import { checkInOf, takenIn } from '@tingxu/hall/booking';
import { configAhead, configInForce, configsAhead } from '@tingxu/hall/configuration';
import { businessDayAt } from '../day/business-day.ts';
import { zoneTime } from '../day/zone-time.ts';
import { isBookable, type Offering, offeredSlots, openSlots } from './slots.ts';
import { standingIn } from './standing.ts';

export type BookingSource = Offering & {
  readonly numberOf: (ticket: TicketId) => TicketNumber | null;
};

const inForce = ({ state, first }: Offering): HallConfig => configInForce(state, first);

const DAY_MS = 86_400_000;

const laterDay = (day: BusinessDay, days: number): BusinessDay =>
  BusinessDay.parse(new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10));

const slotsOf = (
  source: BookingSource,
  service: ServiceId,
  day: BusinessDay,
  now: Instant,
): OfferedSlot[] => {
  const { restTime } = zoneTime(inForce(source).zone);
  const open = new Set(openSlots(source, service, day, now).map(({ slot }) => slot.startAt));
  return offeredSlots(source, service, day).map(({ slot, offer }) => {
    const taken = takenIn(source.state.bookings, service, slot);
    return {
      ...{ startAt: restTime(slot.startAt), endAt: restTime(slot.endAt) },
      ...{ capacity: offer.capacity, taken },
      bookable: open.has(slot.startAt) && taken < offer.capacity,
    };
  });
};

/** Services that can be booked, and those that somebody has booked for the day. */
const servicesOf = (
  source: BookingSource,
  day: BusinessDay,
  now: Instant,
): readonly OfferedService[] => {
  const known = configsAhead(source.state, source.first).flatMap(({ services }) => services);
  const services = [...new Map(known.map(({ id, name }) => [id, name]))];
  const rows = source.state.bookings.filter(({ businessDay }) => businessDay === day);
  return services.flatMap(([id, name]) => {
    const slots = slotsOf(source, id, day, now);
    if (!isBookable(source, id) && !rows.some(({ service }) => service === id)) return [];
    return [{ service: id, name, slots }];
  });
};

const told = (source: BookingSource, now: Instant): ((booking: Booking) => DayBooking) => {
  const { state, first, numberOf } = source;
  const { restTime } = zoneTime(inForce(source).zone);
  const standing = standingIn(source);
  return (row) => {
    const { booking: id, service, businessDay, startAt, endAt, ticket } = row;
    const { fromAt, untilAt } = checkInOf(state.day, configAhead(state, first, row), row, now);
    return {
      ...{ id, service, businessDay, ticket, standing: standing(row) },
      ...{ startAt: restTime(startAt), endAt: restTime(endAt) },
      state: ticket === null ? 'booked' : 'checked-in',
      number: ticket && numberOf(ticket),
      checkIn: ticket === null ? { from: restTime(fromAt), until: restTime(untilAt) } : null,
    };
  };
};

const countsOf = (bookings: readonly Booking[]): BookingDay['booked'] => {
  const counts = new Map<BusinessDay, number>();
  for (const { businessDay } of bookings) {
    counts.set(businessDay, (counts.get(businessDay) ?? 0) + 1);
  }
  return [...counts]
    .map(([businessDay, count]) => ({ businessDay, bookings: count }))
    .sort((a, b) => (a.businessDay < b.businessDay ? -1 : 1));
};

/** Rules: BOOK-2, BOOK-3, BOOK-6, BOOK-11..BOOK-13. */
export const bookingDay = (source: BookingSource, day: BusinessDay, now: Instant): BookingDay => {
  const { state, first } = source;
  const today = businessDayAt(inForce(source), now);
  const ahead = configsAhead(state, first).flatMap(({ appointments }) => appointments ?? []);
  const rows = state.bookings
    .filter(({ businessDay }) => businessDay === day)
    .sort((a, b) => a.startAt - b.startAt);
  return {
    ...{ businessDay: day, today },
    lastDay: laterDay(today, Math.max(0, ...ahead.map(({ horizonDays }) => horizonDays))),
    openDay: state.day?.open ? state.day.businessDay : null,
    offered: ahead.length > 0,
    services: [...servicesOf(source, day, now)],
    bookings: rows.map(told(source, now)),
    booked: countsOf(state.bookings),
  };
};
