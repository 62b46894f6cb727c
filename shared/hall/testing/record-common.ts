/** What every recorder needs: where a ticket is, and how it leaves and ends. */
import type { HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import {
  type Book,
  type BookTicket,
  breach,
  type LivePhase,
  must,
  type Phase,
  sumsOf,
} from './book.ts';

export type Recorder<E extends HallEvent> = (book: Book, event: E, at: Instant) => void;

export const at = (book: Book, id: string, ...phases: readonly Phase[]): BookTicket => {
  const ticket = book.tickets.get(id) ?? breach('INV-02', `${id} was never issued`);
  must(phases.includes(ticket.phase), 'INV-03', () => `${id} is ${ticket.phase}`);
  return ticket;
};

export const counterOf = (book: Book, id: string) =>
  book.counters.get(id) ?? breach('CTR-1', `no counter ${id}`);

/** The ticket leaves its counter, which must have had it. */
export const release = (book: Book, ticket: BookTicket): void => {
  if (ticket.counter === null) return;
  const counter = counterOf(book, ticket.counter);
  must(counter.ticket === ticket.id, 'INV-04', `${ticket.counter} has not ${ticket.id}`);
  counter.ticket = null;
  counter.sinceAt = book.at;
  ticket.counter = null;
};

/** CTR-5: the counter has sent the ticket away, so it may call by itself. */
export const justLeft = (book: Book, counter: string, ticket: BookTicket): void => {
  counterOf(book, counter).justLeft = ticket.id;
};

type Ended = Exclude<Phase, LivePhase>;
type Sum = 'served' | 'noShow' | 'cancelled' | 'left';

const SUM_OF: Partial<Record<Ended, Sum>> = {
  served: 'served',
  'no-show': 'noShow',
  'cancelled-by-customer': 'cancelled',
  'removed-by-staff': 'cancelled',
  'walked-out': 'cancelled',
  'left-at-closing': 'left',
  'carried-over': 'left',
  'session-ended': 'left',
};

/** The sum that counts the end. */
export const sumOf = (reason: Phase): Sum => SUM_OF[reason as Ended] ?? breach('END-1', reason);

export const end = (book: Book, ticket: BookTicket, reason: Ended): void => {
  release(book, ticket);
  ticket.phase = reason;
  ticket.validUntilAt = null;
  book.live.delete(ticket.id);
  const sums = sumsOf(book, ticket);
  sums[sumOf(reason)] += 1;
  if (reason === 'walked-out') sums.walkedOut += 1;
};

/** The fact names the counter that has the ticket and whoever sits there. */
export const sameCounter = (
  book: Book,
  ticket: BookTicket,
  event: { readonly counter: string; readonly staff: string },
): void => {
  must(ticket.counter === event.counter, 'INV-04', `${ticket.id} is not at ${event.counter}`);
  must(counterOf(book, event.counter).staff === event.staff, 'CTR-1', 'another teller');
};
