/** Steps that facts of visits share with those of services, each checked against the book. */
import type { Instant } from '@tingxu/contract/ids';
import { type Book, type BookTicket, laneOf, must, sumsOf } from './book.ts';

/** END-3: what the leg has waited by its last call; null of one that began at the counter. */
const waitSoFar = (ticket: BookTicket): number | null => {
  if (ticket.waitOver !== null) return ticket.waitOver.ms;
  if (ticket.counter === null || ticket.calledLeg !== ticket.leg || ticket.walkedUp) return null;
  return Math.max(0, ticket.firstCallAt - Math.max(ticket.enteredAt, ticket.opensAt));
};

/** STAT-5: what staff are shown: all legs together, standing still at a counter and after a service. */
export const shownWait = (ticket: BookTicket, now: Instant): number => {
  const stands = ticket.counter !== null || ticket.waitOver !== null;
  if (stands) return ticket.waitedBefore + (waitSoFar(ticket) ?? 0);
  return Math.max(0, ticket.waitedBefore + now - Math.max(ticket.enteredAt, ticket.opensAt));
};

/** A leg that a counter had is over: its wait counts when it was called for that leg. Rules: END-3. */
export const noteWait = (book: Book, ticket: BookTicket): void => {
  const waitMs = waitSoFar(ticket);
  if (waitMs === null) return;
  ticket.waitedBefore += waitMs;
  const sums = sumsOf(book, ticket);
  sums.waits += 1;
  sums.within += waitMs <= laneOf(book, ticket).promise.targetMs ? 1 : 0;
  sums.waitSumMs += waitMs;
  sums.waitMaxMs = Math.max(sums.waitMaxMs, waitMs);
};

/** STAT-1: a counter has served or transferred it: whatever it missed before is made good. */
export const noteReceived = (book: Book, ticket: BookTicket): void => {
  for (const lane of ticket.missedIn) sumsOf(book, { lane }).recovered += 1;
  ticket.missedIn = [];
};

/** SERVE-2: from the start, or from the call when no start was pressed, and what was served before. */
export const checkService = (ticket: BookTicket, serviceMs: number, now: Instant): void => {
  const expected = ticket.servedMs + now - (ticket.startedAt ?? ticket.firstCallAt);
  must(serviceMs === expected, 'SERVE-2', `${serviceMs} instead of ${expected}`);
};

/** SERVE-2, END-3: set aside during the service, the leg keeps what it was served and had waited. */
export const keepServed = (
  ticket: BookTicket,
  servedMs: number | undefined,
  now: Instant,
): void => {
  const served = ticket.startedAt === null ? 0 : now - ticket.startedAt;
  const all = ticket.servedMs + served;
  const known = all > 0 || ticket.startedAt !== null ? all : undefined;
  must(servedMs === known, 'SERVE-2', `${servedMs} instead of ${known}`);
  if (known === undefined) return;
  ticket.waitOver = { ms: waitSoFar(ticket) };
  ticket.servedMs = known;
};

/** Whoever enters the line again gets the next place. */
export const takePlace = (book: Book, ticket: BookTicket, place: number, rule: string): void => {
  must(place === book.nextPlace, rule, `place ${place} instead of ${book.nextPlace}`);
  book.nextPlace += 1;
  Object.assign(ticket, { place, cameAgain: true });
};
