/**
 * A counter at which nobody answers any more: its session ends, and with it what it holds. A called
 * ticket is back in line, one being served has ended. Source: quality.md INV-13.
 */
import type { CommandOf } from '@tingxu/contract/commands';
import type { ReleaseReason } from '@tingxu/contract/counter-rule';
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import { accept, type Decision, reject } from './decision.ts';
import { findLive } from './live-tickets.ts';
import { counterOf, findCounter } from './lookup.ts';
import type { CallRecord, Day, HallState, Ticket } from './state.ts';
import { changeTicket, leaveCounter } from './tickets.ts';

type AtCounter = Ticket & { readonly call: CallRecord };

/** What becomes of the ticket. Rules: CTR-8. */
const ticketFact = (
  { id, state, call }: AtCounter,
  place: number,
  why: ReleaseReason,
): HallEvent => {
  if (state === 'serving') {
    return { type: 'TicketLeft', ticket: id, reason: 'session-ended', why };
  }
  const { counter, staff } = call;
  return { type: 'TicketReleased', ticket: id, counter, staff, place, why };
};

/** The ticket leaves its counter, and the session there ends. `place` is the next one. Rules: CTR-8. */
export const releaseFacts = (
  hall: HallState,
  ticket: AtCounter,
  place: number,
  why: ReleaseReason,
): readonly HallEvent[] => {
  const { counter } = ticket.call;
  const staff = counterOf(hall, counter)?.staff ?? ticket.call.staff;
  return [ticketFact(ticket, place, why), { type: 'CounterClosed', counter, staff, why }];
};

/**
 * When the ticket's counter has kept it too long without a sign; null without such a limit. A limit that
 * came later counts from its change. Rules: CTR-8, CONF-4.
 */
export const leaseEndsAt = (day: Day, { state, call, startedAt }: Ticket): Instant | null => {
  const { calledLimitMs, servingLimitMs } = day.config.counterRule ?? {};
  if (call === null) return null;
  const limitMs = state === 'called' ? calledLimitMs : servingLimitMs;
  if (limitMs === undefined) return null;
  const from = state === 'called' ? call.lastAt : (startedAt ?? call.lastAt);
  return Math.max(from, day.limitsFromAt) + limitMs;
};

/**
 * Ends the session of a counter, whatever it holds; that of somebody who has left only while it is theirs and nobody
 * is being served: between the look at it and this, it may have been given to somebody else, or a service have begun.
 * Rules: CTR-8, CTR-14. Rejects: day-not-open, counter-unknown, counter-closed, counter-of-other, counter-busy.
 */
export const decideReleaseCounter = (
  hall: HallState,
  command: CommandOf<'ReleaseCounter'>,
): Decision => {
  const { counter, left } = command;
  const found = findCounter(hall, counter);
  if (!found.ok) return found;
  const { staff, ticket: id } = found.value;
  if (staff === null) return reject('counter-closed');
  if (left !== undefined && left !== staff) return reject('counter-of-other');
  const ticket = id === null ? undefined : findLive(hall.tickets, id);
  if (left !== undefined && ticket?.state === 'serving') return reject('counter-busy');
  const why = 'released';
  if (!ticket?.call) return accept({ type: 'CounterClosed', counter, staff, why });
  return accept(...releaseFacts(hall, { ...ticket, call: ticket.call }, hall.nextPlace, why));
};

/** Back in line before everybody, at a new place; what was waited still counts. Rules: CTR-8. */
export const evolveTicketReleased = (
  hall: HallState,
  event: EventOf<'TicketReleased'>,
  at: Instant,
): HallState => {
  const ticket = findLive(hall.tickets, event.ticket);
  if (!ticket) return hall;
  const released = changeTicket(leaveCounter(hall, ticket, at), ticket.id, {
    state: 'waiting',
    place: event.place,
    first: true,
    call: null,
    entry: { cause: 'released', at, counter: event.counter, staff: event.staff },
  });
  return { ...released, nextPlace: event.place + 1 };
};
