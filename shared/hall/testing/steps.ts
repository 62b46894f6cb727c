/** Steps that facts of visits share with those of services, each checked against the book. */
import type { Instant } from '@tingxu/contract/ids';
import { type Book, type BookTicket, laneOf, must, sumsOf } from './book.ts';

/** A leg that a counter had is over: its wait counts when it was called for that leg. Rules: END-3. */
export const noteWait = (book: Book, ticket: BookTicket): void => {
  if (ticket.calledLeg !== ticket.leg || ticket.counter === null) return;
  const sums = sumsOf(book, ticket);
  const from = Math.max(ticket.enteredAt, ticket.opensAt);
  const waitMs = Math.max(0, ticket.firstCallAt - from);
  sums.waits += 1;
  sums.within += waitMs <= laneOf(book, ticket).promise.targetMs ? 1 : 0;
  sums.waitSumMs += waitMs;
  sums.waitMaxMs = Math.max(sums.waitMaxMs, waitMs);
};

/** SERVE-2: from the start, or from the call when no start was pressed. */
export const checkService = (ticket: BookTicket, serviceMs: number, now: Instant): void => {
  const expected = now - (ticket.startedAt ?? ticket.firstCallAt);
  must(serviceMs === expected, 'SERVE-2', `${serviceMs} instead of ${expected}`);
};

/** Whoever enters the line again gets the next place. */
export const takePlace = (book: Book, ticket: BookTicket, place: number, rule: string): void => {
  must(place === book.nextPlace, rule, `place ${place} instead of ${book.nextPlace}`);
  book.nextPlace += 1;
  Object.assign(ticket, { place, cameAgain: true });
};
