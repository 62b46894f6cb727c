/**
 * Posted hours: what the configuration says of them in local time, and the instants that the shell
 * makes of them for one business day. The hall compares instants only. Source: H1, H2, H11.
 */
import * as z from 'zod/mini';
import { BusinessDay, DurationMs, Instant, LaneId, ServiceId } from './ids.ts';

/** Local time of day; one before the cut-over hour belongs to the night at the end of the day. */
export const TimeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

export const PostedInterval = z.strictObject({ from: TimeOfDay, to: TimeOfDay });
export type PostedInterval = z.infer<typeof PostedInterval>;

const intervals = z.array(PostedInterval).check(z.maxLength(6));

export const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
export type Weekday = z.infer<typeof Weekday>;

/** A weekday that is not named is closed. */
export const PostedWeek = z.strictObject({
  mon: z.optional(intervals),
  tue: z.optional(intervals),
  wed: z.optional(intervals),
  thu: z.optional(intervals),
  fri: z.optional(intervals),
  sat: z.optional(intervals),
  sun: z.optional(intervals),
});
export type PostedWeek = z.infer<typeof PostedWeek>;

const minutes = (most: number) => z.int().check(z.gte(0), z.lte(most));

/** Rules: HOURS-1..HOURS-7. */
export const HoursConfig = z.strictObject({
  week: PostedWeek,
  /** Dates with other hours than their weekday's; none means closed. */
  holidays: z.optional(z.record(BusinessDay, intervals)),
  /** Lanes and services with hours of their own, e.g. corporate ones; inside the hall's. */
  lanes: z.optional(z.record(LaneId, PostedWeek)),
  services: z.optional(z.record(ServiceId, PostedWeek)),
  /** So long before opening staff may issue. Default: 5. */
  preIssueMinutes: z.optional(minutes(240)),
  /** So long before the last closing issuing ends. Default: 0. */
  cutOffMinutes: z.optional(minutes(240)),
  /** The day opens by itself when staff may issue. Default: no. */
  opensItself: z.optional(z.boolean()),
  /** The day closes by itself after the last closing, once nobody is left. Default: no. */
  closesItself: z.optional(z.boolean()),
});
export type HoursConfig = z.infer<typeof HoursConfig>;

/** From an instant up to, not with, another. */
export const Span = z.strictObject({ fromAt: Instant, toAt: Instant });
export type Span = z.infer<typeof Span>;

const spans = z.array(Span);

/** The posted hours of one business day, in the order of time and apart from each other. */
export const Schedule = z.strictObject({
  issuing: spans,
  preIssueMs: DurationMs,
  lanes: z.optional(z.record(LaneId, spans)),
  services: z.optional(z.record(ServiceId, spans)),
});
export type Schedule = z.infer<typeof Schedule>;

/** The posted hours of a day by another configuration; null where it posts none. Rules: HOURS-11. */
export const PostedDay = z.strictObject({
  businessDay: BusinessDay,
  schedule: z.nullable(Schedule),
});
export type PostedDay = z.infer<typeof PostedDay>;

/** Why somebody departs from the posted hours. Rules: HOURS-4, HOURS-5. */
export const IssuingReason = z.enum([
  'overcrowded',
  'equipment',
  'emergency',
  'staff-shortage',
  'early-closing',
  'late-opening',
  'customer-need',
]);
export type IssuingReason = z.infer<typeof IssuingReason>;

/** `not-yet` and `over` follow from the posted hours; `stopped` and `extended` were ordered. */
export const IssuingState = z.enum(['open', 'not-yet', 'over', 'stopped', 'extended']);
export type IssuingState = z.infer<typeof IssuingState>;

/** What everybody may know of issuing: its state, until when, and why where it was ordered. */
export const IssuingRow = z.strictObject({
  state: IssuingState,
  untilAt: z.nullable(Instant),
  reason: z.nullable(IssuingReason),
});
export type IssuingRow = z.infer<typeof IssuingRow>;
