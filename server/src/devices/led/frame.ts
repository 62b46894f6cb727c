/**
 * The reference frame of LED cards, as docs/LED-FRAME.md has it: in the manner of Onbon's BX cards, to their
 * memory only. There is no way here to say what would be written to flash. Rules: LED-4, LED-5.
 */
import { ARC, crc16 } from '../crc.ts';
import type { Dots, SignSize } from './dots.ts';

const BEGIN = 0xa5;
const END = 0x5a;
/** So that a card which has missed one still sees the next. */
const BEGIN_TIMES = 8;
const HEADER = 14;
/** Address of whoever commands. */
const HOST = 0x80_00;
const VERSION = 2;
const CARD = 0xfe;

const ARE_YOU_THERE = [0xa2, 0x00] as const;
const DYNAMIC_AREA = [0xa3, 0x06] as const;
const ALL_AREAS = 0xff;
/** Again and again from the first page, and dark when not told anew in time. */
const LOOP_THEN_DARK = 2;
const ANSWERED = 0xa0;
const TAKEN = 0;

const two = (value: number): readonly number[] => [value & 0xff, value >> 8];

const ESCAPES: ReadonlyMap<number, readonly number[]> = new Map([
  [0xa5, [0xa6, 0x02]],
  [0xa6, [0xa6, 0x01]],
  [0x5a, [0x5b, 0x02]],
  [0x5b, [0x5b, 0x01]],
]);
const PLAIN: ReadonlyMap<number, number> = new Map(
  Array.from(ESCAPES, ([plain, [first = 0, second = 0]]) => [first * 256 + second, plain]),
);

const escaped = (bytes: readonly number[]): readonly number[] =>
  bytes.flatMap((byte) => ESCAPES.get(byte) ?? [byte]);

/** Whom a frame is for, and its number, which the answer repeats. */
export type FrameTo = { readonly address: number; readonly number: number };

const framed = ({ address, number }: FrameTo, data: readonly number[]): Uint8Array => {
  const header = [...two(address), ...two(HOST), ...two(number), 0, 0, 0, 0, CARD, VERSION];
  const body = [...header, ...two(data.length), ...data];
  const begin = Array.from({ length: BEGIN_TIMES }, () => BEGIN);
  return Uint8Array.from([...begin, ...escaped([...body, ...two(crc16(ARC, body))]), END]);
};

const command = (what: readonly number[], rest: readonly number[]): readonly number[] => [
  ...what,
  // An answer is wanted.
  ...[1, 0, 0],
  ...rest,
];

export const askFrame = (to: FrameTo): Uint8Array => framed(to, command(ARE_YOU_THERE, []));

export const clearFrame = (to: FrameTo): Uint8Array =>
  framed(to, command(DYNAMIC_AREA, [ALL_AREAS, 0]));

export type Shown = {
  readonly size: SignSize;
  readonly pages: readonly Dots[];
  /** Each page. Units: ms, whole tenths of a second. */
  readonly stayMs: number;
  /** How long all of it holds without being told again. Units: s. */
  readonly validS: number;
};

/** In place of whatever the sign shows. */
export const showFrame = (to: FrameTo, { size, pages, stayMs, validS }: Shown): Uint8Array => {
  const place = [...two(0), ...two(0), ...two(size.width), ...two(size.height)];
  const times = [LOOP_THEN_DARK, ...two(validS), pages.length, ...two(stayMs / 100)];
  const bytes = pages.flatMap((page) => [...page]);
  return framed(to, command(DYNAMIC_AREA, [ALL_AREAS, 1, 0, ...place, ...times, ...bytes]));
};

export type LedAnswer = {
  readonly address: number;
  readonly number: number;
  readonly taken: boolean;
};

const word = (bytes: readonly number[], at: number): number =>
  (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256;

const answerIn = (body: readonly number[]): LedAnswer | null => {
  const data = body.slice(HEADER, -2);
  const isWhole =
    body.length >= HEADER + 4 &&
    word(body, HEADER - 2) === data.length &&
    crc16(ARC, body.slice(0, -2)) === word(body, body.length - 2);
  if (!isWhole || word(body, 0) !== HOST || data[0] !== ANSWERED) return null;
  return { address: word(body, 2), number: word(body, 4), taken: data[1] === TAKEN };
};

/** What an escaped body was; null when an escape means nothing. */
const plainOf = (raw: readonly number[]): readonly number[] | null => {
  const plain: number[] = [];
  for (let at = 0; at < raw.length; at += 1) {
    const byte = raw[at] ?? 0;
    const isEscape = byte === 0xa6 || byte === 0x5b;
    const meant = isEscape ? PLAIN.get(byte * 256 + (raw[at + 1] ?? 0)) : byte;
    if (meant === undefined) return null;
    plain.push(meant);
    if (isEscape) at += 1;
  }
  return plain;
};

/** No answer is longer. */
const LONGEST = 64;

/** Byte by byte: an answer when one is whole and right, else null. What is damaged is not heard. */
export const answerReader = (): ((byte: number) => LedAnswer | null) => {
  let raw: number[] | null = null;
  return (byte) => {
    if (byte === BEGIN) raw = [];
    else if (byte === END) {
      const body = raw && plainOf(raw);
      raw = null;
      return body && answerIn(body);
    } else if (raw && raw.length < LONGEST) raw.push(byte);
    else raw = null;
    return null;
  };
};
