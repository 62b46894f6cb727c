/**
 * The business day of an instant: a local calendar day of the hall's zone that begins at the cut-over
 * hour. Rules: DAY-1. Source: product.md 2, architecture.md 3.
 */
import { BusinessDay, type Instant } from '@tingxu/contract/ids';
import { zoneTime } from './zone-time.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const STEP_MS = 15 * 60_000;

export type DayRule = { readonly zone: string; readonly cutOverHour: number };

/** Local clock time as if it were UTC: calendar arithmetic without a zone. */
const localMs = (rule: DayRule, at: Instant): number => at + zoneTime(rule.zone).offsetAt(at);

const dayIndex = (rule: DayRule, at: Instant): number =>
  Math.floor((localMs(rule, at) - rule.cutOverHour * HOUR_MS) / DAY_MS);

export function businessDayAt(rule: DayRule, at: Instant): BusinessDay {
  const date = new Date(dayIndex(rule, at) * DAY_MS);
  return BusinessDay.parse(date.toISOString().slice(0, 10));
}

/**
 * The first instant after `at` that belongs to another business day. Where the clocks skip the
 * cut-over hour, the day begins with the first minute after the gap; where they repeat it, with its
 * first passing.
 */
export function nextCutOver(rule: DayRule, at: Instant): Instant {
  const today = dayIndex(rule, at);
  const asIfUtc = (today + 1) * DAY_MS + rule.cutOverHour * HOUR_MS;
  // Zones lie within a day of UTC; the search runs over quarters of an hour, then minutes.
  let from = asIfUtc - zoneTime(rule.zone).offsetAt(at) - 3 * HOUR_MS;
  for (const step of [STEP_MS, 60_000, 1_000]) {
    while (dayIndex(rule, from + step) <= today) from += step;
  }
  return from + 1_000;
}

/** The instant at which the business day of `at` began. */
export function cutOverBefore(rule: DayRule, at: Instant): Instant {
  const dayBefore = nextCutOver(rule, at - 2 * DAY_MS);
  let start = dayBefore;
  for (let next = dayBefore; next <= at; next = nextCutOver(rule, next)) start = next;
  return start;
}
