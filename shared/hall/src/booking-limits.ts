/**
 * Within which limits a booking checks in. A change of the configuration narrows nobody's: what was told
 * of a booking stays with it until it is moved. Rules: BOOK-6, BOOK-11, BOOK-14.
 */
import type { Appointments, Booking, CheckInLimits } from '@tingxu/contract/appointments';
import type { HallConfig } from '@tingxu/contract/config';
import { configAhead } from './configuration.ts';
import type { HallState } from './state.ts';

/** Where a booking checks in, and within which limits. */
type Reception = Pick<Appointments, 'earlyMs' | 'lateMs' | 'lane'>;

/** Of a hall that takes bookings no more; who has one still comes. Units: ms. Rules: BOOK-11. */
const KEPT_MS = 30 * 60_000;
export const receptionOf = ({ appointments, defaultLane }: HallConfig): Reception =>
  appointments ?? { earlyMs: KEPT_MS, lateMs: KEPT_MS, lane: defaultLane };

/** The configuration that is to be in force at its time, and what it was told before. */
export const limitsUnder = (
  config: HallConfig,
  { limits }: Pick<Booking, 'limits'>,
): CheckInLimits => {
  const { earlyMs, lateMs } = receptionOf(config);
  return {
    earlyMs: Math.max(earlyMs, limits?.earlyMs ?? 0),
    lateMs: Math.max(lateMs, limits?.lateMs ?? 0),
  };
};

/**
 * Those of a booking on its day: what it was told of a configuration that is still to come, beside what
 * is in force. Rules: BOOK-14.
 */
export const limitsOnItsDay = (
  told: HallConfig,
  inForce: HallConfig,
  row: Pick<Booking, 'limits'>,
): CheckInLimits => {
  const [ahead, now] = [limitsUnder(told, row), limitsUnder(inForce, row)];
  return {
    earlyMs: Math.max(ahead.earlyMs, now.earlyMs),
    lateMs: Math.max(ahead.lateMs, now.lateMs),
  };
};

const toldIn = (hall: HallState, row: Booking): CheckInLimits | null =>
  hall.day && limitsUnder(configAhead(hall, hall.day.config, row), row);

const keptBy = (before: HallState, after: HallState) => {
  return (row: Booking): Booking => {
    const [told, now] = [toldIn(before, row), toldIn(after, row)];
    if (row.ticket !== null || !told || !now) return row;
    const narrowed = told.earlyMs > now.earlyMs || told.lateMs > now.lateMs;
    return narrowed ? { ...row, limits: told } : row;
  };
};

/** After whatever changed what the hall tells of bookings; those that a closing ended may come back. */
export const keepLimits = (before: HallState, after: HallState): HallState => {
  const keep = keptBy(before, after);
  const { bookings, closing } = after;
  return {
    ...after,
    bookings: bookings.map(keep),
    closing: closing && { ...closing, bookings: closing.bookings.map(keep) },
  };
};
