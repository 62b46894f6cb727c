/** Opening, reopening and closing the business day. Source: product.md 3 (H3), 4.3. */
import type { CommandOf } from '@tingxu/contract/commands';
import type { HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import { carriedBookings, missedAtClosing, overAtOpening } from './booking.ts';
import { decideCarry, isCarried } from './carry.ts';
import { configurationAtOpening, learntFor } from './configuration.ts';
import { accept, type Decision, reject } from './decision.ts';
import { turnSince } from './hours.ts';
import { allLive } from './live-tickets.ts';
import { openDay } from './lookup.ts';
import { decideReopenDay } from './reopen.ts';
import { inTurn } from './sequence.ts';
import type { Day, HallState, Ticket } from './state.ts';

/**
 * Opens a later day with the configuration in force and with what the day before set aside for it, or
 * the day that was closed last once more.
 * Rules: DAY-1, DAY-2, DAY-5, CONF-1, CONF-3, PARK-6. Rejects: day-already-open, day-not-later.
 */
const decideOpenDay = (hall: HallState, command: CommandOf<'OpenDay'>, at: Instant): Decision => {
  const { businessDay, schedule } = command;
  if (hall.day?.open) return reject('day-already-open', { state: hall.day.businessDay });
  if (hall.day?.businessDay === businessDay) return decideReopenDay(hall, hall.day);
  if (hall.day && hall.day.businessDay > businessDay) {
    return reject('day-not-later', { state: hall.day.businessDay });
  }
  const configuration = configurationAtOpening(hall, command.config, at);
  const learnt = learntFor(hall, configuration.config);
  const carried = carriedBookings(hall, { businessDay, ...configuration });
  const opened = accept(...overAtOpening(hall, businessDay), {
    ...{ type: 'DayOpened', businessDay, ...configuration, learnt },
    ...carried,
    ...(schedule && { schedule }),
  });
  const again = hall.carried.map((ticket) => (now: HallState) => decideCarry(now, ticket, at));
  return inTurn(hall, at, () => opened, ...again);
};

/**
 * Told once, and again when it is another one. Rules: HOURS-13.
 * Rejects: day-not-open (where no day ever was), instant-passed.
 */
const decidePostNextOpening = (
  { day }: HallState,
  { opensAt }: CommandOf<'PostNextOpening'>,
  at: Instant,
): Decision => {
  if (!day) return reject('day-not-open');
  if (opensAt !== null && opensAt <= at) return reject('instant-passed');
  if (opensAt === (day.opensNextAt ?? null)) return accept();
  return accept({ type: 'NextOpeningPosted', opensAt });
};

/** How a live ticket ends when the day does. Rules: DAY-4, MISS-6, PARK-6. */
const endAtClosing = (day: Day, ticket: Ticket): HallEvent => {
  const { id, state } = ticket;
  if (state === 'missed') return { type: 'TicketExpired', ticket: id };
  if (isCarried(day, ticket)) return { type: 'TicketLeft', ticket: id, reason: 'carried-over' };
  // Nobody was seen at a counter that only called: as CTR-8, it stands like one in line.
  const reason = state === 'serving' ? 'session-ended' : 'left-at-closing';
  return { type: 'TicketLeft', ticket: id, reason };
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
 * closing, unless it is the roll-over, which gives each of them its reason. Who goes on tomorrow is in
 * nobody's way. A turn of issuing that has come by then is told first: it lies before the closing.
 * Rules: DAY-3, DAY-4, PARK-6, HOURS-6. Rejects: day-not-open, day-has-live-tickets.
 */
const decideCloseDay = (hall: HallState, command: CommandOf<'CloseDay'>, at: Instant): Decision => {
  const day = openDay(hall);
  if (!day.ok) return day;
  const tickets = allLive(hall.tickets);
  const live = tickets.filter(
    (ticket) => ticket.state !== 'missed' && !isCarried(day.value, ticket),
  );
  if (live.length > 0 && command.remaining === 'refuse') {
    return reject('day-has-live-tickets', { state: String(live.length) });
  }
  const { businessDay } = day.value;
  return accept(
    ...turnSince(hall, at),
    ...tickets.map((ticket) => endAtClosing(day.value, ticket)),
    ...missedAtClosing(hall, day.value, at),
    ...closeCounters(hall),
    { type: 'DayClosed', businessDay },
  );
};

/** Rejects: as the three of them. */
export const decideDay = (
  hall: HallState,
  command: CommandOf<'OpenDay' | 'CloseDay' | 'PostNextOpening'>,
  at: Instant,
): Decision => {
  if (command.type === 'OpenDay') return decideOpenDay(hall, command, at);
  if (command.type === 'CloseDay') return decideCloseDay(hall, command, at);
  return decidePostNextOpening(hall, command, at);
};
