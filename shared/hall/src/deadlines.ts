/**
 * Deadlines are state: the shell asks for the earliest and submits ExpireDeadlines when it is due. Those
 * of tickets are here: a missed one that ends or comes back by itself, a call that becomes a miss, a
 * ticket set aside whose time is over, a counter that gave no sign for too long. Beside them stand the
 * next turn of issuing (hours.ts) and a plan for the configuration (configuration.ts, which decides it).
 * Rules: MISS-6, MISS-12, CTR-8, CONF-3, PARK-4, HOURS-6.
 */
import type { HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import { planDeadline } from './configuration.ts';
import { accept, type Decision } from './decision.ts';
import { nextTurn, turnSince } from './hours.ts';
import { allLive } from './live-tickets.ts';
import { openDay } from './lookup.ts';
import { missFacts } from './miss.ts';
import { autoMissAt, missedRuleOf } from './missed-rule.ts';
import { parkIsOver } from './park.ts';
import { leaseEndsAt, releaseFacts } from './release.ts';
import { returnFact } from './return.ts';
import type { Day, HallState, Ticket } from './state.ts';

/** What happens to a ticket by itself, and when. `place` is the next one that may be given. */
type Deadline = {
  readonly at: Instant;
  readonly facts: (at: Instant, place: number) => readonly HallEvent[];
};

const ofMissed = (day: Day, ticket: Ticket): Deadline | null => {
  const { id, validUntilAt, returnsAt } = ticket;
  const rule = missedRuleOf(day, ticket);
  // Who could come back by itself only after its time is over does not.
  if (rule && returnsAt !== null && (validUntilAt === null || returnsAt < validUntilAt)) {
    return {
      at: returnsAt,
      facts: (at, place) => [returnFact(rule, ticket, at, place, 'timer')],
    };
  }
  if (validUntilAt === null) return null;
  const over: HallEvent = { type: 'TicketExpired', ticket: id, why: 'time-over' };
  return { at: validUntilAt, facts: () => [over] };
};

const ofCalled = (day: Day, ticket: Ticket): Deadline | null => {
  const { call } = ticket;
  const rule = missedRuleOf(day, ticket);
  if (call === null || !rule) return null;
  const missAt = autoMissAt(rule, day, call);
  if (missAt === null) return null;
  return { at: missAt, facts: (at) => missFacts(rule, { ...ticket, call }, at, { timer: true }) };
};

const ofLease = (hall: HallState, day: Day, ticket: Ticket): Deadline | null => {
  const { call } = ticket;
  const endsAt = leaseEndsAt(day, ticket);
  if (call === null || endsAt === null) return null;
  return {
    at: endsAt,
    facts: (_at, place) => releaseFacts(hall, { ...ticket, call }, place, 'lease-over'),
  };
};

const ofParked = (day: Day, ticket: Ticket): Deadline | null => {
  const { validUntilAt: at } = ticket;
  return at === null ? null : { at, facts: (_, place) => [parkIsOver(day, ticket, place)] };
};

/** The one that comes first; of two at once the first. */
const earlier = (left: Deadline | null, right: Deadline | null): Deadline | null => {
  if (left === null || right === null) return left ?? right;
  return right.at < left.at ? right : left;
};

const deadlineOf = (hall: HallState, day: Day, ticket: Ticket): Deadline | null => {
  switch (ticket.state) {
    case 'missed':
      return ofMissed(day, ticket);
    case 'called':
      return earlier(ofCalled(day, ticket), ofLease(hall, day, ticket));
    case 'serving':
      return ofLease(hall, day, ticket);
    case 'parked':
      return ofParked(day, ticket);
    case 'preparing':
    case 'waiting':
      return null;
    default:
      return ticket.state satisfies never;
  }
};

/** The earliest instant at which ExpireDeadlines would do something, or null. Rules: HOURS-6. */
export const nextDeadline = (hall: HallState): Instant | null => {
  let next: Instant | null = planDeadline(hall);
  if (!hall.day) return next;
  for (const ticket of allLive(hall.tickets)) {
    const at = deadlineOf(hall, hall.day, ticket)?.at ?? null;
    if (at !== null && (next === null || at < next)) next = at;
  }
  if (!hall.day?.open) return next;
  const turnsAt = nextTurn(hall.day);
  return turnsAt !== null && (next === null || turnsAt < next) ? turnsAt : next;
};

/** Everything that is due: first the turn of issuing, then tickets, oldest place first. */
export const decideExpireDeadlines = (hall: HallState, at: Instant): Decision => {
  const day = openDay(hall);
  if (!day.ok) return day;
  let place = hall.nextPlace;
  const events: HallEvent[] = [...turnSince(hall, at)];
  for (const ticket of [...allLive(hall.tickets)].sort((a, b) => a.place - b.place)) {
    const deadline = deadlineOf(hall, day.value, ticket);
    if (deadline === null || deadline.at > at) continue;
    const facts = deadline.facts(at, place);
    if (facts.some((event) => 'place' in event)) place += 1;
    events.push(...facts);
  }
  return accept(...events);
};
