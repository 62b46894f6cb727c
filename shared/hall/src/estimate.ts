/**
 * The wait estimate: one pure function of the hall as it is. It looks only at tickets and counters
 * that exist: who the rule would call first, over the counters that are really open and skilled, with
 * service times learnt from the journal.
 *
 * A wait is told as the ends of a range. Each end is the wait `w` at which what goes first when
 * somebody waits `w` also takes `w`. Every step only grows with the people ahead and only shrinks with
 * a counter more, so each end does, too.
 * Source: product.md 4.1, H14; section 5 ("an estimate of 6 minutes that became 25").
 */

import type { DurationMs, Instant, LaneId, ServiceId } from '@tingxu/contract/ids';
import type { WaitRange } from '@tingxu/contract/wait-range';
import { aheadAfter, aheadNow, type Rivals, rivalsOf, type TicketInLine } from './ahead.ts';
import { type Capacity, capacityFor, variation } from './capacity.ts';
import { configIndex } from './config-index.ts';
import { capFor, passesLeft, worstIsKnown } from './fairness.ts';
import { allLive } from './live-tickets.ts';
import type { Day, HallState, Ticket } from './state.ts';

export type Forecast = {
  /** Waiting tickets that the rule would call before it now, at counters that matter. Rules: WAIT-5. */
  readonly ahead: number;
  /** Null when no counter that could serve is open. */
  readonly wait: WaitRange | null;
};

/** Ends of the range in standard deviations of a normal: about four of five waits fall inside. */
const LOW_SPREAD = 1.1;
const HIGH_SPREAD = 1.3;
/** How far a learnt mean, and the rate of arrivals, are off: a part of the whole wait. */
const LEARNING_ERROR = 0.12;

/** What goes first at each of so many counters. */
type Load = { readonly count: number; readonly loadMs: number };

type Estimate = {
  readonly rivals: Rivals;
  readonly capacity: Capacity;
  /** Own mean service time. Units: ms. */
  readonly ownMs: number;
  /** By wait: both ends of the range look at the same waits first. */
  readonly known: Map<DurationMs, readonly Load[]>;
  /** What one random step of the work ahead amounts to: the larger, the wider the range. Units: ms. */
  readonly grainMs: number;
  /** Most later arrivals that may be called first. Rules: CALL-4. */
  readonly passes: number;
  /** By how much whoever is ahead in the lane has already waited longer. Rules: WAIT-6. Units: ms. */
  readonly shownMs: DurationMs;
};

/** Variance over mean of the services that share counters with the asked one. */
const grainOf = (hall: HallState, beside: readonly ServiceId[]): number => {
  let variance = 0;
  let work = 0;
  for (const service of beside) {
    const known = hall.learnt[service];
    if (!known) continue;
    variance += known.meanMs ** 2 * variation(known);
    work += known.meanMs;
  }
  return work > 0 ? variance / work : 1;
};

/**
 * The quantile of an amount of work (a gamma's, by Wilson and Hilferty): what is left of a service
 * varies like an exponential, the services behind it by their grain, and the means themselves are
 * learnt from few services. Units: ms.
 */
const quantile = ({ capacity, grainMs }: Estimate, work: number, spread: number): number => {
  if (work <= 0) return 0;
  const { residualMs } = capacity;
  const variance = Math.max(0, work - residualMs) * grainMs + residualMs ** 2;
  const relative = variance / work ** 2 + LEARNING_ERROR ** 2;
  const root = 1 - relative / 9 + (spread * Math.sqrt(relative)) / 3;
  return work * Math.max(0, root) ** 3;
};

const leastFirst = (a: Load, b: Load): number => a.loadMs - b.loadMs;

/** What goes first when one waits that long, the least loaded counters first. */
const loadsAfter = (estimate: Estimate, waitMs: DurationMs): readonly Load[] => {
  const known = estimate.known.get(waitMs);
  if (known) return known;
  const { rivals, capacity, ownMs, passes } = estimate;
  const { waiting, passing, later } = aheadAfter(rivals, waitMs);
  const arrivals = (Math.min(later, passes) * ownMs) / Math.max(1, capacity.beside);
  const loads: Load[] = [];
  for (const { count, idle, perTicket, overdueMs } of capacity.counters) {
    // An idle counter has no rest of a service to wait for.
    let loadMs = arrivals - (idle ? capacity.residualMs : 0);
    for (const one of perTicket) loadMs += (waiting[one.service] ?? 0) * one.ms;
    // The longest of those that may still pass: with one of them more it is never less.
    let left = rivals.passesLeft;
    for (const one of perTicket) {
      const some = Math.min(left, passing[one.service] ?? 0);
      loadMs += some * one.ms;
      left -= some;
    }
    loads.push({ count: count - overdueMs.length, loadMs });
    for (const overdue of overdueMs) loads.push({ count: 1, loadMs: loadMs + overdue });
  }
  loads.sort(leastFirst);
  estimate.known.set(waitMs, loads);
  return loads;
};

/**
 * Whether somebody who waits that long is called by then, at a spread: at some group of counters what
 * goes first, shared by their number, takes no longer. For each number the least loaded counters are
 * the best group.
 */
