/** Finding what a command names, or the refusal that says why it is not there. */
import type { CounterConfig, LaneConfig } from '@tingxu/contract/config';
import type { CounterId, LaneId, ServiceId, TicketNumber, TicketRef } from '@tingxu/contract/ids';
import type { RejectionCode } from '@tingxu/contract/problems';
import { configIndex } from './config-index.ts';
import type { Refused } from './decision.ts';
import { findLive, findNumber } from './live-tickets.ts';
import { idWasGiven, numberWasGiven } from './numbers.ts';
import type { Counter, Day, HallState, Ticket } from './state.ts';

export type Found<T> = { readonly ok: true; readonly value: T } | Refused;

const found = <T>(value: T): Found<T> => ({ ok: true, value });
const refused = (code: RejectionCode, state?: string): Refused => ({
  ok: false,
  rejection: state === undefined ? { code } : { code, state },
});

/** The open day. Rejects: day-not-open. */
export const openDay = (hall: HallState): Found<Day> =>
  hall.day?.open ? found(hall.day) : refused('day-not-open');

export const laneConfig = (day: Day, id: LaneId): LaneConfig | undefined =>
  configIndex(day.config).lanes.get(id)?.lane;

const positionOf = (day: Day, id: CounterId): number =>
  configIndex(day.config).positions.get(id) ?? -1;

export const counterConfig = (day: Day, id: CounterId): CounterConfig | undefined =>
  day.config.counters[positionOf(day, id)];

/** Whether the counter has the skill. Rules: CALL-2. */
export const takesService = (day: Day, id: CounterId, service: ServiceId): boolean =>
  counterConfig(day, id)?.skills.includes(service) ?? false;

/** A counter of the last day, open or not. */
export const counterOf = (hall: HallState, id: CounterId): Counter | undefined => {
  const counter = hall.day ? hall.counters[positionOf(hall.day, id)] : undefined;
  return counter?.id === id ? counter : undefined;
};

/** A counter of the open day. Rejects: day-not-open, counter-unknown. */
export const findCounter = (hall: HallState, id: CounterId): Found<Counter> => {
  const day = openDay(hall);
  if (!day.ok) return day;
  const counter = counterOf(hall, id);
  return counter ? found(counter) : refused('counter-unknown');
};

const isNumber = (ref: TicketRef): ref is TicketNumber => !ref.includes('-');

const wasIssued = (hall: HallState, day: Day, ref: TicketRef): boolean =>
  isNumber(ref) ? numberWasGiven(hall, ref) : idWasGiven(hall, day.businessDay, ref);

/**
 * A live ticket of the open day, by id or number.
 * Rejects: day-not-open, ticket-unknown, ticket-ended.
 */
export const findTicket = (hall: HallState, ref: TicketRef): Found<Ticket> => {
  const day = openDay(hall);
  if (!day.ok) return day;
  const ticket = isNumber(ref) ? findNumber(hall.tickets, ref) : findLive(hall.tickets, ref);
  if (ticket) return found(ticket);
  return wasIssued(hall, day.value, ref) ? refused('ticket-ended') : refused('ticket-unknown');
};

/**
 * A ticket that is at the given counter in one of the given states.
 * Rejects: as findTicket, ticket-not-in-state, ticket-at-other-counter.
 */
export const findTicketAt = (
  hall: HallState,
  ref: TicketRef,
  counter: CounterId,
  states: readonly Ticket['state'][],
): Found<Ticket & { readonly call: NonNullable<Ticket['call']> }> => {
  const result = findTicket(hall, ref);
  if (!result.ok) return result;
  const { call, state } = result.value;
  if (!states.includes(state) || call === null) return refused('ticket-not-in-state', state);
  if (call.counter !== counter) return refused('ticket-at-other-counter', call.counter);
  return found({ ...result.value, call });
};
