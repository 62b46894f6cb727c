/** Facts of the business day and of the configuration. Part of the union in events.ts. */
import * as z from 'zod/mini';
import { Booking } from './appointments.ts';
import { HallConfig } from './config.ts';
import { ConfigurationConflict, ConfigurationPlan, ConfigurationVersion } from './configuration.ts';
import { Schedule } from './hours.ts';
import { BusinessDay, Count, DurationMs, Instant, LaneId, ServiceId } from './ids.ts';

/**
 * Service time of one service as learnt from the journal so far.
 * Units: ms; `deviationMs` is the mean absolute deviation; `samples` is capped by the learning rule.
 */
export const LearntService = z.strictObject({
  meanMs: DurationMs,
  deviationMs: DurationMs,
  samples: Count,
});
export type LearntService = z.infer<typeof LearntService>;

/**
 * `urgencies` are millionths per minute, computed once from the promises so that a replay needs no
 * floating-point logarithm. `learnt` carries service times over from earlier days. `version` is that
 * of the configuration (1 where it is absent), `latestVersion` the newest one given where it differs,
 * `plan` a change that still waits. Rules: CONF-1, CONF-3.
 */
export const DayOpened = z.strictObject({
  type: z.literal('DayOpened'),
  businessDay: BusinessDay,
  config: HallConfig,
  urgencies: z.record(LaneId, Count),
  learnt: z.record(ServiceId, LearntService),
  version: z.optional(ConfigurationVersion),
  latestVersion: z.optional(ConfigurationVersion),
  plan: z.optional(ConfigurationPlan),
  /** Of this day and later ones; absent where there are none. Rules: BOOK-7. */
  bookings: z.optional(z.array(Booking)),
  schedule: z.optional(Schedule),
});
export const DayClosed = z.strictObject({ type: z.literal('DayClosed'), businessDay: BusinessDay });
/** The first posted opening after the day; null: not known any more. Rules: HOURS-13. */
export const NextOpeningPosted = z.strictObject({
  type: z.literal('NextOpeningPosted'),
  opensAt: z.nullable(Instant),
});

/**
 * From this event on the hall works by this configuration, and by its posted hours where `schedule` says
 * that they are others today (null: none any more). Rules: CONF-1, CONF-5, HOURS-11.
 */
export const ConfigurationChanged = z.strictObject({
  type: z.literal('ConfigurationChanged'),
  config: HallConfig,
  urgencies: z.record(LaneId, Count),
  version: ConfigurationVersion,
  schedule: z.optional(z.nullable(Schedule)),
});
/**
 * A change that waits for its moment. `postponedBy` says what was in its way when the moment came: it
 * now waits for the next opening of a day. Rules: CONF-3, CONF-4.
 */
export const ConfigurationPlanned = z.extend(ConfigurationPlan, {
  type: z.literal('ConfigurationPlanned'),
  postponedBy: z.optional(z.array(ConfigurationConflict)),
});
/** `plan` is the version of the change that will not happen; the withdrawal counts as a version, too. */
export const ConfigurationPlanWithdrawn = z.strictObject({
  type: z.literal('ConfigurationPlanWithdrawn'),
  plan: ConfigurationVersion,
  version: ConfigurationVersion,
});
