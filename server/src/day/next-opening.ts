/**
 * When the doors open next after the business day that was open last, by the posted hours as they are
 * known now: special days and a planned change are read, too. Rules: HOURS-13.
 */
import type { HallConfig } from '@tingxu/contract/config';
import { BusinessDay, type Instant } from '@tingxu/contract/ids';
import { configAhead, configInForce } from '@tingxu/hall/configuration';
import type { HallState } from '@tingxu/hall/state';
import { businessDayAt, localInstant } from './business-day.ts';
import { postedDoors } from './posted-hours.ts';

const DAY_MS = 86_400_000;
/** No branch posts a longer closure; beyond it nobody is told a date. Units: days. */
const LOOKS_AHEAD = 31;

export type NextOpening = {
  readonly opensAt: Instant | null;
  /** When the answer changes by itself; null: not before the business day does. */
  readonly lookAt: Instant | null;
};

const UNKNOWN: NextOpening = { opensAt: null, lookAt: null };

const dayAfter = (businessDay: BusinessDay, days: number): BusinessDay =>
  BusinessDay.parse(new Date(Date.parse(businessDay) + days * DAY_MS).toISOString().slice(0, 10));

/** By the configuration that will be in force when they open. */
const doorsOn = (hall: HallState, first: HallConfig, businessDay: BusinessDay) => {
  const { zone, cutOverHour } = configInForce(hall, first);
  const day = Date.parse(businessDay) / DAY_MS;
  const startAt = localInstant(zone, day, cutOverHour * 3_600_000);
  const doors = postedDoors(configAhead(hall, first, { businessDay, startAt }), businessDay);
  if (!doors) return null;
  const opening = { businessDay, startAt: doors.fromAt };
  return postedDoors(configAhead(hall, first, opening), businessDay);
};

const firstAfter = (hall: HallState, first: HallConfig, today: BusinessDay): Instant | null => {
  for (let days = 1; days <= LOOKS_AHEAD; days += 1) {
    const doors = doorsOn(hall, first, dayAfter(today, days));
    if (doors) return doors.fromAt;
  }
  return null;
};

/**
 * A hall that should be open by now and is not says nothing: whoever stands at the kiosk must not be sent
 * home until tomorrow because a supervisor is late.
 */
export const nextOpening = (hall: HallState, first: HallConfig, now: Instant): NextOpening => {
  const { day } = hall;
  if (!day) return UNKNOWN;
  const today = businessDayAt(configInForce(hall, first), now);
  if (day.businessDay >= today) {
    return { opensAt: firstAfter(hall, first, day.businessDay), lookAt: null };
  }
  const doors = doorsOn(hall, first, today);
  if (!doors || now >= doors.toAt) {
    return { opensAt: firstAfter(hall, first, today), lookAt: null };
  }
  return now < doors.fromAt
    ? { opensAt: doors.fromAt, lookAt: doors.fromAt }
    : { opensAt: null, lookAt: doors.toAt };
};
