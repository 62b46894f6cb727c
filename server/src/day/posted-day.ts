/**
 * Opening and closing the business day at the posted hours, where a hall is set to do so by itself.
 * Rules: HOURS-8, HOURS-9.
 */
import type { HallConfig } from '@tingxu/contract/config';
import type { BusinessDay, Instant } from '@tingxu/contract/ids';
import { configurationAtOpening } from '@tingxu/hall/configuration';
import type { HallState } from '@tingxu/hall/state';
import { postedDoors, scheduleOf } from './posted-hours.ts';

/** After somebody was still there at the closing, look again so much later. Units: ms. */
const STILL_THERE_MS = 60_000;
/** A day that is opened after its closing has so long for whatever it was opened for. Units: ms. */
const OPENED_LATE_MS = 15 * 60_000;

export type PostedTurn = {
  /** What is to be done now. */
  readonly due: 'open' | 'close' | null;
  /** When to look again, if the hours say so; at a closing that is refused, too. */
  readonly nextAt: Instant | null;
};

export type Looked = {
  readonly businessDay: BusinessDay;
  readonly now: Instant;
  /** Since when the day is known to be open; of a closed one it says nothing. */
  readonly openSince: Instant;
};

const NOTHING: PostedTurn = { due: null, nextAt: null };

/** A day is opened once by itself: whoever closes it early has closed it. Rules: HOURS-8. */
const opening = (hall: HallState, config: HallConfig, { businessDay, now }: Looked): PostedTurn => {
  const doors = postedDoors(config, businessDay);
  if (!doors || !config.hours?.opensItself || hall.day?.open) return NOTHING;
  const opensAt = doors.fromAt - (scheduleOf(config, businessDay)?.preIssueMs ?? 0);
  if (now < opensAt) return { due: null, nextAt: opensAt };
  return { due: now < doors.toAt ? 'open' : null, nextAt: null };
};

/**
 * Not before the doors close, nor while a manager lets issuing go on, nor as soon as somebody has
 * opened a closed day again. Rules: HOURS-9.
 */
const closing = (hall: HallState, { businessDay, now, openSince }: Looked): PostedTurn => {
  const { day } = hall;
  if (!day?.open || !day.config.hours?.closesItself) return NOTHING;
  const doors = postedDoors(day.config, businessDay);
  if (!doors) return NOTHING;
  const extended = day.order?.kind === 'extended' ? (day.order.untilAt ?? 0) : 0;
  const late = openSince > doors.toAt ? openSince + OPENED_LATE_MS : 0;
  const closesAt = Math.max(doors.toAt, extended, late);
  return now < closesAt
    ? { due: null, nextAt: closesAt }
    : { due: 'close', nextAt: now + STILL_THERE_MS };
};

/** What the posted hours ask for. `first` is the configuration of a hall that never opened a day. */
export const postedTurn = (hall: HallState, first: HallConfig, looked: Looked): PostedTurn => {
  if (hall.day?.businessDay === looked.businessDay) return closing(hall, looked);
  const { config } = configurationAtOpening(hall, first, looked.now);
  return opening(hall, config, looked);
};
