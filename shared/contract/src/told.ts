/**
 * What each audience of the feed is told, message by message, strictly: neither a row of another audience nor a
 * member that stands in no schema gets through. And what must stand in no schema of the public.
 * Rules: FEED-2, LINK-2, AUTH-13. Source: SEC-04.
 */
import * as z from 'zod/mini';
import { AUDIENCE_BESIDE, AUDIENCE_ROWS } from './access.ts';
import { BirthYear, CustomerHash, MaskedName } from './customers.ts';
import { FeedDevices, PublicDeviceRow } from './devices.ts';
import { FeedBatch, FeedClosing, FeedEvent, FeedSnapshot, FeedTick } from './feed.ts';
import { StaffId, TicketId, TicketLink } from './ids.ts';
import { Audience } from './roles.ts';
import { HallView } from './views.ts';
import { FeedVoice } from './voice.ts';

type Schema = z.core.$ZodType;

/** Those before which customers stand. */
export const PUBLIC_AUDIENCES = ['kiosk', 'board', 'phone', 'pad'] as const satisfies Audience[];

const only = (schema: z.ZodMiniLiteral): unknown => [...schema.def.values][0];

const eventOf = (audience: Audience): Schema => {
  const rows: readonly string[] = AUDIENCE_ROWS[audience];
  const told = ['profile', 'day', ...rows, ...rows.map((row) => `${row}-gone`)];
  return z.union(
    FeedEvent.def.options.filter(({ shape }) => told.includes(String(only(shape.type)))),
  );
};

const viewOf = (audience: Audience): Schema => {
  const view = HallView.def.options.find(({ shape }) => only(shape.audience) === audience);
  if (!view) throw new Error(`no view of ${audience}`);
  return view;
};

const BESIDE = { devices: FeedDevices, voice: FeedVoice };
const PublicDevices = z.extend(FeedDevices, { devices: z.array(PublicDeviceRow) });

/** Name of the message → what it must be; one that is not there is not for that audience. */
export const toldTo = (audience: Audience): ReadonlyMap<string, Schema> => {
  const open = PUBLIC_AUDIENCES.some((known) => known === audience);
  const beside = open ? { ...BESIDE, devices: PublicDevices } : BESIDE;
  return new Map<string, Schema>([
    ['snapshot', z.extend(FeedSnapshot, { view: viewOf(audience) })],
    ['batch', z.extend(FeedBatch, { events: z.array(eventOf(audience)) })],
    ['tick', FeedTick],
    ['closing', FeedClosing],
    ...AUDIENCE_BESIDE[audience].map((name): [string, Schema] => [name, beside[name]]),
  ]);
};

/** Why the audience must not be sent the message; null where it may. */
export const faultIn = (audience: Audience, name: string, message: unknown): string | null => {
  const schema = SCHEMAS.get(audience)?.get(name);
  if (!schema) return `${name} is not for ${audience}`;
  const { success, error } = z.safeParse(schema, message);
  return success ? null : `${name} for ${audience}: ${error.message}`;
};
const SCHEMAS = new Map(Audience.options.map((audience) => [audience, toldTo(audience)]));

/** What says something of a person. */
export const PERSONAL: readonly Schema[] = [StaffId, MaskedName, CustomerHash, BirthYear];
/** What is of one ticket and of nobody but its holder. */
export const OF_A_TICKET: readonly Schema[] = [TicketId, TicketLink];

const isSchema = (value: unknown): value is Schema => value instanceof z.core.$ZodType;

/** Where in a schema, however deep, one of `wanted` stands: names of members. */
export const placesOf = (
  schema: unknown,
  wanted: readonly Schema[],
  path = '',
  above: readonly unknown[] = [],
): string[] => {
  if (typeof schema !== 'object' || schema === null || above.includes(schema)) return [];
  if (wanted.some((one) => one === schema)) return [path];
  const inner = isSchema(schema) ? schema._zod.def : schema;
  return Object.entries(inner).flatMap(([name, value]) => {
    const isPart = isSchema(value) || Array.isArray(value) || name === 'shape';
    const at = isSchema(schema) || Array.isArray(schema) ? path : `${path}/${name}`;
    return isPart ? placesOf(value, wanted, at, [...above, schema]) : [];
  });
};
