/** About how wide texts are before they are drawn, so that nothing drawn is cut. Pure. */
import type { Room } from './plan.ts';

/** Advance widths of the board's faces at one em, rounded up: the first that matches counts. */
const WIDTHS: readonly (readonly [letters: RegExp, width: number])[] = [
  [/ /, 0.27],
  [/[\u2e80-\uffff]/, 1],
  [/[WMmw%]/, 0.95],
  [/[0-9]/, 0.61],
  [/[a-z]/, 0.52],
];
const OTHER = 0.66;

const letterWidth = (letter: string): number =>
  WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER;

/** Units: em of its own size. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + letterWidth(letter), 0);

/** A call on one line: its number, and where to go in figures and words. */
export type CallTexts = {
  readonly number: string;
  readonly label: string;
  /** All of the counter's name but the label. */
  readonly words: string;
};

/** Between the figures of a counter and its words. Units: of call. */
const WORD_GAP = 0.2;

/** Units: px. */
export const counterWidth = ({ label, words }: CallTexts, { text, call }: Room): number =>
  textWidth(label) * call + (words === '' ? 0 : textWidth(words) * text + WORD_GAP * call);

export const numberWidth = ({ number }: CallTexts, { call }: Room): number =>
  textWidth(number) * call;

/** Bell, paddings and edge of one slip among several. Units: px. */
const slipRest = ({ text, unit }: Room): number => 0.8 * text + 17 * unit;

export type SlipPlan = {
  /** Whether the word for counter has room on every slip; else an arrow says it. */
  readonly words: boolean;
  /** Of the counter's part: the same on every slip, so that they tear on one line. Units: px. */
  readonly stub: number;
};

const SHORT: Pick<CallTexts, 'words'> = { words: '' };
/** An arrow with its margin. Units: of text. */
const ARROW = 1.2;

/** Slips in so many columns. `gap` is between two of them. Units: px. */
export const planSlips = (
  calls: readonly CallTexts[],
  room: Room,
  { columns, gap }: { readonly columns: number; readonly gap: number },
): SlipPlan => {
  const width = (room.width - (columns - 1) * gap) / columns;
  const stub = Math.max(0, ...calls.map((call) => counterWidth(call, room)));
  const face = Math.max(0, ...calls.map((call) => numberWidth(call, room)));
  if (face + stub + slipRest(room) <= width) return { words: true, stub };
  const short = calls.map((call) => counterWidth({ ...call, ...SHORT }, room));
  return { words: false, stub: Math.max(0, ...short) + ARROW * room.text };
};

/** Whether every call stands on one line of that width with the word for counter. Units: px. */
export const linesFit = (calls: readonly CallTexts[], room: Room, width: number): boolean =>
  calls.every(
    (call) => numberWidth(call, room) + counterWidth(call, room) + 0.4 * room.text <= width,
  );

/** What the widest of them needs with an arrow for the word. Units: px. */
export const leastWidth = (calls: readonly CallTexts[], room: Room): number =>
  Math.max(
    0,
    ...calls.map((call) => numberWidth(call, room) + counterWidth({ ...call, ...SHORT }, room)),
  ) +
  (ARROW + 0.4) * room.text;
