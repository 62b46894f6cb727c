/**
 * Devices as the config file of the machine names them. They belong to the machine and not to the hall's
 * configuration: whoever may change a queue must not be able to make the server talk to any address.
 * Decision: docs/adr/0020.
 */
import { DeviceId } from '@tingxu/contract/devices';
import { CounterId, HallId, KioskId, Text } from '@tingxu/contract/ids';
import { PublicLocale } from '@tingxu/contract/locale';
import { PaperWidth } from '@tingxu/contract/sheets';
import * as z from 'zod/mini';

const HOST = /^[A-Za-z0-9.:-]{1,255}$/;

const TcpLine = z.strictObject({
  tcp: z.string().check(z.regex(HOST)),
  /** By default 9100 of printers, 5005 of signs, 4001 of callers. */
  port: z.optional(z.int().check(z.gte(1), z.lte(65_535))),
});
/** Its names are names: no way leads out of the folder of devices. */
const DEVICE_FILE = /^\/dev(?:\/(?!\.{1,2}(?:\/|$))[^/\0]+)+$/;
const FileLine = z.strictObject({ file: z.string().check(z.regex(DEVICE_FILE)) });

/** No line at all: the device hangs on the page of that kiosk. Rules: DEV-7, SLIP-7. */
const PageLine = z.strictObject({ kiosk: KioskId });

const PrinterFields = z.strictObject({
  id: DeviceId,
  hall: HallId,
  kind: z.literal('ticket-printer'),
  name: Text,
  line: z.union([TcpLine, FileLine, PageLine]),
  paper: PaperWidth,
  /** The first one in full; default Chinese and English. */
  languages: z.optional(z.array(PublicLocale).check(z.minLength(1), z.maxLength(2))),
  /** How it says that a slip is out; default `status`. */
  confirms: z.optional(z.enum(['status', 'id', 'none'])),
  /** Bytes that the model needs before each slip, e.g. its character set, in hexadecimal. */
  setup: z.optional(z.string().check(z.regex(/^(?:[0-9a-f]{2}){0,32}$/))),
});
/** A page is told neither how to say that a slip is out, nor bytes. */
const fitsLine = ({ line, confirms, setup }: z.infer<typeof PrinterFields>): boolean =>
  !('kiosk' in line) || (confirms === undefined && setup === undefined);

/** A ticket printer that understands ESC/POS, or one that a kiosk's browser prints on. */
export const PrinterSetting = PrinterFields.check(
  z.refine(fitsLine, 'a printer of a kiosk’s browser takes no confirms and no setup'),
);
export type PrinterSetting = z.infer<typeof PrinterSetting>;

/** Units: dots. Whole bytes wide, whole letters high. */
const SignWidth = z.int().check(z.gte(32), z.lte(1_024), z.multipleOf(8));
const SignHeight = z.int().check(z.gte(16), z.lte(128), z.multipleOf(16));

/** One sign of a line: over a counter, or without one for the whole hall. */
export const SignSetting = z.strictObject({
  /** Of its card on the line; default 1. */
  address: z.optional(z.int().check(z.gte(1), z.lte(254))),
  width: SignWidth,
  height: SignHeight,
  counter: z.optional(CounterId),
  /** Of a sign for the hall: rows of text; by default as many as it has room for. */
  rows: z.optional(z.int().check(z.gte(1), z.lte(8))),
  /** Default Chinese. */
  language: z.optional(PublicLocale),
});
export type SignSetting = z.infer<typeof SignSetting>;

const hasOwnAddresses = (signs: readonly SignSetting[]): boolean =>
  new Set(signs.map(({ address = 1 }) => address)).size === signs.length;

const rowsFit = (signs: readonly SignSetting[]): boolean =>
  signs.every(({ rows = 1, height }) => rows * 16 <= height);

/** LED signs that hang on one line. */
export const LedSetting = z.strictObject({
  id: DeviceId,
  hall: HallId,
  kind: z.literal('led'),
  name: Text,
  line: z.union([TcpLine, FileLine]),
  signs: z
    .array(SignSetting)
    .check(
      z.minLength(1),
      z.maxLength(64),
      z.refine(hasOwnAddresses, 'two signs of a line share an address'),
      z.refine(rowsFit, 'a sign is too low for its rows'),
    ),
  /** How long they show what they were told without hearing more; default 10. Units: s. */
  validS: z.optional(z.int().check(z.gte(3), z.lte(300))),
});
export type LedSetting = z.infer<typeof LedSetting>;

/** The box of one counter. */
export const BoxSetting = z.strictObject({
  address: z.int().check(z.gte(1), z.lte(247)),
  counter: CounterId,
});

const noneTwice = (values: readonly (number | string)[]): boolean =>
  new Set(values).size === values.length;

/** Button boxes at counters that hang on one line. */
export const CallerSetting = z.strictObject({
  id: DeviceId,
  hall: HallId,
  kind: z.literal('caller'),
  name: Text,
  line: z.union([TcpLine, FileLine]),
  boxes: z.array(BoxSetting).check(
    z.minLength(1),
    z.maxLength(32),
    z.refine(
      (boxes) => noneTwice(boxes.map(({ address }) => address)),
      'two boxes of a line share an address',
    ),
  ),
});
export type CallerSetting = z.infer<typeof CallerSetting>;

/** What stands at a kiosk and is watched there: its reader, or the kiosk itself. Rules: DEV-7. */
export const WatchedSetting = z.strictObject({
  id: DeviceId,
  hall: HallId,
  kind: z.enum(['card-reader', 'kiosk']),
  name: Text,
  line: PageLine,
});
export type WatchedSetting = z.infer<typeof WatchedSetting>;

export const DeviceSetting = z.discriminatedUnion('kind', [
  PrinterSetting,
  LedSetting,
  CallerSetting,
  WatchedSetting,
]);
export type DeviceSetting = z.infer<typeof DeviceSetting>;

/** Where a device of that kind is listened for unless `port` says otherwise. */
export const DEFAULT_PORTS = { 'ticket-printer': 9_100, led: 5_005, caller: 4_001 } as const;

/** Two that speak on one line disturb each other: only one of them may ask. */
const lineOf = (setting: DeviceSetting): string => {
  const { kind, line } = setting;
  if ('kiosk' in line) return `${kind} ${setting.hall} ${line.kiosk}`;
  if ('file' in line) return line.file;
  const usual = kind in DEFAULT_PORTS ? DEFAULT_PORTS[kind as keyof typeof DEFAULT_PORTS] : 0;
  return `${line.tcp} ${line.port ?? usual}`;
};

export const DeviceSettings = z.array(DeviceSetting).check(
  z.refine((devices) => noneTwice(devices.map(({ id }) => id)), 'two devices share an id'),
  z.refine((devices) => noneTwice(devices.map(lineOf)), 'two devices share a line'),
);
