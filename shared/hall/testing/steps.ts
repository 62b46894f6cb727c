/** Steps that facts of visits share with those of services, each checked against the book. */
import type { Instant } from '@tingxu/contract/ids';
import { type Book, type BookTicket, laneOf, must, sumsOf } from './book.ts';

/** END-3: what the leg has waited by its last call; null of one that began at the counter. */
const waitSoFar = (ticket: BookTicket): number | null => {
  const { waitOver, counter, calledLeg, leg, walkedUp, firstCallAt } = ticket;
  if (counter === null || calledLeg !== leg || walkedUp) return waitOver?.ms ?? null;
  if (waitOver === null) {
    return Math.max(0, firstCallAt - Math.max(ticket.enteredAt, ticket.opensAt));
  }
  return waitOver.again === null ? waitOver.ms : (waitOver.ms ?? 0) + firstCallAt - waitOver.again;
};

/** STAT-5: what staff are shown: all legs together, standing still where it does not wait. */
export const shownWait = (ticket: BookTicket, now: Instant): number => {
  const { counter, waitOver, waitedBefore } = ticket;
  if (counter !== null || waitOver?.again === null) return waitedBefore + (waitSoFar(ticket) ?? 0);
  if (waitOver !== null) return waitedBefore + (waitOver.ms ?? 0) + now - waitOver.again;
  return Math.max(0, waitedBefore + now - Math.max(ticket.enteredAt, ticket.opensAt));
};

/** END-3, DAY-5: it stands in line again after its service was cut. */
export const waitsAgain = (ticket: BookTicket, from: Instant): void => {
  if (ticket.waitOver?.again === null) ticket.waitOver = { ...ticket.waitOver, again: from };
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
  ticket.waitOver = { ms: waitSoFar(ticket), again: null };
  ticket.servedMs = known;
};

/** Whoever enters the line again gets the next place. */
export const takePlace = (book: Book, ticket: BookTicket, place: number, rule: string): void => {
  must(place === book.nextPlace, rule, `place ${place} instead of ${book.nextPlace}`);
  book.nextPlace += 1;
  Object.assign(ticket, { place, cameAgain: true });
};
