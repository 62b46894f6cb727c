/** What opening and closing leave behind: the state with which a business day begins. */
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { CounterId, Instant, LaneId } from '@tingxu/contract/ids';
import { NO_TOTALS } from '@tingxu/contract/no-totals';
import type { TotalsRow } from '@tingxu/contract/totals-row';
import { NO_TICKETS, NO_VISITS } from './live-tickets.ts';
import { closingAt } from './reopen.ts';
import { openedAgain, shutByClosing } from './shut.ts';
import type { Counter, Day, HallState } from './state.ts';
import { NO_TURNS } from './turns.ts';

export const noTotals = (lane: LaneId): TotalsRow => ({ lane, ...NO_TOTALS });

/** A counter that nobody has opened yet. */
export const closedCounter = (id: CounterId, at: Instant): Counter => ({
  id,
  state: 'closed',
  staff: null,
  sinceAt: at,
  pauseReason: null,
  ticket: null,
  help: null,
  asked: null,
});

/** A new day begins with nothing but what was learnt. Rules: DAY-1, NUM-1. */
const evolveDayOpened = (hall: HallState, event: EventOf<'DayOpened'>, at: number): HallState => {
  const { businessDay, config, urgencies, learnt, version = 1, plan = null } = event;
  return {
    hall: hall.hall,
    at,
    day: {
      ...{ businessDay, open: true, openedAt: at, config, urgencies, limitsFromAt: 0 },
      ...{ schedule: event.schedule ?? null, order: null, turnsToldAt: at, shut: [] },
    },
    configuration: { version, latest: event.latestVersion ?? plan?.version ?? version, plan },
    issued: 0,
    nextPlace: 1,
    series: {},
    tickets: NO_TICKETS,
    served: NO_VISITS,
    counters: config.counters.map(({ id }) => closedCounter(id, at)),
    bookings: event.bookings ?? [],
    carried: [],
    closing: null,
    learnt,
    totals: Object.fromEntries(config.lanes.map(({ id }) => [id, noTotals(id)])),
    calls: [],
    turns: NO_TURNS,
    kioskHelp: [],
    ...(config.voice?.quiet && { voice: { quiet: true, asked: 0, askedAt: {} } }),
  };
};

type DayEvent = EventOf<'DayOpened' | 'DayReopened' | 'DayClosed' | 'NextOpeningPosted'>;

export const isDayEvent = (event: HallEvent): event is DayEvent =>
  ['DayOpened', 'DayReopened', 'DayClosed', 'NextOpeningPosted'].includes(event.type);

const withoutNext = ({ opensNextAt, ...day }: Day): Day => day;

/** Rules: HOURS-13. */
const evolveNextOpening = (hall: HallState, opensAt: Instant | null): HallState => {
  if (!hall.day) return hall;
  const day = withoutNext(hall.day);
  return { ...hall, day: opensAt === null ? day : { ...day, opensNextAt: opensAt } };
};

/**
 * A day that closes stays for the screens; one that opens again goes on, and tells everybody how issuing
 * is now. Rules: DAY-2, DAY-5, HOURS-6.
 */
export const evolveDay = (hall: HallState, event: DayEvent, at: Instant): HallState => {
  if (event.type === 'DayOpened') return evolveDayOpened(hall, event, at);
  if (event.type === 'NextOpeningPosted') return evolveNextOpening(hall, event.opensAt);
  if (!hall.day) return hall;
  if (event.type === 'DayClosed') {
    const closed = { open: false, shut: shutByClosing(hall.day, at) };
    const closing = closingAt(hall, at);
    return { ...hall, day: { ...hall.day, ...closed }, closing, kioskHelp: [] };
  }
  const opened = { open: true, turnsToldAt: at, shut: openedAgain(hall.day, at) };
  return { ...hall, day: { ...hall.day, ...opened }, closing: null };
};
