/**
 * The way back of a missed ticket, whoever says that the customer is there: the customer, staff, or the
 * timer of the rule (deadlines.ts). How often, how long and where it then stands says the missed rule.
 * Rules: MISS-4..MISS-7, MISS-9, MISS-10, MISS-12, MISS-14.
 */
import type { CommandOf, KeepFor } from '@tingxu/contract/commands';
import type { EventOf } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import type { MissedRule, ReturnChannel } from '@tingxu/contract/missed-rule';
import { mayReturnBy } from '@tingxu/contract/missed-rule';
import { PUBLIC_ROLES, type Role, STAFF_ROLES } from '@tingxu/contract/roles';
import { accept, type Context, type Decision, reject } from './decision.ts';
import { refuseKeeper } from './kept.ts';
import { findLive } from './live-tickets.ts';
import { type Found, findTicket, openDay } from './lookup.ts';
import { mayOverride } from './miss.ts';
import { missedRuleOf, returnStanding, versionOf } from './missed-rule.ts';
import type { HallState, Ticket } from './state.ts';
import { backInLine, changeTicket } from './tickets.ts';

/** How the customer came, told by who asks; the server alone has seen nobody. Rules: MISS-9. */
const channelOf = (role: Role): ReturnChannel | null => {
  if (role === 'system') return null;
  if (STAFF_ROLES.includes(role)) return 'staff';
  return role === 'phone' ? 'phone' : 'kiosk';
};

/** A new place, standing as the rule says. Rules: MISS-4, MISS-7. */
export const returnFact = (
  rule: MissedRule,
  ticket: Ticket,
  at: Instant,
  place: number,
  via: EventOf<'TicketReturned'>['via'],
): EventOf<'TicketReturned'> => ({
  type: 'TicketReturned',
  ticket: ticket.id,
  place,
  ...returnStanding(rule, ticket, at),
  ruleVersion: versionOf(rule),
  via,
});

type Keeping = Pick<EventOf<'TicketReturned'>, 'only'>;

/**
 * Kept for the counter that missed it or for whoever sat there, as staff say; else as before.
 * Rules: MISS-14, LEG-7. Rejects: override-not-allowed, as refuseKeeper.
 */
const keptForMisser = (
  hall: HallState,
  { aside, service }: Ticket,
  keepFor: KeepFor | undefined,
  { at, actor: { role } }: Context,
): Found<Keeping> => {
  if (keepFor === undefined || !aside?.counter || !aside.staff) return { ok: true, value: {} };
  if (PUBLIC_ROLES.includes(role)) return reject('override-not-allowed', { state: role });
  const day = openDay(hall);
  if (!day.ok) return day;
  const only = keepFor === 'counter' ? { counter: aside.counter } : { staff: aside.staff };
  return refuseKeeper(hall, day.value, { only, service }, at) ?? { ok: true, value: { only } };
};

/**
 * The customer is back, at the kiosk, on the phone or through staff. Whoever may go round the rule
 * puts the ticket first, with its wait kept.
 * Rules: MISS-4, MISS-6, MISS-7, MISS-9, MISS-10, MISS-14.
 * Rejects: as findTicket, ticket-not-in-state, return-expired, override-not-allowed,
 * return-channel-closed, as refuseKeeper.
 */
export const decideReturnTicket = (
  hall: HallState,
  command: CommandOf<'ReturnTicket'>,
  { at, actor }: Context,
): Decision => {
  const found = findTicket(hall, command.ticket);
  if (!found.ok) return found;
  const ticket = found.value;
  if (ticket.state !== 'missed') return reject('ticket-not-in-state', { state: ticket.state });
  if (ticket.validUntilAt !== null && at >= ticket.validUntilAt) return reject('return-expired');
  const rule = missedRuleOf(hall.day, ticket);
  if (!rule) return reject('lane-unknown');
  const via = channelOf(actor.role);
  if (via === null) return reject('return-channel-closed', { state: actor.role });
  const { override, keepFor } = command;
  const kept = keptForMisser(hall, ticket, keepFor, { at, actor });
  if (!kept.ok) return kept;
  if (override !== undefined) {
    if (!mayOverride(actor.role)) return reject('override-not-allowed', { state: actor.role });
    const { nextPlace: place } = hall;
    return accept({
      ...{ type: 'TicketReturned', ticket: ticket.id, place, hold: 0, first: true },
      ...{ ruleVersion: versionOf(rule), via, override, ...kept.value },
    });
  }
  if (!mayReturnBy(rule, via)) return reject('return-channel-closed', { state: via });
  return accept({ ...returnFact(rule, ticket, at, hall.nextPlace, via), ...kept.value });
};

/** What a customer does alone; staff and timers say it of somebody. Rules: END-4. */
const CAME_THEMSELVES: readonly EventOf<'TicketReturned'>['via'][] = ['kiosk', 'phone'];

export const evolveTicketReturned = (
  hall: HallState,
  event: EventOf<'TicketReturned'>,
  at: Instant,
): HallState => {
  const ticket = findLive(hall.tickets, event.ticket);
  if (!ticket) return hall;
  const returned = changeTicket(hall, ticket.id, {
    state: 'waiting',
    place: event.place,
    hold: event.hold,
    waitFromAt: event.waitFromAt ?? ticket.waitFromAt,
    first: event.first ?? false,
    only: event.only ?? ticket.only,
    returns: ticket.returns + 1,
    unseen: ticket.unseen && !CAME_THEMSELVES.includes(event.via),
    missedAt: null,
    validUntilAt: null,
    toleranceLeft: null,
    returnsAt: null,
    ...backInLine(ticket, 'returned', at),
  });
  return { ...returned, nextPlace: event.place + 1 };
};
