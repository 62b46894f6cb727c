/**
 * The slots of a hall as instants, from the wall-clock hours and the zone of its configuration: of the one
 * in force, and of the planned one for what begins under it. Rules: BOOK-2, BOOK-3, BOOK-13, TIME-2.
 */
import type { Appointments, BookableService, Slot } from '@tingxu/contract/appointments';
import type { HallConfig } from '@tingxu/contract/config';
import type { Span } from '@tingxu/contract/hours';
import type { BusinessDay, Instant } from '@tingxu/contract/ids';
import { configAhead, configsAhead } from '@tingxu/hall/configuration';
import type { HallState } from '@tingxu/hall/state';
import { businessDayAt } from '../day/business-day.ts';
import { bookableSpans } from '../day/posted-hours.ts';
import { zoneTime } from '../day/zone-time.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The instant at which the zone's clocks show a time; null where they skip it. */
const instantOf = (zone: string, asIfUtc: number): Instant | null => {
  const { offsetAt } = zoneTime(zone);
  const at = asIfUtc - offsetAt(asIfUtc - offsetAt(asIfUtc));
  return at + offsetAt(at) === asIfUtc ? at : null;
};

/** Monday is 1. */
const weekdayOf = (dateAsUtc: number): number => new Date(dateAsUtc).getUTCDay() || 7;

/** Slots that begin on a calendar date. */
function* slotsOfDate(
  config: HallConfig,
  { slotMinutes, hours }: BookableService,
  dateAsUtc: number,
): Generator<Slot> {
  const weekday = weekdayOf(dateAsUtc);
  for (const { weekdays, from, to } of hours) {
    if (!weekdays.includes(weekday)) continue;
    for (
      let minute = minutesOf(from);
      minute + slotMinutes <= minutesOf(to);
      minute += slotMinutes
    ) {
      const startAt = instantOf(config.zone, dateAsUtc + minute * MINUTE_MS);
      if (startAt === null) continue;
      const businessDay = businessDayAt(config, startAt);
      yield { businessDay, startAt, endAt: startAt + slotMinutes * MINUTE_MS };
    }
  }
}

const holds = (spans: readonly Span[], { startAt, endAt }: Slot): boolean =>
  spans.some(({ fromAt, toAt }) => fromAt <= startAt && endAt <= toAt);

/**
 * Slots of a business day in order, none beyond the posted hours. Its last hours may belong to the next
 * calendar date. Rules: BOOK-10.
 */
export const slotsOfDay = (
  config: HallConfig,
  offer: BookableService,
  day: BusinessDay,
): readonly Slot[] => {
  const date = Date.parse(day);
  if (!Number.isFinite(date)) return [];
  const slots = [...slotsOfDate(config, offer, date), ...slotsOfDate(config, offer, date + DAY_MS)];
  const hours = bookableSpans(config, offer.service, day);
  const isWithinHours = (slot: Slot): boolean => hours.every((spans) => holds(spans, slot));
  const byStart = new Map(slots.map((slot) => [slot.startAt, slot]));
  return [...byStart.values()]
    .filter((slot) => slot.businessDay === day && isWithinHours(slot))
    .sort((a, b) => a.startAt - b.startAt);
};

/** Whether a day may be booked now. */
const isInHorizon = (
  config: HallConfig,
  { horizonDays }: Appointments,
  day: BusinessDay,
  now: Instant,
): boolean => Date.parse(day) - Date.parse(businessDayAt(config, now)) <= horizonDays * DAY_MS;

/** A hall and what speaks for it before its first day. */
export type Offering = { readonly state: HallState; readonly first: HallConfig };
type Offered = { readonly config: HallConfig; readonly offer: BookableService };

/** What the service is offered by, now or as planned. */
const offersOf = ({ state, first }: Offering, service: string | undefined): readonly Offered[] =>
  configsAhead(state, first).flatMap((config) => {
    const offer = config.appointments?.services.find((row) => row.service === service);
    return offer ? [{ config, offer }] : [];
  });

export const isBookable = (offering: Offering, service: string): boolean =>
  offersOf(offering, service).length > 0;

/** Of the slots of a day those that the configuration is to be in force for. Rules: BOOK-13. */
const slotsUnder = (
  { state, first }: Offering,
  { config, offer }: Offered,
  day: BusinessDay,
): readonly Slot[] =>
  slotsOfDay(config, offer, day).filter((slot) => configAhead(state, first, slot) === config);

/** Of these, what may be booked by its day. */
const bookableUnder = (
  offering: Offering,
  offered: Offered,
  day: BusinessDay,
  now: Instant,
): readonly Slot[] => {
  const { appointments } = offered.config;
  if (!appointments || !isInHorizon(offered.config, appointments, day, now)) return [];
  return slotsUnder(offering, offered, day);
};

/** The slot of a service that begins at the instant; null where there is none to be booked. */
export const slotAt = (
  offering: Offering,
  service: string | undefined,
  startAt: Instant,
  now: Instant,
): Slot | null => {
  for (const offered of offersOf(offering, service)) {
    const day = businessDayAt(offered.config, startAt);
    const slots = bookableUnder(offering, offered, day, now);
    const slot = slots.find((row) => row.startAt === startAt);
    if (slot) return slot;
  }
  return null;
};

/** A slot with what it is offered by. */
export type SlotOffer = { readonly slot: Slot; readonly offer: BookableService };

/** Every slot of a day, begun ones and those beyond the horizon included. */
export const offeredSlots = (
  offering: Offering,
  service: string,
  day: BusinessDay,
): readonly SlotOffer[] =>
  offersOf(offering, service).flatMap((offered) =>
    slotsUnder(offering, offered, day).map((slot) => ({ slot, offer: offered.offer })),
  );

/** Slots of a day that can still be booked by time. */
export const openSlots = (
  offering: Offering,
  service: string,
  day: BusinessDay,
  now: Instant,
): readonly SlotOffer[] =>
  offersOf(offering, service).flatMap((offered) =>
    bookableUnder(offering, offered, day, now)
      .filter(({ startAt }) => startAt > now)
      .map((slot) => ({ slot, offer: offered.offer })),
  );
