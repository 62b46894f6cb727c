/** Why a recorded call was the right one, from the state just before it. Rules: CALL-9, PROOF-2. */

import type {
  CallReasons,
  Candidate,
  ConfigInForce,
  NotTakenGroup,
  NotTakenReason,
} from '@tingxu/contract/call-reasons';
import type { EventOf } from '@tingxu/contract/events';
import type { Instant, TicketId, TicketNumber } from '@tingxu/contract/ids';
import { eligibleFor, type Moment, presenceAt, whyNotTaken } from './eligibility.ts';
import { comesBefore, type ScoredTicket } from './fairness.ts';
import { keeperFor } from './kept.ts';
import { scoreIn } from './lane-policy.ts';
import { allLive, findLive } from './live-tickets.ts';
import { counterConfig, laneConfig } from './lookup.ts';
import { momentOf } from './rule-versions.ts';
import type { Day, HallState, Ticket } from './state.ts';
import { waitedAt } from './totals.ts';

type Called = EventOf<'TicketCalled'>;

/** A waiting ticket as the rule sees it at a moment. */
export const candidateOf = (moment: Moment, ticket: Ticket): Candidate => {
  const { day, at } = moment;
  const lane = laneConfig(day, ticket.lane);
  return {
    ticket: ticket.id,
    number: ticket.number,
    lane: ticket.lane,
    service: ticket.service,
    waitMs: Math.max(0, at - ticket.waitFromAt),
    waitedMs: waitedAt(ticket, at),
    ...(ticket.earlierWaitMs > 0 && { earlierWaitMs: ticket.earlierWaitMs }),
    creditMs: lane?.creditMs ?? 0,
    targetMs: lane?.promise.targetMs ?? 0,
    urgency: day.urgencies[ticket.lane] ?? 0,
    rank: Math.max(
      0,
      day.config.lanes.findIndex(({ id }) => id === ticket.lane),
    ),
    place: ticket.place,
    score: scoreIn(moment, ticket),
    passedOver: ticket.passedOver,
    passOverCap: ticket.passOverCap,
    ...(ticket.first && { first: true as const }),
  };
};

/** By the rule's own order. Rules: CALL-3, LEG-6. */
const best = (candidates: readonly Rival[]): Rival | null => {
  let first: Rival | null = null;
  for (const one of candidates) if (first === null || comesBefore(one, first)) first = one;
  return first;
};

/** A ticket with how it stood. */
type Rival = ScoredTicket & { readonly seen: Candidate };

type Seen = {
  readonly event: Called;
  readonly winner: Candidate;
  readonly others: readonly Rival[];
  readonly protectedBy: Candidate | null;
};

const howOf = ({ event, winner, others, protectedBy }: Seen): CallReasons['how'] => {
  if (event.chosen) return 'chosen';
  if (protectedBy?.ticket === winner.ticket) return 'protected';
  if (event.first && others.length > 0) return 'first';
  if (protectedBy) return 'limited';
  return others.length === 0 ? 'alone' : 'score';
};

/** Among those that a protected ticket left. */
const withinOf = ({ event }: Seen, next: Rival | null): CallReasons['within'] => {
  if (next === null) return 'alone';
  return event.first ? 'first' : 'score';
};

type Rivals = Pick<CallReasons, 'next' | 'barred' | 'within'>;

const rivals = (seen: Seen, own: ScoredTicket): Rivals => {
  const { others, protectedBy } = seen;
  const limit = protectedBy?.place ?? Number.MAX_SAFE_INTEGER;
  const next = best(others.filter(({ ticket }) => ticket.place <= limit));
  const behind = best(others.filter(({ ticket }) => ticket.place > limit));
  const barred = behind !== null && comesBefore(behind, own) ? behind.seen : null;
  const isLimited = protectedBy !== null && !seen.event.chosen;
  return { next: next?.seen ?? null, barred, ...(isLimited && { within: withinOf(seen, next) }) };
};

/** Numbers named for each reason: enough to recognize, few enough to read. */
const NAMED = 5;

/** In line with a place before the winner's, and not for this counter. */
const notTakenAhead = (moment: Moment, winner: Ticket): readonly NotTakenGroup[] => {
  const whyNot = whyNotTaken(moment);
  const groups = new Map<NotTakenReason, TicketNumber[]>();
  const ahead = allLive(moment.hall.tickets)
    .filter(({ state, place }) => inLine.includes(state) && place < winner.place)
    .sort((a, b) => a.place - b.place);
  for (const ticket of ahead) {
    const why = whyNot(ticket);
    if (why) groups.set(why, [...(groups.get(why) ?? []), ticket.number]);
  }
  return [...groups].map(([why, numbers]) => ({
    ...{ why, count: numbers.length, numbers: numbers.slice(0, NAMED) },
  }));
};

const inLine: readonly Ticket['state'][] = ['waiting', 'preparing'];

const baseUrgency = (day: Day): number => {
  const known = day.config.lanes.map(({ id }) => day.urgencies[id] ?? 0);
  return known.reduce((least, one) => Math.min(least, one), known[0] ?? 0);
};

/** Null when the state does not hold what the call names. */
export const callReasons = (
  hall: HallState,
  event: Called,
  at: Instant,
  config: ConfigInForce,
): CallReasons | null => {
  const { day } = hall;
  const ticket = findLive(hall.tickets, event.ticket);
  const counter = day && counterConfig(day, event.counter);
  if (!day || !ticket || !counter) return null;
  const moment = momentOf(event.ruleVersion, { hall, day, counter, at });
  const asSeen = (one: Ticket): Candidate => candidateOf(moment, one);
  const named = (id: TicketId | undefined): Candidate | null => {
    const live = id && findLive(hall.tickets, id);
    return live ? asSeen(live) : null;
  };
  const eligible = eligibleFor(moment);
  const others = eligible
    .filter(({ id }) => id !== ticket.id)
    .map((other): Rival => {
      const seen = asSeen(other);
      return { ticket: other, score: seen.score, seen };
    });
  const winner = { ...asSeen(ticket), score: event.score };
  const seen = { event, winner, others, protectedBy: named(event.protectedBy) };
  return {
    how: howOf(seen),
    chosen: event.chosen?.reason ?? null,
    firstBy: null,
    only: keeperFor(hall, ticket, presenceAt(moment)) === null ? null : ticket.only,
    ...(ticket.hold > 0 && !event.chosen && { heldFor: ticket.hold }),
    tier: event.tier ?? null,
    policy: event.policy,
    ruleVersion: event.ruleVersion,
    config,
    skills: [...counter.skills],
    candidates: others.length + 1,
    baseUrgency: baseUrgency(day),
    winner,
    ...rivals(seen, { ticket, score: event.score }),
    protectedBy: seen.protectedBy,
    passedOver: event.passedOver.flatMap((id) => named(id) ?? []),
    notTaken: [...notTakenAhead(moment, ticket)],
  };
};
