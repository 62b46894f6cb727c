/** Intents about bookings: few slots and few references, so that they meet each other. */
import type { Instant } from '@tingxu/contract/ids';
import type { Book } from './book.ts';

export type BookingPick = {
  readonly book: Book;
  readonly pick: number;
  readonly other: number;
  readonly at: Instant;
};

const HALF_HOUR_MS = 30 * 60_000;
const DAY_MS = 86_400_000;
const CANCELLED = ['removed-by-staff', 'cancelled-by-customer'];
const REFERENCES = '0123456789abcdef';

const nth = <T>(rows: readonly T[], index: number): T | undefined => rows[index % rows.length];

/** A slot that has just begun, begins soon, or tomorrow; seldom none. Their lengths overlap. */
const slotOf = ({ book, pick, other, at }: BookingPick): object | null => {
  if (other % 29 === 3) return null;
  const later = pick % 4 === 3;
  const near = Math.floor(at / HALF_HOUR_MS) + (other % 4) - (pick % 31 === 0 ? 1 : 0);
  const startAt = near * HALF_HOUR_MS + (later ? DAY_MS : 0);
  const next = new Date(Date.parse(book.businessDay) + DAY_MS).toISOString().slice(0, 10);
  const businessDay = later ? next : book.businessDay;
  return { businessDay, startAt, endAt: startAt + (pick % 3 > 0 ? 1 : 2) * HALF_HOUR_MS };
};

/** A reference that is known, more often than not. */
const known = ({ book, pick, other }: BookingPick): string =>
  pick % 8 === 0
    ? (REFERENCES[other % 16] ?? '0').repeat(32)
    : (nth([...book.bookings.keys()], other) ?? 'f'.repeat(32));

/** Mostly somebody whose time has come. */
const expected = (picked: BookingPick): string => {
  const { book, pick, other, at } = picked;
  const come = [...book.bookings].filter(([, row]) => row.ticket === null && row.startAt <= at);
  return (pick % 3 > 0 ? nth(come, other)?.[0] : undefined) ?? known(picked);
};

const TEN_MINUTES_MS = 600_000;
/** In the time of somebody who is expected, issuing stops, or goes on after a stop. Rules: BOOK-12. */
const stopOrGoOn = (picked: BookingPick): object => {
  const { book, pick, other, at } = picked;
  const near = [...book.bookings.values()].some(
    ({ ticket, startAt }) => ticket === null && Math.abs(at - startAt) <= TEN_MINUTES_MS,
  );
  if (book.order?.stop && other % 4 > 0) return { type: 'ResumeIssuing' };
  if (!near) return { type: 'CheckIn', booking: expected(picked) };
  const untilAt = { untilAt: at + (1 + (other % 3)) * TEN_MINUTES_MS };
  return { type: 'StopIssuing', reason: 'equipment', ...(pick % 3 > 0 && untilAt) };
};

/** Of now, or of the plan where there is one. */
const offersOf = ({ book, pick }: BookingPick) => {
  const config = pick % 5 < 3 ? (book.plan?.config ?? book.config) : book.config;
  return config.appointments?.services ?? [];
};
const serviceOf = (picked: BookingPick) => {
  const { book, pick, other } = picked;
  return pick % 11 === 0
    ? nth(book.config.services, other)?.id
    : (nth(offersOf(picked), other)?.service ?? book.config.services[0]?.id);
};

export const bookingIntent = (picked: BookingPick): object => {
  const { pick, other } = picked;
  const free = { booking: (REFERENCES[(pick + other) % 16] ?? '0').repeat(32) };
  const kinds = [
    () => ({ type: 'MakeBooking', ...free, service: serviceOf(picked), slot: slotOf(picked) }),
    () => ({ type: 'CheckIn', booking: expected(picked) }),
    () => ({ type: 'MakeBooking', ...free, service: serviceOf(picked), slot: slotOf(picked) }),
    () => ({ type: 'CheckIn', booking: expected(picked) }),
    () => stopOrGoOn(picked),
    () => ({ type: 'MoveBooking', booking: known(picked), slot: slotOf(picked) }),
    () => ({ type: 'CancelBooking', booking: known(picked), reason: CANCELLED[pick % 2] }),
  ];
  return nth(kinds, Math.floor(pick / 8) + other)?.() ?? {};
};
