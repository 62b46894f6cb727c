/**
 * Which waiting tickets a counter could take at a moment, step by step: those among its skills that are
 * kept for nobody else, on its own side or as a help to other lanes, primary before secondary, and none
 * that stands back after a miss while another of its lane is there. Whom it could not take it does not
 * pass over, so the cap of every ticket holds whatever is configured here. Says, too, which step left a
 * ticket out, why a ticket could be taken, and from when a dedicated counter would help.
 * Rules: CALL-2, CALL-10, CALL-11, CTR-10, LEG-7, MISS-4, PREP-1. Source: product.md 4.1.
 */

import type { NotTakenReason } from '@tingxu/contract/call-reasons';
import { type CounterConfig, HELPS_AFTER_MS } from '@tingxu/contract/config';
import type { Instant, LaneId, ServiceId } from '@tingxu/contract/ids';
import type { CallTier } from '@tingxu/contract/ticket-events';
import { keeperFor } from './kept.ts';
import { allLive } from './live-tickets.ts';
import { counterConfig, counterOf } from './lookup.ts';
import { isThere } from './presence.ts';
import type { Counter, Day, HallState, Ticket } from './state.ts';

/** Where and when a ticket is chosen. */
export type Moment = {
  readonly hall: HallState;
  readonly day: Day;
  readonly counter: CounterConfig;
  readonly at: Instant;
  /** As rules of version 1 had it: a paused counter is there however long. Rules: CTR-10. */
  readonly neverAway?: true;
};

/** The instant at which a counter may be away; long ago where none ever is. */
export const presenceAt = ({ at, neverAway }: Moment): Instant => (neverAway ? 0 : at);

/** Open and without a ticket. Rules: CALL-8, CALL-12. */
export const isFree = ({ state, ticket }: Counter): boolean => state === 'open' && ticket === null;

const isKeptFor = ({ dedicated }: CounterConfig, lane: LaneId): boolean =>
  !dedicated || dedicated.lanes.includes(lane);

/** Whether another counter that is there takes tickets of the lane and service as its own. */
const othersTake = (moment: Moment, lane: LaneId, service: ServiceId): boolean => {
  const { hall, day, counter } = moment;
  for (const row of hall.counters) {
    if (row.id === counter.id || !isThere(day, row, presenceAt(moment))) continue;
    const other = counterConfig(day, row.id);
    if (other?.skills.includes(service) && isKeptFor(other, lane)) return true;
  }
  return false;
};

/** Whether the counter has been free so long that it helps the lanes it is not kept for. Rules: CALL-11. */
const helpsNow = ({ hall, counter, at }: Moment): boolean => {
  const row = counterOf(hall, counter.id);
  const helpsAfterMs = counter.dedicated?.helpsAfterMs ?? HELPS_AFTER_MS;
  return row !== undefined && isFree(row) && at - row.sinceAt >= helpsAfterMs;
};

/** Own tickets of a counter, those kept for it among them, and those that belong to others. */
type Sides = { readonly own: readonly Ticket[]; readonly guests: readonly Ticket[] };

const sidesOf = (moment: Moment, able: readonly Ticket[]): Sides => {
  const own: Ticket[] = [];
  const guests: Ticket[] = [];
  for (const ticket of able) {
    const { lane, service } = ticket;
    const isGuest = !isKeptFor(moment.counter, lane) && othersTake(moment, lane, service);
    const keptHere = keeperFor(moment.hall, ticket, presenceAt(moment)) === moment.counter.id;
    (isGuest && !keptHere ? guests : own).push(ticket);
  }
  return { own, guests };
};

/** The limit after which a service of the counter is no longer secondary; null for a primary one. */
const limitOf = ({ secondary }: CounterConfig, service: ServiceId): number | null =>
  secondary?.find((skill) => skill.service === service)?.limitMs ?? null;

const isOverdue = (limitMs: number, { waitFromAt }: Ticket, at: Instant): boolean =>
  at - waitFromAt >= limitMs;

/** Primary tickets and secondary ones over their limit; all of them when there are none. Rules: CALL-10. */
const primaryFirst = ({ counter, at }: Moment, tickets: readonly Ticket[]): readonly Ticket[] => {
  const first = tickets.filter((ticket) => {
    const limitMs = limitOf(counter, ticket.service);
    return limitMs === null || isOverdue(limitMs, ticket, at);
  });
  return first.length > 0 ? first : tickets;
};

