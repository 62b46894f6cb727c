/** What screens need of the configuration. */
import * as z from 'zod/mini';
import { Dedication, Documents, LanePromise, SecondarySkill } from './config.ts';
import { LaneProof } from './customers.ts';
import { CounterId, HallId, LaneId, SeriesLetter, ServiceId, Text } from './ids.ts';
import { KioskRule } from './kiosk.ts';
import { MissedRule } from './missed-rule.ts';
import { Notice, Panel } from './notices.ts';
import { ServiceGroups, serviceLook } from './service-look.ts';

/** The parts of the configuration that screens need; changes when a day opens or its configuration does. */
export const HallProfile = z.strictObject({
  hall: HallId,
  name: Text,
  zone: z.string(),
  lanes: z.array(
    z.strictObject({
      id: LaneId,
      name: Text,
      hint: z.optional(Text),
      series: z.optional(SeriesLetter),
      selfSelect: z.boolean(),
      /** What else opens the lane. */
      proof: z.optional(LaneProof),
      promise: LanePromise,
      /** Told to the customer in one sentence with the ticket. */
      missed: MissedRule,
    }),
  ),
  services: z.array(
    z.strictObject({
      id: ServiceId,
      name: Text,
      hint: z.optional(Text),
      documents: z.optional(Documents),
      ...serviceLook,
      series: SeriesLetter,
    }),
  ),
  serviceGroups: z.optional(ServiceGroups),
  counters: z.array(
    z.strictObject({
      id: CounterId,
      label: z.string(),
      skills: z.array(ServiceId),
      secondary: z.optional(z.array(SecondarySkill)),
      dedicated: z.optional(Dedication),
    }),
  ),
  /** The lane of whoever names none. */
  defaultLane: LaneId,
  /** Services can be booked, so somebody may come with a reference. Rules: BOOK-6. */
  appointments: z.optional(z.literal(true)),
  /** Boards show the code by which phones take tickets. Rules: PHONE-1. */
  phoneTickets: z.optional(z.literal(true)),
  /**
   * Letters of today's numbers: those of lanes and services, and earlier ones of the day that a change
   * of the configuration took away. Rules: NUM-3, CONF-5.
   */
  letters: z.optional(z.array(SeriesLetter)),
  /** Those of the business day. Rules: TELL-1. */
  notices: z.optional(z.array(Notice)),
  panels: z.optional(z.array(Panel)),
  kiosks: KioskRule.shape.places,
});
export type HallProfile = z.infer<typeof HallProfile>;
