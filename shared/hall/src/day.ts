/** Opening, reopening and closing the business day. Source: product.md 3 (H3), 4.3. */
import type { CommandOf } from '@tingxu/contract/commands';
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { CounterId, Instant, LaneId } from '@tingxu/contract/ids';
import type { TotalsRow } from '@tingxu/contract/views';
import { carriedBookings, missedAtClosing, overAtOpening } from './booking.ts';
import { configurationAtOpening, learntFor } from './configuration.ts';
import { accept, type Decision, reject } from './decision.ts';
import { allLive, NO_TICKETS } from './live-tickets.ts';
import { openDay } from './lookup.ts';
import type { Counter, HallState, Ticket } from './state.ts';
import { NO_TURNS } from './turns.ts';

/**
 * Opens a later day with the configuration in force, or the day that was closed last once more.
 * Rules: DAY-1, DAY-2, DAY-5, CONF-1, CONF-3. Rejects: day-already-open, day-not-later.
 */
export const decideOpenDay = (
  hall: HallState,
  command: CommandOf<'OpenDay'>,
  at: Instant,
): Decision => {
  const { businessDay, schedule } = command;
  if (hall.day?.open) return reject('day-already-open', { state: hall.day.businessDay });
  if (hall.day?.businessDay === businessDay) return accept({ type: 'DayReopened', businessDay });
  if (hall.day && hall.day.businessDay > businessDay) {
    return reject('day-not-later', { state: hall.day.businessDay });
  }
  const configuration = configurationAtOpening(hall, command.config, at);
  const learnt = learntFor(hall, configuration.config);
  const carried = carriedBookings(hall, businessDay);
  return accept(...overAtOpening(hall, businessDay), {
    ...{ type: 'DayOpened', businessDay, ...configuration, learnt },
    ...carried,
    ...(schedule && { schedule }),
  });
};

/** How a live ticket ends when the day does. Rules: DAY-4, MISS-6. */
const endAtClosing = (ticket: Ticket): HallEvent => {
  if (ticket.state === 'missed') return { type: 'TicketExpired', ticket: ticket.id };
  const reason = ticket.call === null ? 'left-at-closing' : 'session-ended';
  return { type: 'TicketLeft', ticket: ticket.id, reason };
};

const closeCounters = (hall: HallState): HallEvent[] => {
  const events: HallEvent[] = [];
  for (const { id, staff } of hall.counters) {
    if (staff !== null) events.push({ type: 'CounterClosed', counter: id, staff });
  }
  return events;
};

/**
 * Closes the day. Missed tickets end as no-shows; those in line, set aside or being served refuse the
 * closing, unless it is the roll-over, which gives each of them its reason.
 * Rules: DAY-3, DAY-4. Rejects: day-not-open, day-has-live-tickets.
 */
export const decideCloseDay = (
  hall: HallState,
  command: CommandOf<'CloseDay'>,
  at: Instant,
): Decision => {
  const day = openDay(hall);
  if (!day.ok) return day;
  const tickets = allLive(hall.tickets);
  const live = tickets.filter((ticket) => ticket.state !== 'missed');
  if (live.length > 0 && command.remaining === 'refuse') {
    return reject('day-has-live-tickets', { state: String(live.length) });
  }
  const { businessDay } = day.value;
  return accept(
    ...tickets.map(endAtClosing),
    ...missedAtClosing(hall, businessDay, at),
    ...closeCounters(hall),
    { type: 'DayClosed', businessDay },
  );
};

export const noTotals = (lane: LaneId): TotalsRow => ({
  lane,
  issued: 0,
  entered: 0,
  served: 0,
  visitsServed: 0,
  noShow: 0,
  cancelled: 0,
  walkedOut: 0,
  left: 0,
  transferredOut: 0,
  waits: 0,
  within: 0,
  waitSumMs: 0,
  waitMaxMs: 0,
  passedOverMax: 0,
});

/** A counter that nobody has opened yet. */
export const closedCounter = (id: CounterId, at: Instant): Counter => ({
  id,
  state: 'closed',
  staff: null,
  sinceAt: at,
  pauseReason: null,
  ticket: null,
  help: null,
});

/** A new day begins with nothing but what was learnt. Rules: DAY-1, NUM-1. */
export const evolveDayOpened = (
  hall: HallState,
  event: EventOf<'DayOpened'>,
  at: number,
): HallState => {
  const { businessDay, config, urgencies, learnt, version = 1, plan = null } = event;
  return {
    hall: hall.hall,
    at,
    day: {
      ...{ businessDay, open: true, openedAt: at, config, urgencies },
      ...{ schedule: event.schedule ?? null, order: null },
    },
    configuration: { version, latest: event.latestVersion ?? plan?.version ?? version, plan },
    issued: 0,
    nextPlace: 1,
    series: {},
    tickets: NO_TICKETS,
    counters: config.counters.map(({ id }) => closedCounter(id, at)),
    bookings: event.bookings ?? [],
    learnt,
    totals: Object.fromEntries(config.lanes.map(({ id }) => [id, noTotals(id)])),
    calls: [],
    laneNow: {},
    turns: NO_TURNS,
  };
};

/** Marks the day open or closed; everything else stays for the screens. Rules: DAY-2, DAY-5. */
export const evolveDayOpen = (hall: HallState, open: boolean): HallState =>
  hall.day ? { ...hall, day: { ...hall.day, open } } : hall;
