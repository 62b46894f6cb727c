/** Changes of live tickets that several command families share. */
import type { EndReason, EventOf } from '@tingxu/contract/events';
import type { DurationMs, Instant, TicketId } from '@tingxu/contract/ids';
import { shownCalls } from '@tingxu/contract/shown-calls';
import type { EntryCause } from '@tingxu/contract/staff-rows';
import type { CallRow } from '@tingxu/contract/views';
import { occupyCounter } from './counter.ts';
import { waitsAgain } from './leg-clock.ts';
import { findLive, withoutTicket, withTicket } from './live-tickets.ts';
import type { HallState, Ticket } from './state.ts';
import { addToTotals, legWaitMs } from './totals.ts';

/** Replaces some members of a live ticket. */
export const changeTicket = (hall: HallState, id: TicketId, more: Partial<Ticket>): HallState => {
  const ticket = findLive(hall.tickets, id);
  if (!ticket) return hall;
  return { ...hall, tickets: withTicket(hall.tickets, { ...ticket, ...more }) };
};

/** Where a ticket was aside is told of it in line, and it waits again. Rules: END-3. */
export const backInLine = (
  { aside, waited }: Ticket,
  cause: EntryCause,
  at: Instant,
): Pick<Ticket, 'aside' | 'entry' | 'waited'> => ({
  aside: null,
  ...waitsAgain({ waited }, at),
  entry: {
    ...{ cause, at },
    ...(aside?.counter && { counter: aside.counter }),
    ...(aside?.staff && { staff: aside.staff }),
  },
});

/** Service time of the leg until now; undefined while none of it has been served. Rules: SERVE-2. */
export const servedSoFar = (
  { servedMs, startedAt }: Pick<Ticket, 'servedMs' | 'startedAt'>,
  at: Instant,
): DurationMs | undefined => {
  if (startedAt !== null) return servedMs + at - startedAt;
  return servedMs > 0 ? servedMs : undefined;
};

/** By whom a ticket was set aside. */
const asideBy = (
  cause: 'parked' | 'sent-back',
  { counter, staff }: SetAsideEvent,
  sinceAt: Instant,
): Ticket['aside'] => ({ cause, sinceAt, counter, staff });

/** A ticket whose service is cut keeps what it was served and what it waited. Rules: SERVE-2, END-3. */
export const keptAside = (
  ticket: Ticket,
  servedMs: DurationMs | undefined,
): Pick<Ticket, 'servedMs' | 'waited'> =>
  servedMs === undefined
    ? { servedMs: ticket.servedMs, waited: ticket.waited }
    : { servedMs, waited: { ms: legWaitMs(ticket), againAt: null } };

/** Shows a call on top of the list; a recall moves its number up. */
export const showCall = (calls: readonly CallRow[], row: CallRow): readonly CallRow[] =>
  shownCalls([row, ...calls.filter((call) => call.number !== row.number)]);

/** Changes the state of a shown call where it stands; an old one that was only shown for being open goes. */
export const markCall = (hall: HallState, ticket: Ticket, state: CallRow['state']): HallState => ({
  ...hall,
  calls: shownCalls(
    hall.calls.map((call) => (call.number === ticket.number ? { ...call, state } : call)),
  ),
});

/** Takes the ticket away from its counter, if it is at one. */
export const leaveCounter = (hall: HallState, ticket: Ticket, at: Instant): HallState => {
  if (ticket.call === null) return hall;
  return occupyCounter(markCall(hall, ticket, 'over'), ticket.call.counter, null, at);
};

type SetAsideEvent = EventOf<'TicketParked' | 'TicketSentBack'>;

/** The counter is free; for whom the ticket is kept says its event. Rules: PARK-1, PARK-5, PREP-3. */
export const setAside = (
  hall: HallState,
  event: SetAsideEvent,
  at: Instant,
  more: Partial<Ticket> & Pick<Ticket, 'state'>,
): HallState => {
  const ticket = findLive(hall.tickets, event.ticket);
  if (!ticket) return hall;
  return changeTicket(leaveCounter(hall, ticket, at), ticket.id, {
    ...{ ...more, call: null, startedAt: null },
    ...keptAside(ticket, event.servedMs),
    only: event.only ?? null,
    aside: asideBy(event.type === 'TicketParked' ? 'parked' : 'sent-back', event, at),
  });
};

const AT_CLOSING: readonly EndReason[] = ['left-at-closing', 'session-ended', 'carried-over'];

const sumOf = (reason: Exclude<EndReason, 'served'>): 'noShow' | 'cancelled' | 'left' => {
  if (reason === 'no-show') return 'noShow';
  if (AT_CLOSING.includes(reason)) return 'left';
  return 'cancelled';
};

/** Removes a ticket from the live ones. Its row stays in the read tables. */
export const removeTicket = (hall: HallState, ticket: Ticket): HallState => ({
  ...hall,
  tickets: withoutTicket(hall.tickets, ticket.id),
});

/** Ends a ticket that was not served, with its one reason. Rules: END-1, END-3. */
export const endUnserved = (
  hall: HallState,
  id: TicketId,
  reason: Exclude<EndReason, 'served'>,
  at: Instant,
): HallState => {
  const ticket = findLive(hall.tickets, id);
  if (!ticket) return hall;
  const left = removeTicket(leaveCounter(hall, ticket, at), ticket);
  const sums = { [sumOf(reason)]: 1, ...(reason === 'walked-out' && { walkedOut: 1 }) };
  return { ...left, totals: addToTotals(left.totals, ticket.lane, sums) };
};
