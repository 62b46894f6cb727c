/**
 * The business day of an instant: a local calendar day of the hall's zone that begins at the cut-over
 * hour. Days follow each other without a gap or an overlap, whatever the clocks do.
 * Rules: TIME-2. Source: product.md 2, architecture.md 3.
 */
import { BusinessDay, type Instant } from '@tingxu/contract/ids';
import { zoneTime } from './zone-time.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** No zone changes its offset inside such a slot. */
const SLOT_MS = 15 * 60_000;
/** No zone is further from UTC. */
const FURTHEST_MS = 15 * HOUR_MS;

export type DayRule = { readonly zone: string; readonly cutOverHour: number };

/**
 * The first instant at which the local clock shows a time of a day, or later. Where the clocks skip
 * the time, that is the end of the gap; where they repeat it, its first passing.
 * @param day days since 1970-01-01 in the local calendar
 */
export const localInstant = (zone: string, day: number, timeOfDayMs: number): Instant => {
  const { offsetAt } = zoneTime(zone);
  const asIfUtc = day * DAY_MS + timeOfDayMs;
  const offset = offsetAt(asIfUtc - FURTHEST_MS);
  if (offsetAt(asIfUtc + FURTHEST_MS) === offset) return asIfUtc - offset;
  let slot = Math.floor((asIfUtc - FURTHEST_MS) / SLOT_MS) * SLOT_MS;
  while (slot + SLOT_MS + offsetAt(slot) <= asIfUtc) slot += SLOT_MS;
  return Math.max(slot, asIfUtc - offsetAt(slot));
};

const startOf = ({ zone, cutOverHour }: DayRule, day: number): Instant =>
  localInstant(zone, day, cutOverHour * HOUR_MS);

/** The last day that has begun: clocks set back over the cut-over do not bring the old day back. */
const dayIndex = (rule: DayRule, at: Instant): number => {
  const { offsetAt } = zoneTime(rule.zone);
  const local = at + offsetAt(at);
  const shown = Math.floor((local - rule.cutOverHour * HOUR_MS) / DAY_MS);
  if (offsetAt(at - DAY_MS) === offsetAt(at)) return shown;
  return startOf(rule, shown + 1) <= at ? shown + 1 : shown;
};

export function businessDayAt(rule: DayRule, at: Instant): BusinessDay {
  const date = new Date(dayIndex(rule, at) * DAY_MS);
  return BusinessDay.parse(date.toISOString().slice(0, 10));
}

/** The first instant after `at` that belongs to another business day. */
export function nextCutOver(rule: DayRule, at: Instant): Instant {
  return startOf(rule, dayIndex(rule, at) + 1);
}

/** The instant at which the business day of `at` began. */
export function cutOverBefore(rule: DayRule, at: Instant): Instant {
  return startOf(rule, dayIndex(rule, at));
}
