/**
 * Times of a day at which nobody could check in, and what they leave of the time of a booking.
 * Rules: BOOK-8, BOOK-12. Source: product.md 3 (H2, H3, H70).
 */
import type { Booking } from '@tingxu/contract/appointments';
import type { DurationMs, Instant } from '@tingxu/contract/ids';
import type { Day, ShutSpan } from './state.ts';

/** What was to go on ends here; what took no time was never there. */
const upTo = (shut: readonly ShutSpan[], at: Instant): readonly ShutSpan[] =>
  shut
    .filter(({ fromAt }) => fromAt < at)
    .map((span) => (span.toAt === null || span.toAt > at ? { ...span, toAt: at } : span));

/** A manager stops issuing; the newest order counts. Rules: HOURS-4, HOURS-5. */
export const shutByStop = (
  { shut }: Day,
  at: Instant,
  untilAt: Instant | null,
): readonly ShutSpan[] => [...upTo(shut, at), { fromAt: at, toAt: untilAt }];

/** A stop is taken back, or overtaken by an extension. */
export const openedByOrder = ({ shut }: Day, at: Instant): readonly ShutSpan[] => upTo(shut, at);

export const shutByClosing = ({ shut }: Day, at: Instant): readonly ShutSpan[] => [
  ...shut,
  { fromAt: at, toAt: null },
];

/** The closing ends; a stop goes on, as its order does. Rules: DAY-5. */
export const openedAgain = ({ shut }: Day, at: Instant): readonly ShutSpan[] => {
  const [closed] = shut.slice(-1);
  const before = shut.slice(0, -1);
  return closed && closed.fromAt < at ? [...before, { ...closed, toAt: at }] : before;
};

type Limit = { readonly lateMs: DurationMs };

/**
 * Until when a booking of the day may check in; null while nobody knows, for something is shut until
 * further notice. The limit begins anew after everything that fell into it.
 * Rules: BOOK-6, BOOK-12.
 */
export const checkInUntil = (
  { openedAt, shut }: Day,
  { startAt }: Pick<Booking, 'startAt'>,
  { lateMs }: Limit,
): Instant | null => {
  let until = Math.max(startAt, openedAt) + lateMs;
  for (const { fromAt, toAt } of shut) {
    if (fromAt > until) break;
    if (toAt === null) return null;
    until = Math.max(until, toAt + lateMs);
  }
  return until;
};

/**
 * Whether somebody who is not there when the day closes had the time to come: up to the late limit, or
 * to the end of the slot while nothing was shut up to that limit. Rules: BOOK-8.
 */
export const hadItsTime = (
  day: Day,
  booking: Pick<Booking, 'startAt' | 'endAt'>,
  limit: Limit,
  at: Instant,
): boolean => {
  const until = checkInUntil(day, booking, limit);
  if (until === null) return false;
  return until < at || (until === booking.startAt + limit.lateMs && booking.endAt <= at);
};
