/**
 * GB18030, the only character set that printers sold in China are made for: one, two or four bytes. The
 * runtime can only read it, so the way back is made once from what it reads.
 * Source: GB 18030; https://encoding.spec.whatwg.org/#gb18030-encoder.
 */
import { whenAsked } from '../../when-asked.ts';

/** Sequences of four bytes before which those of the other planes begin. */
const PLANES_FROM = 0x10000;
const FIRST_OF_PLANES = 189_000;
/** Four-byte sequences of the first plane. */
const FIRST_PLANE = 39_420;
const REPLACED = 0xfffd;
const QUESTION_MARK = 0x3f;

/** The four bytes with the given ordinal: digits to the bases 126, 10, 126 and 10. */
const fourBytes = (ordinal: number): readonly number[] => [
  0x81 + Math.floor(ordinal / 12_600),
  0x30 + (Math.floor(ordinal / 1_260) % 10),
  0x81 + (Math.floor(ordinal / 10) % 126),
  0x30 + (ordinal % 10),
];

/** Every sequence of two bytes, then those of four for the first plane, so that the shorter one is kept. */
const sequences = (): (readonly number[])[] => {
  const all: (readonly number[])[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) all.push([lead, trail]);
  }
  for (let ordinal = 0; ordinal < FIRST_PLANE; ordinal += 1) all.push(fourBytes(ordinal));
  return all;
};

const LINE_FEED = 0x0a;

/** Read in one piece, a line each: one by one it would take a tenth of a second. */
const table = whenAsked(() => {
  const all = sequences();
  const text = Buffer.alloc(5 * all.length);
  let length = 0;
  for (const bytes of all) {
    for (const byte of bytes) length = text.writeUInt8(byte, length);
    length = text.writeUInt8(LINE_FEED, length);
  }
  const read = new TextDecoder('gb18030').decode(text.subarray(0, length)).split('\n');
  const known = new Map<number, readonly number[]>();
  for (const [index, bytes] of all.entries()) {
    const character = read[index] ?? '';
    const point = character.codePointAt(0) ?? REPLACED;
    const isOne = character.length === 1 && point !== REPLACED;
    if (isOne && !known.has(point)) known.set(point, bytes);
  }
  return known;
});

/** Makes the table before somebody waits for it. */
export const warmGb18030 = (): void => void table();

const bytesOf = (point: number): readonly number[] => {
  if (point < 0x80) return [point];
  if (point >= PLANES_FROM) return fourBytes(FIRST_OF_PLANES + point - PLANES_FROM);
  return table().get(point) ?? [QUESTION_MARK];
};

/** Control characters would be commands to the printer; halves of characters are no text. */
const isText = (point: number): boolean => point >= 0x20 && point !== 0x7f;

/** The bytes of a text; what is no character becomes a question mark. */
export const gb18030 = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      const point = character.codePointAt(0) ?? QUESTION_MARK;
      return isText(point) ? bytesOf(point) : [QUESTION_MARK];
    }),
  );
