/** When something happens to a ticket by itself, from docs/SPEC.md and the book alone. */
import type { Instant } from '@tingxu/contract/ids';
import { type Book, type BookTicket, laneOf } from './book.ts';

/** From when the called ticket may be declared missed; null while calls are lacking. */
export const missFrom = (book: Book, ticket: BookTicket): Instant | null => {
  const rule = laneOf(book, ticket).missed;
  if (ticket.counted < rule.minCalls) return null;
  const { escortMs } = rule;
  const waits = escortMs !== undefined && !ticket.escorted ? escortMs : 0;
  const spacedAt = ticket.lastCountedAt + rule.intervalMs;
  return Math.max(spacedAt, ticket.firstCallAt + Math.max(rule.minTotalMs, waits));
};

/** From when the system declares the miss by itself. */
export const missedByTimerFrom = (book: Book, ticket: BookTicket): Instant | null => {
  const from = missFrom(book, ticket);
  const { autoMissMs, intervalMs } = laneOf(book, ticket).missed;
  if (from === null || autoMissMs === undefined) return null;
  // CONF-4: a call made before the change has the interval, or ten seconds, once more.
  const old = ticket.firstCallAt < book.limitsFrom;
  const anew = old ? book.limitsFrom + Math.max(intervalMs, 10_000) : from;
  return Math.max(anew, from) + autoMissMs;
};

const finite = (at: number): Instant | null => (Number.isFinite(at) ? at : null);

/** CTR-8, CONF-4: from when its counter's limit counts. */
export const leaseFrom = (book: Book, { phase, startedAt, lastCallAt }: BookTicket): Instant => {
  const sign = phase === 'serving' ? (startedAt ?? lastCallAt) : lastCallAt;
  return Math.max(sign, book.limitsFrom);
};

/** When something happens to the ticket by itself. */
export const dueAt = (book: Book, ticket: BookTicket): Instant | null => {
  const { phase, validUntilAt, returnsAt } = ticket;
  const { calledLimitMs = Infinity, servingLimitMs = Infinity } = book.config.counterRule ?? {};
  if (phase === 'called') {
    const from = missedByTimerFrom(book, ticket) ?? Infinity;
    return finite(Math.min(from, leaseFrom(book, ticket) + calledLimitMs));
  }
  if (phase === 'serving') return finite(leaseFrom(book, ticket) + servingLimitMs);
  if (phase === 'parked') return validUntilAt;
  if (phase !== 'missed' || validUntilAt === null) return null;
  return returnsAt === null ? validUntilAt : Math.min(validUntilAt, returnsAt);
};
