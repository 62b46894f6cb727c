/**
 * The posted hours of one business day as instants: weekday and holiday in local time become spans of
 * instants in the hall's zone. Rules: HOURS-1, HOURS-2, HOURS-7. Source: H1, H2, H11.
 */
import type { CommandOf } from '@tingxu/contract/commands';
import type { HallConfig } from '@tingxu/contract/config';
import type { PlannedFor } from '@tingxu/contract/configuration';
import type {
  PostedDay,
  PostedInterval,
  PostedWeek,
  Schedule,
  Span,
  Weekday,
} from '@tingxu/contract/hours';
import type { BusinessDay, Instant, ServiceId } from '@tingxu/contract/ids';
import { configurationAtOpening } from '@tingxu/hall/configuration';
import type { HallState } from '@tingxu/hall/state';
import { businessDayAt, localInstant } from './business-day.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DEFAULT_PRE_ISSUE_MINUTES = 5;

/** In the order of the days since 1970-01-01, a Thursday. */
const WEEKDAYS: readonly Weekday[] = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'];

const dayIndexOf = (businessDay: BusinessDay): number => Date.parse(businessDay) / DAY_MS;

const minutesOf = (time: string): number => {
  const [hour = '0', minute = '0'] = time.split(':');
  return Number(hour) * 60 + Number(minute);
};

type Rule = Pick<HallConfig, 'zone' | 'cutOverHour'>;

/** A time before the cut-over hour is on the next calendar day; the hour itself ends the day. */
const instantOf = (
  { zone, cutOverHour }: Rule,
  day: number,
  time: string,
  isEnd: boolean,
): Instant => {
  const minutes = minutesOf(time);
  const early = minutes < cutOverHour * 60 || (isEnd && minutes === cutOverHour * 60);
  return localInstant(zone, early ? day + 1 : day, minutes * MINUTE_MS);
};

/** Where the clocks skip an interval nothing is left of it. */
const spansOf = (rule: Rule, day: number, rows: readonly PostedInterval[]): Span[] =>
  rows
    .map(({ from, to }) => ({
      fromAt: instantOf(rule, day, from, false),
      toAt: instantOf(rule, day, to, true),
    }))
    .filter(({ fromAt, toAt }) => fromAt < toAt);

const rowsOn = (week: PostedWeek, day: BusinessDay): readonly PostedInterval[] =>
  week[WEEKDAYS[dayIndexOf(day) % 7] ?? 'mon'] ?? [];

/** Issuing ends some minutes before the last closing; an interval that is shorter goes altogether. */
const cutOff = (spans: readonly Span[], cutOffMs: number): Span[] => {
  const last = spans.at(-1);
  if (!last) return [];
  const toAt = last.toAt - cutOffMs;
  return toAt > last.fromAt ? [...spans.slice(0, -1), { ...last, toAt }] : spans.slice(0, -1);
};

const ownSpans = (
  weeks: Readonly<Record<string, PostedWeek>> | undefined,
  make: (week: PostedWeek) => Span[],
): Record<string, Span[]> | undefined =>
  weeks && Object.fromEntries(Object.entries(weeks).map(([id, week]) => [id, make(week)]));

/** The posted intervals of the hall itself, before any cut-off. */
const postedOn = ({ hours }: HallConfig, businessDay: BusinessDay): readonly PostedInterval[] =>
  hours ? (hours.holidays?.[businessDay] ?? rowsOn(hours.week, businessDay)) : [];

/** The posted intervals of the hall itself, before any cut-off; empty on a day without posted hours. */
export const postedSpans = (config: HallConfig, businessDay: BusinessDay): readonly Span[] =>
  spansOf(config, dayIndexOf(businessDay), postedOn(config, businessDay));

/** Undefined where the hall has no posted hours. */
export function scheduleOf(config: HallConfig, businessDay: BusinessDay): Schedule | undefined {
  const { hours } = config;
  if (!hours) return undefined;
  const day = dayIndexOf(businessDay);
  const make = (week: PostedWeek): Span[] => spansOf(config, day, rowsOn(week, businessDay));
  const posted = postedSpans(config, businessDay);
  const lanes = ownSpans(hours.lanes, make);
  const services = ownSpans(hours.services, make);
  return {
    issuing: cutOff(posted, (hours.cutOffMinutes ?? 0) * MINUTE_MS),
    preIssueMs: (hours.preIssueMinutes ?? DEFAULT_PRE_ISSUE_MINUTES) * MINUTE_MS,
    ...(lanes && { lanes }),
    ...(services && { services }),
  };
}

/**
 * The posted intervals that a booking must lie in: those of the hall to their closings, and those that
 * its service or the lane of bookings has of its own. None where no hours are posted. Rules: BOOK-10.
 */
export function bookableSpans(
  config: HallConfig,
  service: ServiceId,
  businessDay: BusinessDay,
): readonly (readonly Span[])[] {
  const { hours, appointments } = config;
  if (!hours) return [];
  const day = dayIndexOf(businessDay);
  const own = [hours.services?.[service], appointments && hours.lanes?.[appointments.lane]];
  const rows = own.flatMap((week) => (week ? [rowsOn(week, businessDay)] : []));
  return [postedOn(config, businessDay), ...rows].map((intervals) =>
    spansOf(config, day, intervals),
  );
}

/** When the doors open first and close last; null on a day without posted hours. */
export function postedDoors(config: HallConfig, businessDay: BusinessDay): Span | null {
  const spans = postedSpans(config, businessDay);
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last ? { fromAt: first.fromAt, toAt: last.toAt } : null;
}

/**
 * The command that opens a business day. `first` is the configuration of a hall that never opened one;
 * from then on the journal knows which is in force. Rules: DAY-1, HOURS-1, CONF-1.
 */
export function openingOf(
  hall: HallState,
  first: HallConfig,
  businessDay: BusinessDay,
  at: Instant,
): CommandOf<'OpenDay'> {
  const schedule = scheduleOf(configurationAtOpening(hall, first, at).config, businessDay);
  return { type: 'OpenDay', businessDay, config: first, ...(schedule && { schedule }) };
}

/**
 * The hours of a changed configuration on the day on which it takes effect: the open or the last one for
 * a change at once, the one of its instant for a plan. Undefined where the opening of a day brings them.
 * Rules: HOURS-11.
 */
export function postedHours(
  { day }: HallState,
  config: HallConfig,
  when: PlannedFor | 'now',
  now: Instant,
): PostedDay | undefined {
  if (!day || when === 'next-day') return undefined;
  const atOnce = when === 'now' || when <= now;
  const businessDay = atOnce ? day.businessDay : businessDayAt(day.config, when);
  return { businessDay, schedule: scheduleOf(config, businessDay) ?? null };
}
