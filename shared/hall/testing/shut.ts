/** When the hall took nobody in, as the book has it, and what that means for who had booked. Rules: BOOK-8, BOOK-12. */
import type { Instant } from '@tingxu/contract/ids';
import { type Book, type BookBooking, breach } from './book.ts';

/** A stop is over: taken back, or another order is in force. */
export const endStops = (book: Book): void => {
  for (const row of book.shut) if (row.what === 'stop') row.to = Math.min(row.to, book.at);
};
export const beginStop = (book: Book, until: Instant | null): void => {
  endStops(book);
  book.shut.push({ what: 'stop', from: book.at, to: until ?? Number.POSITIVE_INFINITY });
};
export const shutDoors = (book: Book): void =>
  void book.shut.push({ what: 'closed', from: book.at, to: Number.POSITIVE_INFINITY });
export const openDoors = (book: Book): void => {
  const last = book.shut.findLast(({ what }) => what === 'closed');
  (last ?? breach('DAY-5', 'opens again though it never closed')).to = book.at;
};

/** BOOK-12: the last moment to check in; the limit begins anew as often as something falls into it. */
export const lastMoment = (book: Book, { startAt }: BookBooking, lateMs: number): number => {
  let last = startAt + lateMs;
  const left = book.shut.filter(({ from, to }) => from < to && to > startAt);
  for (;;) {
    const next = left.findIndex(({ from }) => from <= last);
    if (next < 0) return last;
    last = Math.max(last, (left.splice(next, 1)[0]?.to ?? 0) + lateMs);
  }
};

/** BOOK-8: whether who had booked could have come, for all that the hall did. */
export const couldHaveCome = (book: Book, booking: BookBooking, lateMs: number): boolean => {
  const last = lastMoment(book, booking, lateMs);
  if (last < book.at) return true;
  return last === booking.startAt + lateMs && booking.endAt <= book.at;
};
