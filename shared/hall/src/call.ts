/** Calling the next ticket and calling it again. Source: product.md 4.1, H43, H44. */
import type { CommandOf } from '@tingxu/contract/commands';
import type { ChoiceReason } from '@tingxu/contract/counter-rule';
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { CounterId, Instant, StaffId } from '@tingxu/contract/ids';
import { occupyCounter } from './counter.ts';
import { accept, type Decision, reject } from './decision.ts';
import { helpsFrom, type Moment } from './eligibility.ts';
import { type Choice, chooseNext, RULE_VERSION } from './lane-policy.ts';
import { allLive, changeLive, findLive, withTicket } from './live-tickets.ts';
import {
  counterConfig,
  type Found,
  findCounter,
  findTicketAt,
  laneConfig,
  openDay,
} from './lookup.ts';
import { missedRuleOf, nextCountsAt } from './missed-rule.ts';
import type { HallState, Ticket } from './state.ts';
import { changeTicket, showCall } from './tickets.ts';
import { notePassedOver } from './totals.ts';
import { takeTurn, turnStep } from './turns.ts';

/** Why a counter finds nobody: nobody waits for it, or it is still kept for its own lanes. */
const nobodyFor = (moment: Moment): Decision => {
  const retryAt = helpsFrom(moment);
  return retryAt === null ? reject('nobody-waiting') : reject('counter-dedicated', { retryAt });
};

/**
 * A counter that may call now, and who sits there.
 * Rules: CALL-8. Rejects: day-not-open, counter-unknown, counter-closed, counter-paused, counter-busy.
 */
export const freeToCall = (
  hall: HallState,
  id: CounterId,
  at: Instant,
): Found<{ readonly moment: Moment; readonly staff: StaffId }> => {
  const day = openDay(hall);
  if (!day.ok) return day;
  const found = findCounter(hall, id);
  if (!found.ok) return found;
  const { state, staff, ticket } = found.value;
  if (state === 'closed' || staff === null) return reject('counter-closed');
  if (state === 'paused') return reject('counter-paused');
  if (ticket !== null) return reject('counter-busy', { state: ticket });
  const counter = counterConfig(day.value, id);
  if (!counter) return reject('counter-unknown');
  return { ok: true, value: { moment: { hall, day: day.value, counter, at }, staff } };
};

/** Whether the counter calls by itself after a service. Rules: CTR-5. */
export const callsByItself = (hall: HallState, id: CounterId): boolean => {
  const own = hall.day && counterConfig(hall.day, id)?.autoCall;
  return own ?? hall.day?.config.counterRule?.autoCall ?? false;
};

/**
 * Calls the ticket that the rule chooses; a teller never picks.
 * Rules: CALL-1..CALL-5, CALL-8..CALL-11.
 * Rejects: day-not-open, counter-unknown, counter-closed, counter-paused, counter-busy,
 * nobody-waiting, counter-dedicated.
 */
export const decideCallNext = (
  hall: HallState,
  command: CommandOf<'CallNext'>,
  at: Instant,
): Decision => {
  const free = freeToCall(hall, command.counter, at);
  if (!free.ok) return free;
  const { moment, staff } = free.value;
  const choice = chooseNext(moment);
  if (!choice) return nobodyFor(moment);
  return accept(...callFacts(hall, choice.ticket, calledFact(moment, staff, choice)));
};

/** The call of a choice, with all that explains it. Rules: CALL-9, CTR-6, LEG-6. */
export const calledFact = (
  { day, counter }: Moment,
  staff: StaffId,
  { ticket, score, passedOver, protectedBy, tier }: Choice,
  reason?: ChoiceReason,
): EventOf<'TicketCalled'> => ({
  type: 'TicketCalled',
  ticket: ticket.id,
  counter: counter.id,
  staff,
  attempt: ticket.attempts + 1,
  policy: day.config.policy.kind,
  ruleVersion: RULE_VERSION,
  score,
  passedOver: passedOver.map(({ id }) => id),
  ...(protectedBy && { protectedBy: protectedBy.id }),
  ...(tier && { tier }),
  ...(ticket.first && { first: true as const }),
  ...(reason && { chosen: { reason } }),
});

