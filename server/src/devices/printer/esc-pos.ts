/**
 * The commands of ESC/POS that a ticket needs, as bytes. Those that every printer of the trade in China
 * understands, so no page mode, no logos and no fonts of one maker.
 */

const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const DLE = 0x10;

export type Bytes = readonly number[];

/** What a real-time status is asked of. The answer comes past everything that waits to be printed. */
export type StatusOf = 1 | 2 | 3 | 4;
export const askStatus = (of: StatusOf): Bytes => [DLE, 0x04, of];

/** Throws away what waits to be printed, and goes on after an error that can be gone on from. */
export const CLEAR: Bytes = [DLE, 0x14, 8, 1, 3, 20, 1, 6, 2, 8];

/** The state after switching on: of the text, not of what waits. */
export const RESET: Bytes = [ESC, 0x40];
/** Two bytes and four are one character from here on. */
export const CHINESE: Bytes = [FS, 0x26];

/** Answered by a status of the paper once everything before has been printed. */
export const CONFIRM_BY_STATUS: Bytes = [GS, 0x72, 1];
/** Answered with the same four digits once everything before has been printed. Units: 0–9999. */
export const confirmById = (id: number): Bytes => [
  ...[GS, 0x28, 0x48, 6, 0, 48, 48],
  ...idDigits(id),
];
export const idDigits = (id: number): Bytes =>
  [...String(id % 10_000).padStart(4, '0')].map((digit) => digit.charCodeAt(0));

/** Times the usual size, 1 to 8. */
export const size = (wide: number, high: number): Bytes => [
  ...[GS, 0x21],
  ((wide - 1) << 4) | (high - 1),
];
export const bold = (on: boolean): Bytes => [ESC, 0x45, on ? 1 : 0];
/** White on black. */
export const inverse = (on: boolean): Bytes => [GS, 0x42, on ? 1 : 0];
export const align = (where: 'left' | 'centre'): Bytes => [ESC, 0x61, where === 'left' ? 0 : 1];
/** Height of a line. Units: dots. */
export const lineHeight = (dots: number): Bytes => [ESC, 0x33, dots];
export const LINE_FEED: Bytes = [0x0a];
/** Blank paper. Units: dots. */
export const feed = (dots: number): Bytes => [ESC, 0x4a, dots];
/** Feeds up to the knife and cuts, all but a point. */
export const CUT: Bytes = [GS, 0x56, 66, 0];

const qrCommand = (fn: number, ...parameters: readonly number[]): Bytes => {
  const length = parameters.length + 2;
  return [GS, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, fn, ...parameters];
};

/** A QR code that the printer draws itself, of medium correction. Units: `module` in dots. */
export const qrCode = (text: string, module: number): Bytes => [
  ...qrCommand(0x41, 0x32, 0),
  ...qrCommand(0x43, module),
  ...qrCommand(0x45, 0x31),
  ...qrCommand(0x50, 0x30, ...Buffer.from(text, 'ascii')),
  ...qrCommand(0x51, 0x30),
];