/** A held ticket stands back while somebody else of its lane could be taken. Rules: MISS-4. */
const withoutHeld = (tickets: readonly Ticket[]): readonly Ticket[] => {
  const others = tickets.filter(({ hold }) => hold === 0);
  const lanes = new Set(others.map(({ lane }) => lane));
  return tickets.filter(({ hold, lane }) => hold === 0 || !lanes.has(lane));
};

/** Why a ticket in line is not among those that a counter might take; null when it is. Rules: CALL-2, LEG-7, PREP-1. */
const unableFor = (moment: Moment, ticket: Ticket): NotTakenReason | null => {
  if (ticket.state === 'preparing') return 'preparing';
  if (!moment.counter.skills.includes(ticket.service)) return 'skills';
  const keeper = keeperFor(moment.hall, ticket, presenceAt(moment));
  return keeper === null || keeper === moment.counter.id ? null : 'kept';
};

/** Waiting tickets among the counter's skills that nobody else keeps, in order of issue. Rules: CALL-2, LEG-7. */
const ableFor = (moment: Moment): readonly Ticket[] =>
  allLive(moment.hall.tickets).filter(
    (ticket) => ticket.state === 'waiting' && unableFor(moment, ticket) === null,
  );

/** Own tickets; those of others only while there are none and the counter helps. Rules: CALL-11. */
const onThisSide = (moment: Moment, able: readonly Ticket[]): readonly Ticket[] => {
  if (!moment.counter.dedicated) return able;
  const { own, guests } = sidesOf(moment, able);
  return own.length === 0 && helpsNow(moment) ? guests : own;
};

/** One step after the other leaves tickets out, each for one reason. */
type Steps = Readonly<Record<'dedicated' | 'secondary' | 'held', readonly Ticket[]>>;

/** Who is left after each step: what the counter is kept for, what is primary to it, who stands back. */
const stepsOf = (moment: Moment): Steps => {
  const dedicated = onThisSide(moment, ableFor(moment));
  const secondary = primaryFirst(moment, dedicated);
  return { dedicated, secondary, held: withoutHeld(secondary) };
};

/**
 * The tickets that the counter could take at the moment: what CALL-4 and CALL-6 count over.
 * Rules: CALL-2, CALL-10, CALL-11, CTR-10, MISS-4, LEG-7.
 */
export const eligibleFor = (moment: Moment): readonly Ticket[] => stepsOf(moment).held;

/**
 * Why the counter could not take a ticket in line: the step that left it out; null when it could.
 * Rules: CALL-2, CALL-10, CALL-11, LEG-7, MISS-4, PREP-1, PROOF-2.
 */
export const whyNotTaken = (moment: Moment): ((ticket: Ticket) => NotTakenReason | null) => {
  const { dedicated, secondary, held } = stepsOf(moment);
  return (ticket) => {
    const unable = unableFor(moment, ticket);
    if (unable !== null) return unable;
    if (!dedicated.includes(ticket)) return 'dedicated';
    if (!secondary.includes(ticket)) return 'secondary';
    return held.includes(ticket) ? null : 'held';
  };
};

/** Why the counter could take the ticket, where that is not plain. Rules: CALL-9, CALL-10, CALL-11. */
export const tierOf = (moment: Moment, ticket: Ticket): CallTier | null => {
  const { counter, at } = moment;
  const { guests } = sidesOf(moment, counter.dedicated ? [ticket] : []);
  if (guests.length > 0) return 'helping';
  const limitMs = limitOf(counter, ticket.service);
  if (limitMs === null) return null;
  return isOverdue(limitMs, ticket, at) ? 'overdue' : 'secondary';
};

/**
 * From when a dedicated counter that has none of its own waiting may help somebody who waits; null
 * when nobody waits whom it could help. Rules: CALL-11.
 */
export const helpsFrom = (moment: Moment): Instant | null => {
  const row = counterOf(moment.hall, moment.counter.id);
  if (!moment.counter.dedicated || !row || ableFor(moment).length === 0) return null;
  return row.sinceAt + (moment.counter.dedicated.helpsAfterMs ?? HELPS_AFTER_MS);
};
