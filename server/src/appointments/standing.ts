/** What becomes of bookings when the hall offers something else: none is lost. Rules: BOOK-11, BOOK-13. */

import type { Booking } from '@tingxu/contract/appointments';
import type { HallConfig } from '@tingxu/contract/config';
import { isOffered } from '@tingxu/contract/offered';
import type { BookingStanding } from '@tingxu/contract/rest-bookings';
import { configAhead, configsAhead } from '@tingxu/hall/configuration';
import { type Offering, slotsOfDay } from './slots.ts';

type Booked = Pick<Booking, 'service' | 'businessDay' | 'startAt'>;

/** How a configuration has a booking; days that were looked at once are remembered. */
const standingUnder = (config: HallConfig): ((booking: Booked) => BookingStanding) => {
  const days = new Map<string, ReadonlySet<number>>();
  const beginnings = ({ service, businessDay }: Booked): ReadonlySet<number> => {
    const key = `${service} ${businessDay}`;
    const known = days.get(key);
    if (known) return known;
    const offer = config.appointments?.services.find((row) => row.service === service);
    const slots = offer ? slotsOfDay(config, offer, businessDay) : [];
    const made = new Set(slots.map(({ startAt }) => startAt));
    days.set(key, made);
    return made;
  };
  return (booking) => {
    if (!isOffered(config.counters, booking.service)) return 'unserved';
    return beginnings(booking).has(booking.startAt) ? 'offered' : 'kept';
  };
};

/** How the hall has a booking under the configuration that will be in force at its time. */
export const standingIn = ({ state, first }: Offering): ((booking: Booked) => BookingStanding) => {
  const ahead = new Map(configsAhead(state, first).map((row) => [row, standingUnder(row)]));
  return (booking) => {
    const config = configAhead(state, first, booking);
    return (ahead.get(config) ?? standingUnder(config))(booking);
  };
};
