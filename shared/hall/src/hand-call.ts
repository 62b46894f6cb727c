/**
 * Calls that are not left to the rule: a chosen ticket, a customer who stands at the counter without
 * one. They pass others over like any call, and never a protected ticket.
 * Source: product.md 4.1, H46.
 */
import type { CommandOf } from '@tingxu/contract/commands';
import type { ChoiceReason, ChoosingRole } from '@tingxu/contract/counter-rule';
import type { EventOf } from '@tingxu/contract/events';
import type { CounterId, Instant, TicketId } from '@tingxu/contract/ids';
import type { Role } from '@tingxu/contract/roles';
import { calledFact, callFacts, freeToCall } from './call.ts';
import { accept, type Context, type Decision, reject } from './decision.ts';
import { eligibleFor, type Moment, tierOf } from './eligibility.ts';
import { oldestProtected } from './fairness.ts';
import { decideIssueTicket } from './issue.ts';
import { keeperFor } from './kept.ts';
import { type Choice, scoreIn } from './lane-policy.ts';
import { findLive } from './live-tickets.ts';
import { type Found, findCounter, findTicket, openDay } from './lookup.ts';
import { decideReturnTicket } from './return.ts';
import { inTurn } from './sequence.ts';
import { decideStartService } from './serve.ts';
import type { Day, HallState, Ticket } from './state.ts';

/** Whoever no setting names. Rules: CTR-6, CTR-7. */
export const CHOOSERS: readonly ChoosingRole[] = ['lobby', 'supervisor'];
export const WALK_UP: readonly ChoosingRole[] = ['teller', 'lobby', 'supervisor'];

const isAmong = (roles: readonly ChoosingRole[], role: Role): boolean =>
  roles.some((known) => known === role);

/**
 * The choice of this ticket at a moment, with the same reasons as a choice of the rule. The caller sees
 * to it that no protected ticket is passed. Rules: CTR-6, CALL-4, CALL-9.
 */
export const choiceByHand = (moment: Moment, ticket: Ticket): Choice => {
  const eligible = eligibleFor(moment);
  return {
    ticket,
    score: scoreIn(moment, ticket),
    passedOver: eligible
      .filter(({ place }) => place < ticket.place)
      .sort((a, b) => a.place - b.place),
    protectedBy: oldestProtected(eligible),
    tier: tierOf(moment, ticket),
  };
};

/**
 * Calls the ticket, which waits. Rules: CTR-6, LEG-7.
 * Rejects: as freeToCall, counter-not-skilled, ticket-kept, would-pass-protected.
 */
const callByHand = (
  hall: HallState,
  counter: CounterId,
  ticket: Ticket,
  reason: ChoiceReason,
  at: Instant,
): Decision => {
  const free = freeToCall(hall, counter, at);
  if (!free.ok) return free;
  const { moment, staff } = free.value;
  if (!moment.counter.skills.includes(ticket.service)) {
    return reject('counter-not-skilled', { state: ticket.service });
  }
  const keeper = keeperFor(hall, ticket, at);
  if (keeper !== null && keeper !== counter) return reject('ticket-kept', { state: keeper });
  const choice = choiceByHand(moment, ticket);
  const { protectedBy } = choice;
  if (protectedBy !== null && protectedBy.place < ticket.place) {
    return reject('would-pass-protected', { state: protectedBy.number });
  }
  return accept(...callFacts(hall, ticket, calledFact(moment, staff, choice, reason)));
};

/** The open day, with that counter in it. Rejects: day-not-open, counter-unknown. */
const dayAt = (hall: HallState, counter: CounterId): Found<Day> => {
  const found = findCounter(hall, counter);
  return found.ok ? openDay(hall) : found;
};

/** A ticket that an earlier step of the same command has put there. */
const putThere = (hall: HallState, id: TicketId, step: (ticket: Ticket) => Decision): Decision => {
  const ticket = findLive(hall.tickets, id);
  return ticket ? step(ticket) : reject('ticket-unknown');
};

/**
 * Calls a chosen ticket; one that was missed comes back first.
 * Rules: CTR-6, MISS-10, LEG-7. Rejects: day-not-open, counter-unknown, choice-not-allowed, as findTicket,
 * as decideReturnTicket, as freeToCall, counter-not-skilled, ticket-kept,
 * would-pass-protected.
 */
export const decideCallTicket = (
  hall: HallState,
  command: CommandOf<'CallTicket'>,
  context: Context,
): Decision => {
  const { counter, reason } = command;
  const day = dayAt(hall, counter);
  if (!day.ok) return day;
  const choosers = day.value.config.counterRule?.chosenCallBy ?? CHOOSERS;
  if (!isAmong(choosers, context.actor.role)) {
    return reject('choice-not-allowed', { state: context.actor.role });
  }
  const found = findTicket(hall, command.ticket);
  if (!found.ok) return found;
  const { id, state } = found.value;
  if (state === 'waiting') return callByHand(hall, counter, found.value, reason, context.at);
  return inTurn(
    hall,
    context.at,
    (before) =>
      decideReturnTicket(before, { type: 'ReturnTicket', ticket: id, override: reason }, context),
    (after) =>
      putThere(after, id, (ticket) => callByHand(after, counter, ticket, reason, context.at)),
  );
};

type WalkUp = CommandOf<'StartWalkUp'>;

/**
 * The ticket of a walk-up, in the lane of an issue. Staff give one that nothing shown opens with a reason,
 * as they change one. Rules: CTR-12, LANE-5.
 */
const issueAtCounter = (
  hall: HallState,
  { service, lane, proof, reason }: WalkUp,
  context: Context,
): Found<EventOf<'TicketIssued'>> => {
  const shown = { ...(lane && { lane }), ...(proof && { proof }) };
  const issue = { type: 'IssueTicket', service, ...shown } as const;
  const issued = decideIssueTicket(hall, issue, context);
  if (!issued.ok) return issued;
  const fact = issued.events.find((event) => event.type === 'TicketIssued');
  if (!fact) return reject('ticket-unknown');
  if (fact.proof !== 'staff') return { ok: true, value: fact };
  if (reason === undefined) return reject('lane-needs-reason', { state: fact.lane });
  return { ok: true, value: { ...fact, laneReason: reason } };
};

/**
 * A ticket for a customer who stands at the counter, called and started at once.
 * Rules: CTR-7, CTR-12, ISSUE-1, LANE-5. Rejects: day-not-open, counter-unknown, choice-not-allowed,
 * as decideIssueTicket, lane-needs-reason, as freeToCall, counter-not-skilled, would-pass-protected.
 */
export const decideStartWalkUp = (hall: HallState, command: WalkUp, context: Context): Decision => {
  const { counter } = command;
  const day = dayAt(hall, counter);
  if (!day.ok) return day;
  const allowed = day.value.config.counterRule?.walkUpBy ?? WALK_UP;
  if (!isAmong(allowed, context.actor.role)) {
    return reject('choice-not-allowed', { state: context.actor.role });
  }
  const issued = issueAtCounter(hall, command, context);
  if (!issued.ok) return issued;
  const { ticket: id } = issued.value;
  return inTurn(
    hall,
    context.at,
    () => accept(issued.value),
    (after) =>
      putThere(after, id, (ticket) => callByHand(after, counter, ticket, 'walk-up', context.at)),
    (after) => decideStartService(after, { type: 'StartService', ticket: id, counter }),
  );
};
