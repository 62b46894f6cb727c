/** A day that opens again, written into its book: what the closing ended goes on. Rules: DAY-5. */
import type { EventOf } from '@tingxu/contract/events';
import { type Book, type BookTicket, breach, must, offered, sumsOf } from './book.ts';
import { at, type Recorder, sumOf } from './record-common.ts';
import { openDoors } from './shut.ts';
import { keepServed, takePlace, waitsAgain } from './steps.ts';

const BY_CLOSING = ['no-show', 'left-at-closing', 'session-ended', 'carried-over'] as const;

/** Whether the hall can still do what the ticket is for. */
const fits = (book: Book, { lane, service }: BookTicket): boolean =>
  book.lanes.has(lane) && offered(book, service);

const restoredTicket: Recorder<EventOf<'TicketRestored'>> = (book, event) => {
  must(!book.open, 'DAY-5', 'restored in an open day');
  const ticket = at(book, event.ticket, ...BY_CLOSING);
  const { tickets, at: closedAt } = book.closing;
  const was = tickets.get(ticket.id) ?? breach('DAY-5', `${ticket.id} ended before`);
  must(fits(book, was), 'DAY-5', `${ticket.id} has no lane or counter any more`);
  const hadCounter = was.counter !== null;
  must(event.state === (hadCounter ? 'waiting' : was.phase), 'DAY-5', event.state);
  must((event.place !== undefined) === hadCounter, 'DAY-5', `place ${event.place}`);
  sumsOf(book, ticket)[sumOf(ticket.phase)] -= 1;
  Object.assign(ticket, was);
  if (event.place !== undefined) {
    keepServed(ticket, event.servedMs, closedAt);
    waitsAgain(ticket, closedAt);
    takePlace(book, ticket, event.place, 'DAY-5');
    Object.assign(ticket, { phase: 'waiting', first: true, startedAt: null, counter: null });
  }
  tickets.delete(ticket.id);
  book.live.set(ticket.id, ticket);
  book.toCarry = book.toCarry.filter(({ id }) => id !== ticket.id);
};

const restoredBooking: Recorder<EventOf<'BookingRestored'>> = (book, { booking }) => {
  const { bookings } = book.closing;
  const row = bookings.get(booking) ?? breach('DAY-5', `${booking} ended before`);
  must(!book.bookings.has(booking), 'BOOK-1', `${booking} twice`);
  bookings.delete(booking);
  book.bookings.set(booking, row);
};

const reopened: Recorder<EventOf<'DayReopened'>> = (book, _, now) => {
  must(!book.open, 'DAY-5', 'reopened while open');
  const { tickets, bookings } = book.closing;
  for (const ticket of tickets.values()) must(!fits(book, ticket), 'DAY-5', `without ${ticket.id}`);
  // Booked once more under the same reference, it is that booking.
  for (const id of bookings.keys()) must(book.bookings.has(id), 'DAY-5', `without booking ${id}`);
  tickets.clear();
  bookings.clear();
  book.open = true;
  openDoors(book);
  book.issuingToldAt = now;
};

export const REOPEN_RECORDERS = {
  TicketRestored: restoredTicket,
  BookingRestored: restoredBooking,
  DayReopened: reopened,
};
