/** A day of bookings as staff see it: slots with what is taken, who is expected, who may check in. */
import type { BookableService, Booking } from '@tingxu/contract/appointments';
import type { HallConfig } from '@tingxu/contract/config';
import { BusinessDay, type Instant, type TicketId, type TicketNumber } from '@tingxu/contract/ids';
import type {
  BookingDay,
  DayBooking,
  OfferedService,
  OfferedSlot,
} from '@tingxu/contract/rest-bookings';
import { checkInOf, takenIn } from '@tingxu/hall/booking';
import type { HallState } from '@tingxu/hall/state';
import { businessDayAt } from '../day/business-day.ts';
import { zoneTime } from '../day/zone-time.ts';
import { openSlots, slotsOfDay } from './slots.ts';
import { standingUnder } from './standing.ts';

export type BookingSource = {
  /** What is in force. */
  readonly config: HallConfig;
  readonly state: Pick<HallState, 'bookings' | 'day'>;
  readonly numberOf: (ticket: TicketId) => TicketNumber | null;
};

const DAY_MS = 86_400_000;

const laterDay = (day: BusinessDay, days: number): BusinessDay =>
  BusinessDay.parse(new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10));

const slotsOf = (
  { config, state }: BookingSource,
  offer: BookableService,
  day: BusinessDay,
  now: Instant,
): OfferedSlot[] => {
  const { restTime } = zoneTime(config.zone);
  const open = new Set(openSlots(config, offer, day, now).map(({ startAt }) => startAt));
  return slotsOfDay(config, offer, day).map((slot) => {
    const taken = takenIn(state.bookings, offer.service, slot);
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
  const { appointments, services } = source.config;
  const rows = source.state.bookings.filter(({ businessDay }) => businessDay === day);
  return services.flatMap(({ id, name }) => {
    const offer = appointments?.services.find(({ service }) => service === id);
    if (!offer && !rows.some(({ service }) => service === id)) return [];
    return [{ service: id, name, slots: offer ? slotsOf(source, offer, day, now) : [] }];
  });
};

const told = ({ config, numberOf }: BookingSource): ((booking: Booking) => DayBooking) => {
  const { restTime } = zoneTime(config.zone);
  const standing = standingUnder(config);
  return (row) => {
    const { booking: id, service, businessDay, startAt, endAt, ticket } = row;
    const { fromAt, untilAt } = checkInOf(config, row);
    return {
      ...{ id, service, businessDay, ticket, standing: standing(row) },
      ...{ startAt: restTime(startAt), endAt: restTime(endAt) },
      state: ticket === null ? 'booked' : 'checked-in',
      number: ticket && numberOf(ticket),
      ...{ checkInFrom: restTime(fromAt), checkInUntil: restTime(untilAt) },
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

/** Rules: BOOK-2, BOOK-3, BOOK-6, BOOK-11. */
export const bookingDay = (source: BookingSource, day: BusinessDay, now: Instant): BookingDay => {
  const { config, state } = source;
  const today = businessDayAt(config, now);
  const rows = state.bookings
    .filter(({ businessDay }) => businessDay === day)
    .sort((a, b) => a.startAt - b.startAt);
  return {
    ...{ businessDay: day, today },
    lastDay: laterDay(today, config.appointments?.horizonDays ?? 0),
    openDay: state.day?.open ? state.day.businessDay : null,
    offered: config.appointments !== undefined,
    services: [...servicesOf(source, day, now)],
    bookings: rows.map(told(source)),
    booked: countsOf(state.bookings),
  };
};
