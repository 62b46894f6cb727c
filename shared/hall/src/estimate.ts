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
import type { WaitRange } from '@tingxu/contract/events';
import type { DurationMs, Instant, LaneId, ServiceId } from '@tingxu/contract/ids';
import { type Asked, aheadAfter, type Rivals, rivalsOf } from './ahead.ts';
import { type Capacity, capacityFor, variation } from './capacity.ts';
import { servicesBeside } from './fairness.ts';
import type { Day, HallState, Ticket } from './state.ts';

export type Forecast = {
  /** Waiting tickets that the rule is expected to call before, at counters that matter. */
  readonly ahead: number;
  /** Null when no counter that could serve is open. */
  readonly wait: WaitRange | null;
};

/** Ends of the range in standard deviations of a normal: about four of five waits fall inside. */
const LOW_SPREAD = 1.1;
const HIGH_SPREAD = 1.3;
/** How far a learnt mean, and the rate of arrivals, are off: a part of the whole wait. */
const LEARNING_ERROR = 0.12;

type Estimate = {
  readonly rivals: Rivals;
  readonly capacity: Capacity;
  /** Own mean service time. Units: ms. */
  readonly ownMs: number;
  /** What one random step of the work ahead amounts to: the larger, the wider the range. Units: ms. */
  readonly grainMs: number;
  /** Most later arrivals that may be called first. Rules: CALL-4. */
  readonly passes: number;
};

/** Variance over mean of the services that share counters with the asked one. */
const grainOf = (hall: HallState, beside: ReadonlySet<ServiceId>): number => {
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

/** K for somebody who takes a ticket now, not rounded, so that a counter more never lengthens a wait. */
const passesNow = (day: Day, open: number): number => {
  const { passOverCap, passOverPermille } = day.config.policy;
  return passOverCap ?? (passOverPermille * open) / 1_000 + 1;
};

/**
 * Mean wait at the best group of so many counters, for each size of group: their work in all over
 * their number. The groups that take the least-loaded counters are the best ones.
 */
const groupWaits = (estimate: Estimate, waitMs: DurationMs): readonly number[] => {
  const { rivals, capacity, ownMs, passes } = estimate;
  const { byService, later } = aheadAfter(rivals, waitMs);
  const arrivals = (Math.min(later, passes) * ownMs) / Math.max(1, capacity.beside);
  const loads = capacity.counters.map(({ idle, perTicket }) => {
    let load = arrivals - (idle ? capacity.residualMs : 0);
    for (const [service, ms] of perTicket) load += (byService.get(service) ?? 0) * ms;
    return load;
  });
  loads.sort((a, b) => a - b);
  let sum = capacity.residualMs;
  return loads.map((load, i) => {
    sum += load;
    return Math.max(0, sum / (i + 1));
  });
};

/**
 * The quantile of a wait of that mean (a gamma's, by Wilson and Hilferty): what is left of a service
 * varies like an exponential, the work behind it by its grain, and the means themselves are learnt
 * from few services.
 */
const quantile = (estimate: Estimate, meanMs: number, counters: number, spread: number): number => {
  if (meanMs <= 0) return 0;
  const { residualMs } = estimate.capacity;
  const work = meanMs * counters;
  const grainMs = Math.min(estimate.grainMs, 2 * residualMs);
  const variance = Math.max(0, work - residualMs) * grainMs + residualMs ** 2;
  const steps = 1 / (variance / work ** 2 + LEARNING_ERROR ** 2);
  const root = 1 - 1 / (9 * steps) + spread / (3 * Math.sqrt(steps));
  return meanMs * Math.max(0, root) ** 3;
};

/** The best of the groups, at a spread. Units: ms. */
const waitAfter = (estimate: Estimate, waitMs: DurationMs, spread: number): number => {
  const waits = groupWaits(estimate, waitMs).map((meanMs, i) =>
    quantile(estimate, meanMs, i + 1, spread),
  );
  return Math.min(...waits);
};

/** Longest wait that is told, a power of two so that halving stays whole. Units: ms. */
const LONGEST_MS = 2 ** 26;
/** Units: ms. */
const GRID_MS = 512;

/** The wait that takes as long as what goes first after it, found by halving. Units: ms. */
const settle = (estimate: Estimate, spread: number): DurationMs => {
  if (waitAfter(estimate, 0, spread) <= 0) return 0;
  let low = 0;
  let high = LONGEST_MS;
  while (high - low > GRID_MS) {
    const middle = (low + high) / 2;
    if (waitAfter(estimate, middle, spread) <= middle) high = middle;
    else low = middle;
  }
  return high;
};

const countAhead = ({ rivals, capacity }: Estimate, waitMs: DurationMs): number => {
  const { byService } = aheadAfter(rivals, waitMs);
  const ours = new Set(capacity.counters.flatMap(({ perTicket }) => perTicket.map(([id]) => id)));
  let count = 0;
  for (const [service, tickets] of byService) {
    if (ours.size === 0 || ours.has(service)) count += tickets;
  }
  return count;
};

const estimateFor = (hall: HallState, day: Day, asked: Asked, at: Instant): Forecast => {
  const beside = servicesBeside(day, asked.service);
  const capacity = capacityFor(hall, day, asked.service, beside);
  const estimate: Estimate = {
    rivals: rivalsOf(hall, day, asked, beside, at),
    capacity,
    ownMs: hall.learnt[asked.service]?.meanMs ?? 0,
    grainMs: grainOf(hall, beside),
    passes: passesNow(day, capacity.beside),
  };
  if (capacity.counters.length === 0) return { ahead: countAhead(estimate, 0), wait: null };
  const wait = { lowMs: settle(estimate, -LOW_SPREAD), highMs: settle(estimate, HIGH_SPREAD) };
  return { ahead: countAhead(estimate, settle(estimate, 0)), wait };
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
): Forecast =>
  estimateFor(hall, day, { service, lane, waitFromAt: at, place: Number.MAX_SAFE_INTEGER }, at);

/** What the holder of a waiting ticket should be told at an instant. Rules: WAIT-1, WAIT-2. */
export const forecastFor = (hall: HallState, day: Day, ticket: Ticket, at: Instant): Forecast =>
  estimateFor(hall, day, ticket, at);
