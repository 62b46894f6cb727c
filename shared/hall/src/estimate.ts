/**
 * The wait estimate: one pure function of the hall as it is. It looks only at tickets and counters
 * that exist: who the rule would call first, over the counters that are really open and skilled, with
 * service times learnt from the journal.
 * Source: product.md 4.1, H14; section 5 ("an estimate of 6 minutes that became 25").
 */
import type { WaitRange } from '@tingxu/contract/events';
import type { DurationMs, Instant, LaneId, ServiceId } from '@tingxu/contract/ids';
import { scoreOf } from './lane-policy.ts';
import { counterConfig } from './lookup.ts';
import type { Day, HallState, Ticket } from './state.ts';

export type Forecast = {
  /** Waiting tickets that the rule is expected to call before, at counters that matter. */
  readonly ahead: number;
  /** Null when no counter that could serve is open. */
  readonly wait: WaitRange | null;
};

/** Half-width of the range in standard deviations: about four of five waits fall inside. */
const LOW_SPREAD = 1;
const HIGH_SPREAD = 1.3;
/** Mean absolute deviation → standard deviation, for a spread like an exponential's. */
const DEVIATION_TO_SD = 1.36;
/** Arrivals of the day are trusted as a rate after this time. Units: ms. */
const RATE_AFTER_MS = 10 * 60_000;

/** The open counters that could serve, and how much of each service's demand falls to them. */
type Capacity = {
  readonly open: number;
  readonly idle: number;
  /** Share of a service's open counters that are ours, 0..1. */
  readonly share: ReadonlyMap<ServiceId, number>;
};

const bump = (counts: Map<ServiceId, number>, skills: readonly ServiceId[]): void => {
  for (const skill of skills) counts.set(skill, (counts.get(skill) ?? 0) + 1);
};

const capacityFor = (hall: HallState, day: Day, service: ServiceId): Capacity => {
  const all = new Map<ServiceId, number>();
  const ours = new Map<ServiceId, number>();
  let open = 0;
  let idle = 0;
  for (const counter of hall.counters.values()) {
    if (counter.state !== 'open') continue;
    const skills = counterConfig(day, counter.id)?.skills ?? [];
    bump(all, skills);
    if (!skills.includes(service)) continue;
    bump(ours, skills);
    open += 1;
    if (counter.ticket === null) idle += 1;
  }
  const share = new Map([...ours].map(([skill, count]) => [skill, count / (all.get(skill) ?? 1)]));
  return { open, idle, share };
};

type Asked = {
  readonly service: ServiceId;
  readonly lane: LaneId;
  readonly waitFromAt: Instant;
  /** Place in fairness order; Infinity for somebody who would take a ticket now. */
  readonly place: number;
};

type Load = { readonly tickets: number; readonly count: number; readonly workMs: number };

/** Who would still be called first if the asked ticket had waited until `whenAt`. */
const loadAhead = (
  hall: HallState,
  day: Day,
  asked: Asked,
  share: ReadonlyMap<ServiceId, number>,
  whenAt: Instant,
): Load => {
  const own = scoreOf(day, asked, whenAt);
  const before = (ticket: Ticket): boolean => {
    if (ticket.lane === asked.lane) return ticket.place < asked.place;
    const score = scoreOf(day, ticket, whenAt);
    return score > own || (score === own && ticket.place < asked.place);
  };
  let tickets = 0;
  let count = 0;
  let workMs = 0;
  for (const ticket of hall.tickets.values()) {
    const part = share.get(ticket.service);
    if (ticket.state !== 'waiting' || part === undefined || !before(ticket)) continue;
    tickets += 1;
    count += part;
    workMs += part * (hall.learnt[ticket.service]?.meanMs ?? 0);
  }
  return { tickets, count, workMs };
};

