/** How a booking stands now, in one word: what the row says and whether it may check in. Pure. */
import type { Instant } from '@tingxu/contract/ids';
import type { BookingDay, DayBooking } from '@tingxu/contract/rest-bookings';
import type { Tone } from '@tingxu/ui/lib/tone';

export type Standing = 'booked' | 'ready' | 'late' | 'checked-in' | 'kept' | 'unserved';

export const TONES: Readonly<Record<Standing, Tone>> = {
  booked: 'quiet',
  ready: 'ok',
  late: 'warn',
  'checked-in': 'info',
  kept: 'warn',
  unserved: 'over',
};

/** The customer has not checked in and can no longer. Rules: BOOK-6. */
export const isLate = ({ checkIn }: Pick<DayBooking, 'checkIn'>, now: Instant): boolean =>
  checkIn !== null && now > Date.parse(checkIn.until);

/** Rules: BOOK-6, BOOK-11. */
export const mayCheckIn = (
  { openDay }: Pick<BookingDay, 'openDay'>,
  row: DayBooking,
  now: Instant,
): boolean =>
  row.state === 'booked' &&
  row.standing !== 'unserved' &&
  row.businessDay === openDay &&
  row.checkIn !== null &&
  now >= Date.parse(row.checkIn.from) &&
  !isLate(row, now);

/** What stands in the way of a customer comes before what is usual. Rules: BOOK-11. */
export const standingOf = (
  day: Pick<BookingDay, 'openDay'>,
  row: DayBooking,
  now: Instant,
): Standing => {
  if (row.state === 'checked-in') return 'checked-in';
  if (row.standing === 'unserved') return 'unserved';
  if (isLate(row, now)) return 'late';
  if (mayCheckIn(day, row, now)) return 'ready';
  return row.standing === 'kept' ? 'kept' : 'booked';
};
