/**
 * A day that was closed by mistake opens again as it was: what the closing ended goes on. The endings
 * stay in the journal, and each that is taken back is a fact of its own. Source: product.md 3 (H3).
 */
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import { isOffered } from '@tingxu/contract/offered';
import { accept, type Decision } from './decision.ts';
import { waitsAgain } from './leg-clock.ts';
import { findLive, withTicket } from './live-tickets.ts';
import { laneConfig } from './lookup.ts';
import type { Closing, Day, HallState, Ticket } from './state.ts';
import { keptAside, servedSoFar } from './tickets.ts';
import { addToTotals } from './totals.ts';

/** Ends that only the closing of a day gives, before it says that the day is closed. */
const endedByClosing = (hall: HallState, event: HallEvent): Partial<Closing> | null => {
  if (event.type === 'TicketExpired' || event.type === 'TicketLeft') {
    const ticket = event.why === undefined ? findLive(hall.tickets, event.ticket) : undefined;
    return ticket ? { tickets: [ticket] } : null;
  }
  if (event.type !== 'BookingExpired' || event.reason !== 'no-show') return null;
  const bookings = hall.bookings.filter(({ booking }) => booking === event.booking);
  return { bookings };
};

/** Keeps what the closing ends as it was; a closing is one command, so it has one instant. Rules: DAY-5. */
export const keepForReopening = (hall: HallState, event: HallEvent, at: Instant): HallState => {
  const ended = endedByClosing(hall, event);
  if (!ended) return hall;
  const { tickets, bookings } = hall.closing?.at === at ? hall.closing : NOTHING;
  const closing = {
    at,
    tickets: [...tickets, ...(ended.tickets ?? [])],
    bookings: [...bookings, ...(ended.bookings ?? [])],
  };
  return { ...hall, closing };
};
const NOTHING: Pick<Closing, 'tickets' | 'bookings'> = { tickets: [], bookings: [] };

/** What was kept belongs to this closing. */
export const closingAt = ({ closing }: HallState, at: Instant): Closing | null =>
  closing?.at === at ? closing : null;

/** The configuration may have changed in between. Rules: DAY-5, CONF-4. */
const stillFits = (day: Day, { lane, service }: Ticket): boolean =>
  laneConfig(day, lane) !== undefined && isOffered(day.config.counters, service);

/** `place` is the next one. */
const restored = (ticket: Ticket, closedAt: Instant, place: number): EventOf<'TicketRestored'> => {
  const { id, state } = ticket;
  const type = 'TicketRestored';
  if (state !== 'called' && state !== 'serving') return { type, ticket: id, state };
  const servedMs = servedSoFar(ticket, closedAt);
  const served = servedMs === undefined ? {} : { servedMs };
  return { type, ticket: id, state: 'waiting', place, ...served };
};

/**
 * Everything that the closing ended, in its order, then the day. Counters stay closed: who was at one
 * waits again before everybody, as when a counter is released.
 * Rules: DAY-5, CTR-8, SERVE-2.
 */
export const decideReopenDay = (hall: HallState, day: Day): Decision => {
  const { at: closedAt, tickets, bookings } = hall.closing ?? { at: hall.at, ...NOTHING };
  const events: HallEvent[] = [];
  let place = hall.nextPlace;
  for (const ticket of tickets) {
    if (!stillFits(day, ticket)) continue;
    const fact = restored(ticket, closedAt, place);
    if (fact.place !== undefined) place += 1;
    events.push(fact);
  }
  for (const { booking } of bookings) {
    // Whoever has booked under the same reference since then has that booking.
    const again = hall.bookings.some((row) => row.booking === booking);
    if (!again) events.push({ type: 'BookingRestored', booking });
  }
  return accept(...events, { type: 'DayReopened', businessDay: day.businessDay });
};

/** Where it goes on. */
const asRestored = (
  ticket: Ticket,
  event: EventOf<'TicketRestored'>,
  { at, closedAt }: { readonly at: Instant; readonly closedAt: Instant },
): Ticket => {
  const { place, servedMs } = event;
  const { call } = ticket;
  if (place === undefined || call === null) return ticket;
  const { counter, staff } = call;
  return {
    ...ticket,
    ...{ state: 'waiting', place, first: true, call: null, startedAt: null },
    ...waitsAgain(keptAside(ticket, servedMs), closedAt),
    entry: { cause: 'released', at, counter, staff },
  };
};

/** The ticket is live again, and the totals forget its end. Rules: DAY-5, END-1, END-3. */
export const evolveTicketRestored = (
  hall: HallState,
  event: EventOf<'TicketRestored'>,
  at: Instant,
): HallState => {
  const ticket = hall.closing?.tickets.find(({ id }) => id === event.ticket);
  if (!ticket) return hall;
  const closedAt = hall.closing?.at ?? at;
  const end = ticket.state === 'missed' ? { noShow: -1 } : { left: -1 };
  return {
    ...hall,
    tickets: withTicket(hall.tickets, asRestored(ticket, event, { at, closedAt })),
    carried: hall.carried.filter(({ id }) => id !== ticket.id),
    totals: addToTotals(hall.totals, ticket.lane, end),
    nextPlace: event.place === undefined ? hall.nextPlace : event.place + 1,
  };
};
