/**
 * The statistics of a business day, folded from its events and nothing else: no state of the hall is
 * asked, so they can be held against it. Rules: STAT-1..STAT-3. Source: product.md 4.6.
 */
import type { HallConfig } from '@tingxu/contract/config';
import type { EndReason, HallEvent } from '@tingxu/contract/events';
import type { BusinessDay, Instant, TicketId } from '@tingxu/contract/ids';
import type { DayStatistics } from '@tingxu/contract/statistics';
import { postsOfDay } from './statistics-posts.ts';
import { type Visit, visitFigures } from './statistics-visits.ts';

export type StatisticsFold = {
  add(entry: { readonly at: Instant; readonly event: HallEvent }): void;
  /** What still runs is counted until the instant, by default that of the last event. */
  figures(until?: Instant): DayStatistics | null;
  /** Tickets so far, in order of issue. */
  visits(): readonly Visit[];
};

type Day = {
  readonly businessDay: BusinessDay;
  config: HallConfig;
  readonly visits: Map<TicketId, Visit>;
};

const issued = (day: Day, event: HallEvent, at: Instant): void => {
  if (event.type !== 'TicketIssued') return;
  const { ticket, lane, service } = event;
  day.visits.set(ticket, {
    ...{ id: ticket, lane, service, enteredAt: at, calledAt: at, passedOver: 0, missed: false },
    ...{ end: null, waitMs: 0, serviceMs: 0, withinPromise: false },
  });
};

/** How an event ends a ticket, if it does. Rules: END-1. */
const endBy = (event: HallEvent): EndReason | null => {
  switch (event.type) {
    case 'ServiceFinished':
      return 'served';
    case 'TicketExpired':
      return 'no-show';
    case 'TicketCancelled':
    case 'TicketLeft':
      return event.reason;
    default:
      return null;
  }
};

const served = (day: Day, visit: Visit, serviceMs: number): void => {
  const lane = day.config.lanes.find(({ id }) => id === visit.lane);
  visit.waitMs = visit.calledAt - visit.enteredAt;
  visit.serviceMs = serviceMs;
  visit.withinPromise = visit.waitMs <= (lane?.promise.targetMs ?? 0);
};

const onTicket = (day: Day, event: HallEvent, at: Instant): void => {
  if (!('ticket' in event)) return;
  const visit = day.visits.get(event.ticket);
  if (!visit) return;
  if (event.type === 'TicketCalled') visit.calledAt = at;
  if (event.type === 'TicketMissed') visit.missed = true;
  if (event.type === 'ServiceFinished') served(day, visit, event.serviceMs);
  visit.end ??= endBy(event);
};

const passed = (day: Day, event: HallEvent): void => {
  if (event.type !== 'TicketCalled') return;
  for (const id of event.passedOver) {
    const visit = day.visits.get(id);
    if (visit) visit.passedOver += 1;
  }
};

const grouped = (visits: readonly Visit[], by: 'lane' | 'service', ids: readonly string[]) => {
  const groups = new Map<string, Visit[]>(ids.map((id) => [id, []]));
  for (const visit of visits) {
    const group = groups.get(visit[by]) ?? [];
    group.push(visit);
    groups.set(visit[by], group);
  }
  return Object.fromEntries([...groups].map(([id, rows]) => [id, visitFigures(rows)]));
};

const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] =>
  rows.map(({ id }) => id);

/** The statistics of the last day that was opened. */
export const statisticsFold = (): StatisticsFold => {
  let day: Day | null = null;
  let posts = postsOfDay();
  let last: Instant = 0;
  return {
    add({ at, event }) {
      last = at;
      if (event.type === 'DayOpened') {
        day = { businessDay: event.businessDay, config: event.config, visits: new Map() };
        posts = postsOfDay();
      }
      if (!day) return;
      if (event.type === 'ConfigurationChanged') day.config = event.config;
      issued(day, event, at);
      passed(day, event);
      onTicket(day, event, at);
      posts.add(event, at);
    },
    figures(until = last) {
      if (!day) return null;
      const { businessDay, config } = day;
      const visits = [...day.visits.values()];
      const { counters, staff } = posts.figures(until);
      return {
        businessDay,
        lanes: grouped(visits, 'lane', idsOf(config.lanes)),
        services: grouped(visits, 'service', idsOf(config.services)),
        counters,
        staff,
      };
    },
    visits: () => [...(day?.visits.values() ?? [])],
  };
};
