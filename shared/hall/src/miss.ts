/**
 * Missed calls: when a number may be passed; how its customer comes back is in return.ts.
 * Source: product.md 4.2; H44, H45, H46, H47, H49.
 */
import type { CommandOf } from '@tingxu/contract/commands';
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import type { MissedRule } from '@tingxu/contract/missed-rule';
import type { Role } from '@tingxu/contract/roles';
import { accept, type Context, type Decision, reject } from './decision.ts';
import { findLive } from './live-tickets.ts';
import { findTicket, findTicketAt } from './lookup.ts';
import { missAllowedAt, missedRuleOf, missTimers, nextCountsAt, versionOf } from './missed-rule.ts';
import type { CallRecord, HallState, Ticket } from './state.ts';
import { changeTicket, leaveCounter } from './tickets.ts';

type Called = Ticket & { readonly call: CallRecord };

/** Who may go round a rule, with a reason: people, never the server. Rules: MISS-10, MISS-11, PREP-1. Source: H46. */
const OVERRIDERS: readonly Role[] = ['lobby', 'supervisor'];

export const mayOverride = (role: Role): boolean => OVERRIDERS.includes(role);

/** When to look again: after the next counted call, or at the instant itself. */
const retryAt = (rule: MissedRule, call: CallRecord): Instant =>
  missAllowedAt(rule, call) ?? nextCountsAt(rule, call);

/** The facts of a miss; a ticket that may not come back ends at once. Rules: MISS-5, MISS-6. */
export const missFacts = (
  rule: MissedRule,
  ticket: Called,
  at: Instant,
  how: Pick<EventOf<'TicketMissed'>, 'early' | 'timer'>,
): readonly HallEvent[] => {
  const { id, call, returns } = ticket;
  const missed: HallEvent = {
    type: 'TicketMissed',
    ticket: id,
    counter: call.counter,
    staff: call.staff,
    calls: call.counted,
    validUntilAt: at + rule.validMs,
    ruleVersion: versionOf(rule),
    ...how,
    ...missTimers(rule, at),
  };
  if (returns < rule.maxReturns) return [missed];
  return [missed, { type: 'TicketExpired', ticket: id, why: 'no-return-left' }];
};

/**
 * Nobody came. Needs the configured calls and times, or somebody who may go round them.
 * Rules: MISS-2, MISS-3, MISS-5, MISS-8, MISS-11.
 * Rejects: as findTicketAt, override-not-allowed, miss-too-early.
 */
export const decideMissTicket = (
  hall: HallState,
  command: CommandOf<'MissTicket'>,
  { at, actor }: Context,
): Decision => {
  const found = findTicketAt(hall, command.ticket, command.counter, ['called']);
  if (!found.ok) return found;
  const ticket = found.value;
  const rule = missedRuleOf(hall.day, ticket);
  if (!rule) return reject('lane-unknown');
  const { early } = command;
  if (early !== undefined) {
    if (!mayOverride(actor.role)) return reject('override-not-allowed', { state: actor.role });
    return accept(...missFacts(rule, ticket, at, { early }));
  }
  const allowedAt = missAllowedAt(rule, ticket.call);
  if (allowedAt === null || at < allowedAt) {
    const state = `${ticket.call.counted}/${rule.minCalls}`;
    return reject('miss-too-early', { state, retryAt: retryAt(rule, ticket.call) });
  }
  return accept(...missFacts(rule, ticket, at, {}));
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
    toleranceLeft: event.toleranceCalls ?? null,
    returnsAt: event.returnsAt ?? null,
    aside: { cause: 'missed', sinceAt: at, counter: event.counter, staff: event.staff },
  });
};

/**
 * The lobby manager goes to fetch the customer of a called ticket; again as often as it happens.
 * Rules: MISS-8. Rejects: as findTicket, ticket-not-in-state.
 */
export const decideEscortTicket = (
  hall: HallState,
  command: CommandOf<'EscortTicket'>,
): Decision => {
  const found = findTicket(hall, command.ticket);
  if (!found.ok) return found;
  const { id, state, call } = found.value;
  if (state !== 'called' || call === null) return reject('ticket-not-in-state', { state });
  return accept({ type: 'TicketEscorted', ticket: id, counter: call.counter });
};

export const evolveTicketEscorted = (
  hall: HallState,
  event: EventOf<'TicketEscorted'>,
): HallState => {
  const call = findLive(hall.tickets, event.ticket)?.call;
  return call ? changeTicket(hall, event.ticket, { call: { ...call, escorted: true } }) : hall;
};
