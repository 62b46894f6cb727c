/**
 * Devices as the config file of the machine names them. They belong to the machine and not to the hall's
 * configuration: whoever may change a queue must not be able to make the server talk to any address.
 * Decision: docs/adr/0020.
 */
import { DeviceId } from '@tingxu/contract/devices';
import { HallId, Text } from '@tingxu/contract/ids';
import { PublicLocale } from '@tingxu/contract/locale';
import * as z from 'zod/mini';

const HOST = /^[A-Za-z0-9.:-]{1,255}$/;

const TcpLine = z.strictObject({
  tcp: z.string().check(z.regex(HOST)),
  /** Default 9100. */
  port: z.optional(z.int().check(z.gte(1), z.lte(65_535))),
});
const FileLine = z.strictObject({ file: z.string().check(z.startsWith('/dev/')) });

/** A ticket printer that understands ESC/POS. */
export const PrinterSetting = z.strictObject({
  id: DeviceId,
  hall: HallId,
  kind: z.literal('ticket-printer'),
  name: Text,
  line: z.union([TcpLine, FileLine]),
  /** Width of the roll. Units: mm. */
  paper: z.union([z.literal(58), z.literal(80)]),
  /** The first one in full; default Chinese and English. */
  languages: z.optional(z.array(PublicLocale).check(z.minLength(1), z.maxLength(2))),
  /** How it says that a slip is out; default `status`. */
  confirms: z.optional(z.enum(['status', 'id', 'none'])),
  /** Bytes that the model needs before each slip, e.g. its character set, in hexadecimal. */
  setup: z.optional(z.string().check(z.regex(/^(?:[0-9a-f]{2}){0,32}$/))),
});
export type PrinterSetting = z.infer<typeof PrinterSetting>;

export const DeviceSettings = z
  .array(PrinterSetting)
  .check(
    z.refine(
      (devices) => new Set(devices.map(({ id }) => id)).size === devices.length,
      'two devices share an id',
    ),
  );