/** Expected later arrivals that would still be called first, from the day's arrival rate per lane. */
const overtakers = (
  hall: HallState,
  day: Day,
  asked: Asked,
  at: Instant,
  waitMs: number,
): number => {
  const elapsed = at - day.openedAt;
  if (elapsed < RATE_AFTER_MS || waitMs <= 0) return 0;
  const calledAt = at + Math.round(waitMs);
  const own = scoreOf(day, asked, calledAt);
  let expected = 0;
  for (const lane of day.config.lanes) {
    if (lane.id === asked.lane) continue;
    const rate = (hall.totals[lane.id]?.issued ?? 0) / elapsed;
    // Scores grow with the wait, so the arrivals that overtake are those of a first part of the wait.
    const atStart = scoreOf(day, { lane: lane.id, waitFromAt: at }, calledAt);
    const atEnd = scoreOf(day, { lane: lane.id, waitFromAt: calledAt }, calledAt);
    const span = atStart - atEnd;
    const part = span <= 0 ? 0 : Math.min(1, Math.max(0, (atStart - own) / span));
    expected += rate * waitMs * part;
  }
  return Math.min(expected, day.config.policy.passOverCap ?? expected);
};

/** Mean wait until a counter is free for the ticket when `load` goes first. Units: ms. */
const meanWait = (load: Load, capacity: Capacity, ownMeanMs: DurationMs): number => {
  const departures = Math.max(0, load.count - capacity.idle + 1);
  const meanMs = load.count > 0 ? load.workMs / load.count : ownMeanMs;
  const blended = (meanMs * load.count + ownMeanMs) / (load.count + 1);
  return (departures * blended) / capacity.open;
};

/** A range around the mean, from the spread of the service times that make it up. */
const rangeOf = (hall: HallState, asked: Asked, waitMs: number, capacity: Capacity): WaitRange => {
  const known = hall.learnt[asked.service];
  if (!known || waitMs <= 0) return { lowMs: 0, highMs: 0 };
  const cv = Math.min(1.5, Math.max(0.4, (known.deviationMs * DEVIATION_TO_SD) / known.meanMs));
  const departures = Math.max(1, (waitMs * capacity.open) / known.meanMs);
  const sd = (waitMs * cv) / Math.sqrt(departures);
  return {
    lowMs: Math.max(0, Math.round(waitMs - LOW_SPREAD * sd)),
    highMs: Math.round(waitMs + HIGH_SPREAD * sd),
  };
};

const estimate = (hall: HallState, day: Day, asked: Asked, at: Instant): Forecast => {
  const capacity = capacityFor(hall, day, asked.service);
  const ownMeanMs = hall.learnt[asked.service]?.meanMs ?? 0;
  const share = capacity.open > 0 ? capacity.share : servedBeside(day, asked.service);
  // Everybody first, then only those who would still score higher after such a wait.
  const first = loadAhead(hall, day, asked, share, at);
  if (capacity.open === 0) return { ahead: first.tickets, wait: null };
  const roughMs = meanWait(first, capacity, ownMeanMs);
  const load = loadAhead(hall, day, asked, share, at + Math.round(roughMs));
  const waitMs = meanWait(load, capacity, ownMeanMs);
  const later = overtakers(hall, day, asked, at, waitMs);
  const withLater = waitMs + (later * ownMeanMs) / capacity.open;
  return { ahead: load.tickets, wait: rangeOf(hall, asked, withLater, capacity) };
};

/** With no counter open: every service that shares a counter with the asked one, in full. */
const servedBeside = (day: Day, service: ServiceId): ReadonlyMap<ServiceId, number> => {
  const shared = day.config.counters.filter((counter) => counter.skills.includes(service));
  return new Map(shared.flatMap((counter) => counter.skills.map((skill) => [skill, 1] as const)));
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
  estimate(hall, day, { service, lane, waitFromAt: at, place: Number.MAX_SAFE_INTEGER }, at);

/** What the holder of a waiting ticket should be told at an instant. Rules: WAIT-1, WAIT-2. */
export const forecastFor = (hall: HallState, day: Day, ticket: Ticket, at: Instant): Forecast =>
  estimate(hall, day, ticket, at);
