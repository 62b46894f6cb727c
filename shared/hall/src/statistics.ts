/**
 * The statistics of a business day, folded from its events and nothing else: no state of the hall is
 * asked, so they can be held against it. Rules: STAT-1..STAT-4. Source: product.md 4.6.
 */
import type { HallConfig } from '@tingxu/contract/config';
import type { EndReason, EventOf, HallEvent } from '@tingxu/contract/events';
import type { BusinessDay, Instant, TicketId } from '@tingxu/contract/ids';
import type { DayStatistics } from '@tingxu/contract/statistics';
import { clockAfter, clockAtEntry, waitOnClock } from './leg-clock.ts';
import { courseOfDay } from './statistics-course.ts';
import { type DayLeg, legFigures } from './statistics-legs.ts';
import { postsOfDay } from './statistics-posts.ts';

export type StatisticsFold = {
  add(entry: { readonly at: Instant; readonly event: HallEvent }): void;
  /** What still runs is counted until the instant, by default that of the last event. */
  figures(until?: Instant): DayStatistics | null;
};

type Day = {
  readonly businessDay: BusinessDay;
  config: HallConfig;
  /** Every lane and service that the day has known: one that is gone keeps its row. */
  readonly lanes: Set<string>;
  readonly services: Set<string>;
  /** The leg that each ticket is in, or ended in. */
  readonly current: Map<TicketId, DayLeg>;
  /** Every leg, in order of entry. */
  readonly legs: DayLeg[];
  /** The legs of each ticket that missed a call and have not been made good. */
  readonly missed: Map<TicketId, DayLeg[]>;
  /** How often each ticket was passed over. */
  readonly passes: Map<TicketId, number>;
};

type Entry = Pick<DayLeg, 'id' | 'lane' | 'service' | 'clock' | 'begins'>;

const enter = (day: Day, entry: Entry): void => {
  const leg: DayLeg = {
    ...{ ...entry, completes: false, passedOver: 0, end: null },
    ...{ missed: false, recovered: false },
    ...{ waitMs: null, serviceMs: 0, withinPromise: false },
  };
  day.current.set(entry.id, leg);
  day.legs.push(leg);
};

/** Where a leg begins, in its lane. Rules: END-3. */
const entered = (day: Day, event: HallEvent, at: Instant): void => {
  if (event.type === 'TicketIssued' || event.type === 'LegEntered') {
    const { ticket, lane, service } = event;
    const begins = event.type === 'TicketIssued';
    const clock = clockAtEntry(event, at, day.current.get(ticket)?.clock);
    enter(day, { id: ticket, lane, service, clock, begins });
  }
  if (event.type !== 'LaneChanged') return;
  const from = day.current.get(event.ticket);
  if (!from) return;
  from.end = 'transferred-out';
  const { service, clock } = from;
  enter(day, { id: event.ticket, lane: event.lane, service, clock, begins: false });
};

/** How an event ends a leg, if it does. Rules: END-1. */
const endBy = (event: HallEvent): EndReason | null => {
  switch (event.type) {
    case 'ServiceFinished':
    case 'LegFinished':
      return 'served';
    case 'TicketTransferred':
      return 'transferred-out';
    case 'TicketExpired':
      return 'no-show';
    case 'TicketCancelled':
    case 'TicketLeft':
      return event.reason;
    default:
      return null;
  }
};

const missedCall = (day: Day, leg: DayLeg): void => {
  leg.missed = true;
  day.missed.set(leg.id, [...(day.missed.get(leg.id) ?? []), leg]);
};

/** The customer was at a counter: whatever call was missed before has been made good. Rules: STAT-1. */
const madeGood = (day: Day, id: TicketId): void => {
  for (const leg of day.missed.get(id) ?? []) leg.recovered = true;
  day.missed.delete(id);
};

/** A counter had it: the wait is over. */
const waited = (day: Day, leg: DayLeg): void => {
  const waitMs = waitOnClock(leg.clock);
  if (waitMs === null) return;
  const lane = day.config.lanes.find(({ id }) => id === leg.lane);
  leg.waitMs = waitMs;
  leg.withinPromise = leg.waitMs <= (lane?.promise.targetMs ?? 0);
};

const leftCounter = (day: Day, leg: DayLeg, event: HallEvent): void => {
  switch (event.type) {
    case 'ServiceFinished':
    case 'LegFinished':
      waited(day, leg);
      madeGood(day, leg.id);
      leg.serviceMs = event.serviceMs;
      leg.completes = event.type === 'ServiceFinished';
      return;
    case 'TicketTransferred':
      if (event.counter !== undefined || leg.clock.waited) waited(day, leg);
      if (event.counter !== undefined) madeGood(day, leg.id);
      return;
    default:
  }
};

const onTicket = (day: Day, event: HallEvent, at: Instant): void => {
  if (!('ticket' in event)) return;
  const leg = day.current.get(event.ticket);
  if (!leg) return;
  leg.clock = clockAfter(leg.clock, event, at);
  if (event.type === 'TicketMissed') missedCall(day, leg);
  leftCounter(day, leg, event);
  leg.end = event.type === 'TicketRestored' ? null : (leg.end ?? endBy(event));
};

const passed = (day: Day, event: HallEvent): void => {
  if (event.type !== 'TicketCalled') return;
  for (const id of event.passedOver) {
    const leg = day.current.get(id);
    const times = (day.passes.get(id) ?? 0) + 1;
    day.passes.set(id, times);
    if (leg) leg.passedOver = times;
  }
};

const grouped = (legs: readonly DayLeg[], by: 'lane' | 'service', ids: readonly string[]) => {
  const groups = new Map<string, DayLeg[]>(ids.map((id) => [id, []]));
  for (const leg of legs) {
    const group = groups.get(leg[by]) ?? [];
    group.push(leg);
    groups.set(leg[by], group);
  }
  return Object.fromEntries([...groups].map(([id, rows]) => [id, legFigures(rows)]));
};

const know = (day: Day, config: HallConfig): void => {
  day.config = config;
  for (const { id } of config.lanes) day.lanes.add(id);
  for (const { id } of config.services) day.services.add(id);
};

const newDay = ({ businessDay, config }: EventOf<'DayOpened'>): Day => {
  const day: Day = {
    ...{ businessDay, config, lanes: new Set(), services: new Set() },
    ...{ current: new Map(), legs: [], missed: new Map(), passes: new Map() },
  };
  know(day, config);
  return day;
};

/** The statistics of the last day that was opened. */
export const statisticsFold = (): StatisticsFold => {
  let day: Day | null = null;
  let posts = postsOfDay();
  let course = courseOfDay();
  let last: Instant = 0;
  return {
    add({ at, event }) {
      last = at;
      if (event.type === 'DayOpened') {
        day = newDay(event);
        posts = postsOfDay();
        course = courseOfDay();
      }
      if (!day) return;
      if (event.type === 'ConfigurationChanged') know(day, event.config);
      passed(day, event);
      onTicket(day, event, at);
      entered(day, event, at);
      posts.add(event, at);
      course.add(event, at);
    },
    figures(until = last) {
      if (!day) return null;
      const { businessDay, lanes, services } = day;
      const { legs } = day;
      const { counters, staff } = posts.figures(until);
      return {
        businessDay,
        lanes: grouped(legs, 'lane', [...lanes]),
        services: grouped(legs, 'service', [...services]),
        counters,
        staff,
        course: course.figures(until, legs),
      };
    },
  };
};
