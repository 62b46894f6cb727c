/** Counters and the people at them: time in service, paused, with a ticket. Rules: STAT-2. */
import type { PauseReason } from '@tingxu/contract/commands';
import type { HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import type { PostFigures } from '@tingxu/contract/statistics';
import { addService, noServices } from './statistics-legs.ts';

type Sums = { -readonly [K in keyof PostFigures]: PostFigures[K] };

/** What runs at a counter now. */
type Running = {
  readonly staff: string;
  openedAt: Instant;
  paused: { readonly since: Instant; readonly reason: PauseReason } | null;
  ticket: { readonly id: string; readonly since: Instant } | null;
};

export type Posts = {
  add(event: HallEvent, at: Instant): void;
  /** With whatever still runs counted until the instant. */
  figures(until: Instant): {
    readonly counters: Readonly<Record<string, PostFigures>>;
    readonly staff: Readonly<Record<string, PostFigures>>;
  };
};

const noSums = (): Sums => ({
  inServiceMs: 0,
  withTicketMs: 0,
  pausedMs: {},
  calls: 0,
  chosen: 0,
  passedOver: 0,
  missed: 0,
  services: noServices(),
  ratings: { asked: 0, answered: 0, scoreSum: 0 },
});

const copied = (sums: ReadonlyMap<string, Sums>): Map<string, Sums> =>
  new Map([...sums].map(([id, row]) => [id, { ...row, pausedMs: { ...row.pausedMs } }]));

type Book = {
  readonly counters: Map<string, Sums>;
  readonly staff: Map<string, Sums>;
  readonly running: Map<string, Running>;
};

/** The rows of a counter and of whoever is at it. */
const rowsOf = (book: Book, counter: string, staff: string): readonly Sums[] => {
  const row = (sums: Map<string, Sums>, id: string): Sums => {
    const known = sums.get(id) ?? noSums();
    sums.set(id, known);
    return known;
  };
  return [row(book.counters, counter), row(book.staff, staff)];
};

const endPause = (book: Book, counter: string, now: Running, at: Instant): void => {
  if (!now.paused) return;
  const { since, reason } = now.paused;
  for (const row of rowsOf(book, counter, now.staff)) {
    row.pausedMs = { ...row.pausedMs, [reason]: (row.pausedMs[reason] ?? 0) + at - since };
  }
  now.paused = null;
};

const endTicket = (book: Book, counter: string, now: Running, at: Instant): void => {
  if (!now.ticket) return;
  const { since } = now.ticket;
  for (const row of rowsOf(book, counter, now.staff)) row.withTicketMs += at - since;
  now.ticket = null;
};

const endSession = (book: Book, counter: string, now: Running, at: Instant): void => {
  endPause(book, counter, now, at);
  endTicket(book, counter, now, at);
  for (const row of rowsOf(book, counter, now.staff)) row.inServiceMs += at - now.openedAt;
  book.running.delete(counter);
};

/** A ticket that ended or was missed leaves its counter. */
const releaseTicket = (book: Book, ticket: string, at: Instant): void => {
  for (const [counter, now] of book.running) {
    if (now.ticket?.id === ticket) endTicket(book, counter, now, at);
  }
};

const atCounter = (book: Book, event: HallEvent, at: Instant): void => {
  if (!('counter' in event) || event.counter === undefined) return;
  const { counter } = event;
  const now = book.running.get(counter);
  if (event.type === 'CounterOpened') {
    const { staff } = event;
    rowsOf(book, counter, staff);
    book.running.set(counter, { staff, openedAt: at, paused: null, ticket: null });
  }
  if (!now) return;
  if (event.type === 'CounterPaused') now.paused = { since: at, reason: event.reason };
  if (event.type === 'CounterResumed') endPause(book, counter, now, at);
  if (event.type === 'CounterClosed') endSession(book, counter, now, at);
  if (event.type === 'TicketCalled') now.ticket = { id: event.ticket, since: at };
};

const countAt = (book: Book, event: HallEvent): void => {
  switch (event.type) {
    case 'TicketCalled':
      for (const row of rowsOf(book, event.counter, event.staff)) {
        row.calls += 1;
        if (!event.chosen) continue;
        row.chosen += 1;
        row.passedOver += event.passedOver.length;
      }
      return;
    case 'TicketMissed':
      for (const row of rowsOf(book, event.counter, event.staff)) row.missed += 1;
      return;
    case 'ServiceFinished':
    case 'LegFinished':
      for (const row of rowsOf(book, event.counter, event.staff)) {
        row.services = addService(row.services, event.serviceMs);
        row.ratings = { ...row.ratings, asked: row.ratings.asked + 1 };
      }
      return;
    case 'ServiceRated':
      for (const row of rowsOf(book, event.counter, event.staff)) {
        const { asked, answered, scoreSum } = row.ratings;
        row.ratings = { asked, answered: answered + 1, scoreSum: scoreSum + event.score };
      }
      return;
    default:
      return;
  }
};

const LEAVES_COUNTER: readonly HallEvent['type'][] = [
  'ServiceFinished',
  'TicketMissed',
  'TicketReleased',
  'TicketCancelled',
  'TicketLeft',
  'TicketParked',
  'TicketSentBack',
];

/** A leg that waits in line leaves the counter of the one before it. */
const leaves = (event: HallEvent): boolean =>
  LEAVES_COUNTER.includes(event.type) || (event.type === 'LegEntered' && event.stays === undefined);

export const postsOfDay = (): Posts => {
  const book: Book = { counters: new Map(), staff: new Map(), running: new Map() };
  return {
    add(event, at) {
      atCounter(book, event, at);
      countAt(book, event);
      if ('ticket' in event && leaves(event)) releaseTicket(book, event.ticket, at);
    },
    figures(until) {
      const running = new Map([...book.running].map(([id, now]) => [id, { ...now }]));
      const soFar = { counters: copied(book.counters), staff: copied(book.staff), running };
      for (const [counter, now] of [...running]) endSession(soFar, counter, now, until);
      return {
        counters: Object.fromEntries(soFar.counters),
        staff: Object.fromEntries(soFar.staff),
      };
    },
  };
};
