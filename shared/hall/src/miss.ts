/**
 * Missed calls: when a number may be passed, how its customer comes back, when it ends.
 * Source: product.md 4.2; H44, H45, H47.
 */
import type { CommandOf } from '@tingxu/contract/commands';
import type { MissedRule } from '@tingxu/contract/config';
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import { accept, type Decision, reject } from './decision.ts';
import { allLive, findLive } from './live-tickets.ts';
import { findTicket, findTicketAt, laneConfig, openDay } from './lookup.ts';
import type { CallRecord, HallState, Ticket } from './state.ts';
import { changeTicket, leaveCounter } from './tickets.ts';

const ruleFor = (hall: HallState, ticket: Ticket): MissedRule | undefined =>
  hall.day ? laneConfig(hall.day, ticket.lane)?.missed : undefined;

/**
 * The earliest instant at which the ticket may be declared missed; null while calls are lacking.
 * Rules: MISS-2, MISS-3.
 */
export const missAllowedAt = (rule: MissedRule, call: CallRecord): Instant | null =>
  call.counted < rule.minCalls
    ? null
    : Math.max(call.lastCountedAt + rule.intervalMs, call.firstAt + rule.minTotalMs);

/** When to look again: after the next counted call, or at the instant itself. */
const retryAt = (rule: MissedRule, call: CallRecord): Instant =>
  missAllowedAt(rule, call) ?? call.lastCountedAt + rule.intervalMs;

/**
 * Nobody came. Needs the configured calls and times; a ticket that may not come back ends at once.
 * Rules: MISS-2, MISS-3, MISS-5. Rejects: as findTicketAt, miss-too-early.
 */
export const decideMissTicket = (
  hall: HallState,
  command: CommandOf<'MissTicket'>,
  at: Instant,
): Decision => {
  const found = findTicketAt(hall, command.ticket, command.counter, ['called']);
  if (!found.ok) return found;
  const ticket = found.value;
  const rule = ruleFor(hall, ticket);
  if (!rule) return reject('lane-unknown');
  const allowedAt = missAllowedAt(rule, ticket.call);
  if (allowedAt === null || at < allowedAt) {
    const state = `${ticket.call.counted}/${rule.minCalls}`;
    return reject('miss-too-early', { state, retryAt: retryAt(rule, ticket.call) });
  }
  const { counter, staff, counted } = ticket.call;
  const missed: HallEvent = {
    type: 'TicketMissed',
    ticket: ticket.id,
    counter,
    staff,
    calls: counted,
    validUntilAt: at + rule.validMs,
  };
  if (ticket.returns < rule.maxReturns) return accept(missed);
  return accept(missed, { type: 'TicketExpired', ticket: ticket.id });
};

export const evolveTicketMissed = (
  hall: HallState,
  event: EventOf<'TicketMissed'>,
  at: Instant,
): HallState => {
  const ticket = findLive(hall.tickets, event.ticket);
  if (!ticket) return hall;
  return changeTicket(leaveCounter(hall, ticket, at), ticket.id, {
    state: 'missed',
    call: null,
    missedAt: at,
    validUntilAt: event.validUntilAt,
  });
};

/**
 * The customer is back, at the kiosk or through staff: a new place, a few calls later in the lane.
 * Rules: MISS-4, MISS-6. Rejects: as findTicket, ticket-not-in-state, return-expired.
 */
export const decideReturnTicket = (
  hall: HallState,
  command: CommandOf<'ReturnTicket'>,
  at: Instant,
): Decision => {
  const found = findTicket(hall, command.ticket);
  if (!found.ok) return found;
  const ticket = found.value;
  if (ticket.state !== 'missed') return reject('ticket-not-in-state', { state: ticket.state });
  if (ticket.validUntilAt !== null && at >= ticket.validUntilAt) return reject('return-expired');
  const hold = ruleFor(hall, ticket)?.returnAfterCalls ?? 0;
  return accept({ type: 'TicketReturned', ticket: ticket.id, place: hall.nextPlace, hold });
};

export const evolveTicketReturned = (
  hall: HallState,
  event: EventOf<'TicketReturned'>,
): HallState => {
  const ticket = findLive(hall.tickets, event.ticket);
  if (!ticket) return hall;
  const returned = changeTicket(hall, ticket.id, {
    state: 'waiting',
    place: event.place,
    hold: event.hold,
    returns: ticket.returns + 1,
    missedAt: null,
    validUntilAt: null,
  });
  return { ...returned, nextPlace: event.place + 1 };
};

/** Ends every missed ticket whose time has passed, oldest place first. Rules: MISS-6. */
export const decideExpireDeadlines = (hall: HallState, at: Instant): Decision => {
  const day = openDay(hall);
  if (!day.ok) return day;
  const due = allLive(hall.tickets)
    .filter((ticket) => ticket.validUntilAt !== null && ticket.validUntilAt <= at)
    .sort((a, b) => a.place - b.place);
  return accept(...due.map(({ id }) => ({ type: 'TicketExpired', ticket: id }) as const));
};
