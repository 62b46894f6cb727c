/** The kiosks of a hall: where each stands, and how customers ask for a person there. */
import * as z from 'zod/mini';
import { DeviceId } from './devices.ts';
import { Instant, KioskId, Text } from './ids.ts';

/** A kiosk asks at most so often. Units: ms. Rules: HELP-2. */
export const HELP_EVERY_MS = 60_000;

/** One of the kiosks, and where it stands, as staff call the place. */
const KioskPlace = z.strictObject({
  id: KioskId,
  name: Text,
  /** The printer beside it, by its name in the settings of the server; its address may name another. */
  printer: z.optional(DeviceId),
  /** Slips in large letters for everybody, not only for who has chosen them on the screen. Rules: SLIP-1. */
  largeSlips: z.optional(z.boolean()),
});

/** Rules: HELP-1, HELP-2. */
export const KioskRule = z.strictObject({
  /** How long after it asked for help a kiosk may ask again. Default one minute. */
  helpEveryMs: z.optional(z.int().check(z.gte(10_000), z.lte(3_600_000))),
  /** Those that have a name; a kiosk without one is told by its id alone. */
  places: z.optional(
    z.array(KioskPlace).check(
      z.maxLength(40),
      z.refine(
        (rows) => new Set(rows.map(({ id }) => id)).size === rows.length,
        'two kiosks share an id',
      ),
    ),
  ),
});
export type KioskRule = z.infer<typeof KioskRule>;

/** A kiosk where somebody asks for a person. Nothing of staff: the kiosk shows it, too. Rules: HELP-1. */
export const KioskHelpRow = z.strictObject({
  kiosk: KioskId,
  calledAt: Instant,
  /** When somebody said that they come. */
  answeredAt: z.nullable(Instant),
});
export type KioskHelpRow = z.infer<typeof KioskHelpRow>;

/** Commands and facts. Part of the unions in commands.ts and events.ts. Rules: HELP-1, HELP-2. */
export const CallForHelpAtKiosk = z.strictObject({
  type: z.literal('CallForHelpAtKiosk'),
  kiosk: KioskId,
});
export const AnswerKioskHelp = z.strictObject({
  type: z.literal('AnswerKioskHelp'),
  kiosk: KioskId,
});
export const EndKioskHelp = z.strictObject({ type: z.literal('EndKioskHelp'), kiosk: KioskId });

const KioskHelpCalled = z.strictObject({
  type: z.literal('KioskHelpCalled'),
  kiosk: KioskId,
});
/** Somebody comes; who it is stands in the actor. */
const KioskHelpAnswered = z.strictObject({
  type: z.literal('KioskHelpAnswered'),
  kiosk: KioskId,
});
/** By staff, or taken back at the kiosk: the actor tells. */
const KioskHelpEnded = z.strictObject({ type: z.literal('KioskHelpEnded'), kiosk: KioskId });

export const KIOSK_HELP_EVENTS = [KioskHelpCalled, KioskHelpAnswered, KioskHelpEnded] as const;