const calledWithin = (estimate: Estimate, waitMs: DurationMs, spread: number): boolean => {
  let work = estimate.capacity.residualMs;
  let counters = 0;
  for (const { count, loadMs } of loadsAfter(estimate, waitMs)) {
    for (let i = 0; i < count; i += 1) {
      work += loadMs;
      counters += 1;
      if (quantile(estimate, work, spread) <= waitMs * counters) return true;
    }
  }
  return false;
};

/** Longest wait that is told: a power of two, so that halving stays whole. Units: ms. */
const LONGEST_MS = 2 ** 25;
/** Units: ms. */
const GRID_MS = 2_048;

/** The wait after which one is called, found by halving; zero when a counter is free now. Units: ms. */
const settle = (estimate: Estimate, spread: number): DurationMs => {
  if (calledWithin(estimate, 0, spread)) return 0;
  let low = 0;
  let high = LONGEST_MS;
  while (high - low > GRID_MS) {
    const middle = (low + high) / 2;
    if (calledWithin(estimate, middle, spread)) high = middle;
    else low = middle;
  }
  return high;
};

/** As the hall stands: in the order of the calls that would be made now. Rules: WAIT-5. */
const countAhead = ({ rivals, capacity }: Estimate): number => {
  const { counters } = capacity;
  const matters = (service: number): boolean =>
    counters.length === 0 ||
    counters.some(({ perTicket }) => perTicket.some((row) => row.service === service));
  const { waiting, passing } = aheadNow(rivals);
  const count = (tickets: readonly number[]): number =>
    tickets.reduce((sum, some, service) => sum + (matters(service) ? some : 0), 0);
  return count(waiting) + Math.min(rivals.passesLeft, count(passing));
};

/**
 * What the line itself has shown: somebody of the lane and service who came earlier, and never was away
 * or held back, waits still, so the wait of whoever came later is not sure to be over any sooner.
 * Rules: WAIT-6. Units: ms.
 */
const shownBy = (hall: HallState, asked: TicketInLine): DurationMs => {
  let longest = 0;
  for (const ticket of allLive(hall.tickets)) {
    const { state, lane, service, place, returns, only, enteredAt, preOpeningMs } = ticket;
    if (state !== 'waiting' || lane !== asked.lane || service !== asked.service) continue;
    if (place >= asked.place || returns > 0 || only !== null) continue;
    longest = Math.max(longest, asked.waitFromAt - enteredAt - preOpeningMs);
  }
  return longest;
};

const estimateFor = (hall: HallState, day: Day, asked: TicketInLine, at: Instant): Estimate => {
  const beside = configIndex(day.config).beside.get(asked.service) ?? [];
  const capacity = capacityFor(hall, day, asked, beside, at);
  return {
    rivals: rivalsOf(hall, day, asked, beside, at),
    capacity,
    known: new Map(),
    ownMs: hall.learnt[asked.service]?.meanMs ?? 0,
    grainMs: Math.min(grainOf(hall, beside), 2 * capacity.residualMs),
    // Not rounded, so that a counter more never lengthens a wait.
    passes: capFor(day.config.policy, capacity.beside) + 1,
    shownMs: shownBy(hall, asked),
  };
};

const rangeOf = (estimate: Estimate): WaitRange | null => {
  if (estimate.capacity.counters.length === 0) return null;
  const highMs = settle(estimate, HIGH_SPREAD);
  return {
    lowMs: settle(estimate, -LOW_SPREAD),
    // Nothing but a free counter makes what the line has shown untrue.
    highMs: highMs === 0 ? 0 : Math.max(highMs, estimate.shownMs),
  };
};

/** Of nobody yet: waits from now, behind everybody who has a place. */
const newcomer = (service: ServiceId, lane: LaneId, at: Instant): TicketInLine => ({
  service,
  lane,
  waitFromAt: at,
  place: Number.MAX_SAFE_INTEGER,
  first: false,
  hold: 0,
  // Whoever comes later is an expected arrival.
  passesLeft: 0,
});

const forecastOf = (hall: HallState, day: Day, asked: TicketInLine, at: Instant): Forecast => {
  const estimate = estimateFor(hall, day, asked, at);
  return { ahead: countAhead(estimate), wait: rangeOf(estimate) };
};

/**
 * What somebody who takes a ticket now should be told.
 * Rules: WAIT-1, WAIT-2. Units: ms.
 */
export const forecast = (
  hall: HallState,
  day: Day,
  service: ServiceId,
  lane: LaneId,
  at: Instant,
): Forecast => forecastOf(hall, day, newcomer(service, lane, at), at);

/** Only the range of it, for the screens. Rules: WAIT-1, WAIT-2. */
export const waitNow = (
  hall: HallState,
  day: Day,
  service: ServiceId,
  lane: LaneId,
): WaitRange | null => rangeOf(estimateFor(hall, day, newcomer(service, lane, hall.at), hall.at));

/** How many later ones may still be called before it, as far as that is bounded. Rules: CALL-6, WAIT-5. */
const mayPass = (day: Day, ticket: Ticket): number =>
  worstIsKnown(day, ticket.service) ? passesLeft(ticket) : Number.POSITIVE_INFINITY;

/** What the holder of a waiting ticket should be told at an instant. Rules: WAIT-1, WAIT-2, WAIT-5. */
export const forecastFor = (hall: HallState, day: Day, ticket: Ticket, at: Instant): Forecast =>
  forecastOf(hall, day, { ...ticket, passesLeft: mayPass(day, ticket) }, at);