/** A call, and the missed tickets of the lane that do not outlive it, oldest first. Rules: MISS-12. */
export const callFacts = (
  hall: HallState,
  { lane, leg }: Pick<Ticket, 'lane' | 'leg'>,
  call: EventOf<'TicketCalled'>,
): readonly HallEvent[] => {
  const over = allLive(hall.tickets).filter(
    (ticket) => ticket.lane === lane && ticket.toleranceLeft === 1 && ticket.id !== call.ticket,
  );
  const why = 'tolerance-over';
  const first = { ...call, ...(leg > 0 && { leg }) };
  return [first, ...over.map(({ id }) => ({ type: 'TicketExpired', ticket: id, why }) as const)];
};

/** One more call of its lane: a held ticket comes closer, a missed one outlives one call less. */
const oneCallLater = (ticket: Ticket): Ticket => {
  if (ticket.hold > 0) return { ...ticket, hold: ticket.hold - 1 };
  const { toleranceLeft } = ticket;
  return toleranceLeft === null ? ticket : { ...ticket, toleranceLeft: toleranceLeft - 1 };
};

/** Counts the pass-overs of a call, and the call in its lane. */
const afterCall = (hall: HallState, called: Ticket, event: EventOf<'TicketCalled'>): HallState => {
  let { tickets, totals } = hall;
  for (const id of event.passedOver) {
    const passed = findLive(tickets, id);
    if (!passed) continue;
    tickets = withTicket(tickets, { ...passed, passedOver: passed.passedOver + 1 });
    totals = notePassedOver(totals, passed.lane, passed.passedOver + 1);
  }
  tickets = changeLive(tickets, (ticket) =>
    ticket.lane === called.lane && ticket.id !== called.id ? oneCallLater(ticket) : ticket,
  );
  return { ...hall, tickets, totals };
};

export const evolveTicketCalled = (
  hall: HallState,
  event: EventOf<'TicketCalled'>,
  at: Instant,
): HallState => {
  const ticket = findLive(hall.tickets, event.ticket);
  if (!ticket) return hall;
  const { counter, staff, attempt } = event;
  const counted = {
    firstAt: at,
    lastAt: at,
    calls: 1,
    counted: 1,
    lastCountedAt: at,
    escorted: false,
  };
  const walkUp = event.chosen?.reason === 'walk-up';
  const call = { counter, staff, leg: ticket.leg, walkUp, ...counted };
  const passed = afterCall(hall, ticket, event);
  const called = changeTicket(passed, ticket.id, {
    state: 'called',
    call,
    attempts: attempt,
    unseen: true,
    hold: 0,
    first: false,
  });
  const { number, lane } = ticket;
  const row = { number, counter, lane, attempt, calledAt: at, state: 'calling' } as const;
  const config = hall.day && laneConfig(hall.day, lane);
  return {
    ...occupyCounter(called, counter, ticket.id, at),
    turns: takeTurn(hall.turns, lane, turnStep(config ?? {})),
    calls: showCall(hall.calls, row),
  };
};

/**
 * Calls the same ticket again. Always allowed, but it counts towards a miss only when the interval
 * since the last counted call has passed: the system counts, not the teller.
 * Rules: MISS-1. Rejects: as findTicketAt.
 */
export const decideRecallTicket = (
  hall: HallState,
  command: CommandOf<'RecallTicket'>,
  at: Instant,
): Decision => {
  const found = findTicketAt(hall, command.ticket, command.counter, ['called']);
  if (!found.ok) return found;
  const { id, call, attempts, leg } = found.value;
  const rule = missedRuleOf(hall.day, found.value);
  const counted = rule === undefined || at >= nextCountsAt(rule, call);
  return accept({
    type: 'TicketRecalled',
    ticket: id,
    counter: call.counter,
    staff: call.staff,
    attempt: attempts + 1,
    counted,
    ...(leg > 0 && { leg }),
  });
};

export const evolveTicketRecalled = (
  hall: HallState,
  event: EventOf<'TicketRecalled'>,
  at: Instant,
): HallState => {
  const ticket = findLive(hall.tickets, event.ticket);
  if (!ticket?.call) return hall;
  const { number, lane, call } = ticket;
  const { counter, attempt, counted } = event;
  const row = { number, counter, lane, attempt, calledAt: at, state: 'calling' } as const;
  const recalled = changeTicket(hall, ticket.id, {
    attempts: attempt,
    call: {
      ...call,
      lastAt: at,
      calls: call.calls + 1,
      counted: call.counted + (counted ? 1 : 0),
      lastCountedAt: counted ? at : call.lastCountedAt,
    },
  });
  return { ...recalled, calls: showCall(hall.calls, row) };
};
