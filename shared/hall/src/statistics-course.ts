/** A day by quarters of an hour: who came, who waited, how many counters worked. Rules: STAT-4. */
import type { HallEvent } from '@tingxu/contract/events';
import type { DurationMs, Instant } from '@tingxu/contract/ids';
import type { QuarterFigures } from '@tingxu/contract/statistics';
import type { DayLeg } from './statistics-legs.ts';

/** Quarters begin at the full hour in every zone that people live in. Units: ms. */
export const QUARTER_MS = 900_000;

export type Course = {
  add(event: HallEvent, at: Instant): void;
  /** Up to the quarter of the instant; the last one may still run. */
  figures(until: Instant, legs: readonly DayLeg[]): QuarterFigures[];
};

type Quarter = {
  readonly fromAt: Instant;
  issued: number;
  inLine: number;
  ranMs: DurationMs;
  atWorkMs: DurationMs;
};

type Book = {
  readonly quarters: Quarter[];
  readonly inLine: ReadonlySet<string>;
  readonly atWork: ReadonlySet<string>;
  /** Everything before it is counted. */
  countedAt: Instant;
};

const quarterOf = (at: Instant): Instant => at - (at % QUARTER_MS);

const count = (book: Book, quarter: Quarter, at: Instant): void => {
  quarter.ranMs += at - book.countedAt;
  quarter.atWorkMs += book.atWork.size * (at - book.countedAt);
  book.countedAt = at;
};

/** Counts the time since the last event into its quarters. */
const runTo = (book: Book, at: Instant): void => {
  const { quarters, inLine } = book;
  let now = quarters.at(-1);
  if (!now) book.countedAt = at;
  while (!now || now.fromAt + QUARTER_MS <= at) {
    if (now) count(book, now, now.fromAt + QUARTER_MS);
    const fromAt = now ? now.fromAt + QUARTER_MS : quarterOf(at);
    now = { fromAt, issued: 0, inLine: inLine.size, ranMs: 0, atWorkMs: 0 };
    quarters.push(now);
  }
  count(book, now, at);
};

/** Whether the ticket stands in line after the event; undefined where it changes nothing. */
const standsInLine = (event: HallEvent): boolean | undefined => {
  switch (event.type) {
    case 'TicketIssued':
      return event.preparing === undefined && event.carried === undefined;
    case 'LegEntered':
      return event.stays === undefined;
    case 'TicketReturned':
    case 'TicketResumed':
    case 'TicketReady':
    case 'TicketReleased':
      return true;
    case 'TicketRestored':
      return event.state === 'waiting';
    case 'TicketCalled':
    case 'TicketPreparing':
    case 'TicketTransferred':
    case 'TicketCancelled':
    case 'TicketExpired':
    case 'TicketLeft':
      return false;
    default:
      return undefined;
  }
};

/** Whether the counter takes customers after the event. */
const isAtWork = (event: HallEvent): boolean | undefined => {
  switch (event.type) {
    case 'CounterOpened':
    case 'CounterResumed':
      return true;
    case 'CounterPaused':
    case 'CounterClosed':
      return false;
    default:
      return undefined;
  }
};

const keep = (set: Set<string>, id: string, inside: boolean | undefined): void => {
  if (inside === true) set.add(id);
  if (inside === false) set.delete(id);
};

const waitsIn = (fromAt: Instant, legs: readonly DayLeg[]): QuarterFigures['waits'] => {
  const waits = { count: 0, sumMs: 0, maxMs: 0, withinPromise: 0 };
  for (const { waitMs, clock, withinPromise } of legs) {
    if (waitMs === null || quarterOf(clock.calledAt ?? 0) !== fromAt) continue;
    waits.count += 1;
    waits.sumMs += waitMs;
    waits.maxMs = Math.max(waits.maxMs, waitMs);
    if (withinPromise) waits.withinPromise += 1;
  }
  return waits;
};

/** What a reopening begins with, and itself: time since the closing counts again. Rules: DAY-5. */
const REOPENS: readonly HallEvent['type'][] = ['TicketRestored', 'BookingRestored', 'DayReopened'];

export const courseOfDay = (): Course => {
  const inLine = new Set<string>();
  const atWork = new Set<string>();
  const book: Book = { quarters: [], inLine, atWork, countedAt: 0 };
  let closed = false;
  return {
    add(event, at) {
      // What is booked or changed after the closing is not of the day's course.
      if (closed && !REOPENS.includes(event.type)) return;
      closed = event.type === 'DayClosed';
      runTo(book, at);
      const now = book.quarters.at(-1);
      if (now && event.type === 'TicketIssued') now.issued += 1;
      if ('ticket' in event) keep(inLine, event.ticket, standsInLine(event));
      if ('counter' in event && event.counter) keep(atWork, event.counter, isAtWork(event));
      if (now) now.inLine = inLine.size;
    },
    figures(until, legs) {
      const soFar: Book = { ...book, quarters: book.quarters.map((quarter) => ({ ...quarter })) };
      if (!closed) runTo(soFar, until);
      return soFar.quarters.map((quarter) => ({
        ...quarter,
        waits: waitsIn(quarter.fromAt, legs),
      }));
    },
  };
};
