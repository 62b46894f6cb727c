/** Bodies of the REST API of the configuration. */
import * as z from 'zod/mini';
import { BookingId } from './appointments.ts';
import { HallConfig } from './config.ts';
import { ConfigurationVersion, Told, ToldConflict, ToldDifference } from './configuration.ts';
import { AskedTime, Count, CounterId, HallId, RestTime, ServiceId } from './ids.ts';
import { BookingStanding } from './rest-bookings.ts';
import { Actor } from './roles.ts';

/** When a change shall take effect. */
const When = z.union([z.literal('now'), z.literal('next-day'), AskedTime]);

/**
 * The configuration as JSON (`config`) or as the text of a YAML or JSON file (`text`); one of them.
 * Its schema is served at /api/v1/configuration.schema.json.
 */
const given = {
  config: z.optional(z.unknown()),
  text: z.optional(z.string().check(z.maxLength(500_000))),
};
export const PreviewConfigurationBody = z.strictObject({ ...given, when: z.optional(When) });
export type PreviewConfigurationBody = z.infer<typeof PreviewConfigurationBody>;

/**
 * `basedOn` is `latest` of the configuration that the change was made from; the header `If-Match` with
 * its ETag says the same, one of them is needed. Rules: CONF-2.
 */
export const ChangeConfigurationBody = z.strictObject({
  ...given,
  when: When,
  basedOn: z.optional(Count),
});
export type ChangeConfigurationBody = z.infer<typeof ChangeConfigurationBody>;
export const WithdrawConfigurationBody = z.strictObject({ basedOn: z.optional(Count) });

const Plan = z.strictObject({
  version: ConfigurationVersion,
  when: z.union([z.literal('next-day'), RestTime]),
  config: HallConfig,
});

/**
 * What is in force and what is planned. `latest` is the newest version, also the ETag. Before the first
 * day both versions are 0: the config file is in force and is changed there. Rules: CONF-1.
 */
export const ConfigurationReply = z.strictObject({
  hall: HallId,
  version: Count,
  latest: Count,
  config: HallConfig,
  plan: z.nullable(Plan),
});
export type ConfigurationReply = z.infer<typeof ConfigurationReply>;

/** One version as it was made, whether or not it ever took effect. */
export const ConfigurationVersionReply = z.strictObject({
  hall: HallId,
  version: ConfigurationVersion,
  config: HallConfig,
});
export type ConfigurationVersionReply = z.infer<typeof ConfigurationVersionReply>;

/**
 * What a change would do, without doing it. `affected` are live tickets whose lane or service it
 * touches, counters in service that it touches and bookings that it leaves without their slot. `withdraws` is the planned version that it replaces.
 */
export const ConfigurationPreview = z.strictObject({
  basedOn: Count,
  changes: z.array(ToldDifference),
  conflicts: z.array(ToldConflict),
  affected: z.strictObject({
    tickets: Count,
    counters: z.array(CounterId),
    /** Bookings that the hall would offer no more, in order of their time. Rules: BOOK-11. */
    bookings: z.array(
      z.strictObject({
        id: BookingId,
        service: ServiceId,
        startAt: RestTime,
        standing: BookingStanding,
      }),
    ),
  }),
  withdraws: z.nullable(ConfigurationVersion),
  /** Settings that the change leaves, or makes, without effect, and labels that the voice cannot say. Rules: CONF-8, VOICE-12. */
  idle: z.array(z.strictObject({ path: z.string(), text: Told })),
  /** The configuration as it was read, when it came as the text of a file. */
  config: z.optional(HallConfig),
});
export type ConfigurationPreview = z.infer<typeof ConfigurationPreview>;

export const ConfigurationHistory = z.strictObject({
  /** Newest first. */
  entries: z.array(
    z.strictObject({
      seq: Count,
      at: RestTime,
      by: Actor,
      version: ConfigurationVersion,
      what: z.enum(['changed', 'planned', 'postponed', 'took-effect', 'withdrawn']),
      /** Against what was in force before; empty where that is too long ago to be told. */
      changes: z.array(ToldDifference),
      text: Told,
    }),
  ),
});
export type ConfigurationHistory = z.infer<typeof ConfigurationHistory>;
