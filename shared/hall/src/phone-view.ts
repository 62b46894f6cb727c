/**
 * One ticket as its holder sees it on the phone, and what changed in it between two states.
 * Rules: LINK-2, RATE-6, FEED-2, FEED-3.
 */
import type { FeedEvent } from '@tingxu/contract/feed';
import type { TicketId } from '@tingxu/contract/ids';
import { mayReturnBy } from '@tingxu/contract/missed-rule';
import type { PhoneRow, PhoneView } from '@tingxu/contract/views';
import { forecastFor } from './estimate.ts';
import { worstPositionNow } from './fairness.ts';
import { baseEvents, isAnew } from './feed-diff.ts';
import { findLive } from './live-tickets.ts';
import { missedRuleOf } from './missed-rule.ts';
import { phoneRating } from './rating.ts';
import type { Day, HallState, Ticket } from './state.ts';
import { baseOf } from './view.ts';

export type Outlook = Pick<PhoneRow, 'ahead' | 'worstPosition' | 'wait'>;

/** What stands between a waiting ticket and its call. Rules: CALL-6, WAIT-1. */
const outlook = (hall: HallState, day: Day, ticket: Ticket): Outlook =>
  ticket.state === 'waiting'
    ? {
        ...forecastFor(hall, day, ticket, hall.at),
        worstPosition: worstPositionNow(hall, day, ticket),
      }
    : { ahead: 0, worstPosition: null, wait: null };

/** The same for staff; null of a ticket that is not in line. Source: H39. */
export const outlookOf = (hall: HallState, id: TicketId): Outlook | null => {
  const ticket = findLive(hall.tickets, id);
  return hall.day && ticket?.state === 'waiting' ? outlook(hall, hall.day, ticket) : null;
};

const mayReturn = (day: Day, ticket: Ticket): boolean => {
  const rule = missedRuleOf(day, ticket);
  return ticket.state === 'missed' && rule !== undefined && mayReturnBy(rule, 'phone');
};

/** Null once the visit is over. */
const phoneRow = (hall: HallState, id: TicketId): PhoneRow | null => {
  const ticket = findLive(hall.tickets, id);
  const { day } = hall;
  if (!ticket || !day) return null;
  const { number, lane, service, state, issuedAt, further, hold, call, validUntilAt } = ticket;
  return {
    ...{ number, lane, service, state, issuedAt, further: [...further] },
    ...outlook(hall, day, ticket),
    hold,
    counter: call?.counter ?? null,
    calls: call?.calls ?? 0,
    calledAt: call?.lastAt ?? null,
    validUntilAt,
    mayReturn: mayReturn(day, ticket),
  };
};

export const phoneView = (hall: HallState, id: TicketId): PhoneView => ({
  audience: 'phone',
  ...baseOf(hall),
  ticket: phoneRow(hall, id),
  rating: phoneRating(hall, id),
});

/** The feed events of one ticket's phone between two committed states. */
export const phoneEvents = (
  before: HallState,
  after: HallState,
  id: TicketId,
): readonly FeedEvent[] => {
  const events = baseEvents(before, after);
  const told = (hall: HallState) => ({ row: phoneRow(hall, id), rating: phoneRating(hall, id) });
  const now = told(after);
  const changed = JSON.stringify(told(before)) !== JSON.stringify(now);
  if (changed || isAnew(before, after)) events.push({ type: 'phone', ...now });
  return events;
};

/** Whether the ticket itself changed, not only what stands before it. */
export const ticketChanged = (before: HallState, after: HallState, id: TicketId): boolean =>
  findLive(before.tickets, id) !== findLive(after.tickets, id) ||
  findLive(before.served, id) !== findLive(after.served, id);
