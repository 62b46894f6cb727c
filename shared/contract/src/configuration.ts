/**
 * The configuration of a hall as something that changes: when a change takes effect, what waits to do
 * so, and what speaks against it. Rules: CONF-1..CONF-7.
 */
import * as z from 'zod/mini';
import { HallConfig } from './config.ts';
import { PostedDay } from './hours.ts';
import { Count, Instant, LaneId, TicketNumber } from './ids.ts';

/** Counts the changes, plans and withdrawals of a hall. Rules: CONF-1. */
export const ConfigurationVersion = z.int().check(z.positive());

/** When a planned change takes effect. */
export const PlannedFor = z.union([z.literal('next-day'), Instant]);
export type PlannedFor = z.infer<typeof PlannedFor>;

/** A change that waits. `urgencies` are those of its configuration, as in `DayOpened`. */
export const ConfigurationPlan = z.strictObject({
  config: HallConfig,
  urgencies: z.record(LaneId, Count),
  version: ConfigurationVersion,
  when: PlannedFor,
  /** Its hours on the day of its instant. Rules: HOURS-11. */
  posted: z.optional(PostedDay),
});
export type ConfigurationPlan = z.infer<typeof ConfigurationPlan>;

/**
 * What a change would lose or may not touch. `hall`: the id is of another hall. `zone`, `cut-over`:
 * fixed while a day is open. `lane`, `service`: live tickets have it. `counter`: it is in service.
 * `unserved`: live tickets would wait for a service that no counter takes. Rules: CONF-4.
 */
export const ConflictKind = z.enum([
  'hall',
  'zone',
  'cut-over',
  'lane',
  'service',
  'counter',
  'unserved',
]);
export type ConflictKind = z.infer<typeof ConflictKind>;

/** `id` is that of the lane, service, counter or hall; `tickets` are the live ones concerned. */
export const ConfigurationConflict = z.strictObject({
  kind: ConflictKind,
  id: z.string(),
  tickets: z.array(TicketNumber),
});
export type ConfigurationConflict = z.infer<typeof ConfigurationConflict>;

/** A sentence in every language of staff. */
export const Told = z.strictObject({ 'zh-CN': z.string(), 'zh-HK': z.string(), en: z.string() });
export type Told = z.infer<typeof Told>;

/**
 * One thing that a change does. `path` leads to it by ids, e.g. `lanes.vip.promise.targetMs`. `moved`:
 * the order of lanes, services or counters is another. `from` and `to` are there where it was or is.
 */
export const ConfigurationDifference = z.strictObject({
  path: z.string(),
  what: z.enum(['added', 'removed', 'changed', 'moved']),
  from: z.optional(z.unknown()),
  to: z.optional(z.unknown()),
});
export type ConfigurationDifference = z.infer<typeof ConfigurationDifference>;

export const ToldDifference = z.extend(ConfigurationDifference, { text: Told });
export type ToldDifference = z.infer<typeof ToldDifference>;
export const ToldConflict = z.extend(ConfigurationConflict, { text: Told });
export type ToldConflict = z.infer<typeof ToldConflict>;
