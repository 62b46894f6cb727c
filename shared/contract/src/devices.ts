/**
 * Devices of a hall that are no web page, as screens see them. Their states are of this moment and in no
 * journal; what they did for a ticket is a fact and stands there. Rules: DEV-1, SLIP-4.
 */
import * as z from 'zod/mini';
import { HallId, Instant, KioskId, Text, TicketNumber } from './ids.ts';

/** A device of the branch's machine, as its config file names it. */
export const DeviceId = z
  .string()
  .check(z.regex(/^(?!constructor$)[a-z0-9][a-z0-9-]{0,31}$/))
  .brand<'DeviceId'>();
export type DeviceId = z.infer<typeof DeviceId>;

export const DeviceKind = z.enum(['ticket-printer', 'led', 'caller', 'card-reader', 'kiosk']);
export type DeviceKind = z.infer<typeof DeviceKind>;

/**
 * What is wrong with a device. `lost`: it does not answer. `partly-lost`: some of those on one line
 * do not. `address-clash`: two on one line have the same address. `address-unknown`: one has an address that the
 * settings do not name. `counter-unknown`: the settings name a counter that the hall does not have. `offline`: it says that it cannot, and not why. `paper-low` alone is none yet: it still prints.
 */
export const DeviceTrouble = z.enum([
  'lost',
  'partly-lost',
  'address-clash',
  'address-unknown',
  'counter-unknown',
  'paper-out',
  'paper-low',
  'cover-open',
  'cutter',
  'fault',
  'offline',
]);
export type DeviceTrouble = z.infer<typeof DeviceTrouble>;

const HARMLESS: readonly DeviceTrouble[] = [
  'paper-low',
  'partly-lost',
  'address-clash',
  'address-unknown',
  'counter-unknown',
];

/** What keeps a device from its work. */
export const hinders = (trouble: DeviceTrouble): boolean => !HARMLESS.includes(trouble);

/** How a ticket is laid out on paper. */
export const SlipLayout = z.enum(['normal', 'large', 'documents']);
export type SlipLayout = z.infer<typeof SlipLayout>;

/**
 * What the newest slip of a printer came to. `unsure`: some of it may have come out. Rules: SLIP-4.
 */
export const SlipEnd = z.enum(['printing', 'printed', 'not-printed', 'unsure']);
export type SlipEnd = z.infer<typeof SlipEnd>;

/** A device as a kiosk may know it. */
export const PublicDeviceRow = z.strictObject({
  device: DeviceId,
  kind: DeviceKind,
  /** It can do its work now. */
  ready: z.boolean(),
  /** Of a printer: the newest slip. */
  slip: z.nullable(z.strictObject({ number: TicketNumber, end: SlipEnd })),
  /** Of a device that no line leads to: the kiosk whose page it hangs on. Rules: DEV-7, SLIP-7. */
  page: z.optional(KioskId),
});
export type PublicDeviceRow = z.infer<typeof PublicDeviceRow>;

/** A device as staff see it. */
export const DeviceRow = z.extend(PublicDeviceRow, {
  name: Text,
  /** `starting` until it was first heard of or given up. */
  link: z.enum(['starting', 'connected', 'lost']),
  troubles: z.array(DeviceTrouble),
  /** On a line with several: addresses of those that the troubles are about. */
  addresses: z.optional(z.array(z.int())),
  /** Since when all of that. */
  sinceAt: Instant,
});
export type DeviceRow = z.infer<typeof DeviceRow>;

/** All devices of a hall that the audience may know, whole each time. */
export const FeedDevices = z.strictObject({
  hall: HallId,
  devices: z.array(z.union([DeviceRow, PublicDeviceRow])),
});
export type FeedDevices = z.infer<typeof FeedDevices>;
