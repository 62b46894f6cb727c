/** A line for each counter on a zone board: columns, pages and sizes, from what they have to say. Pure. */
import type { CounterLine } from './counter-lines.ts';
import type { Room } from './plan.ts';
import { textWidth } from './text-width.ts';

export type RowPlan = {
  readonly columns: number;
  /** Lines of one column. */
  readonly rows: number;
  /** Size of its numbers. Units: px. */
  readonly figure: number;
  /** Units: px. */
  readonly height: number;
  /** Of the widest label, so that all numbers begin at one place. Units: of figure. */
  readonly label: number;
  /** Whether there is room to say why a counter serves nobody. */
  readonly reasons: boolean;
};

/** A line, of the size of its numbers; and how much larger than needed numbers may stand. */
const LINE = 1.25;
const MOST = 2.2;
/** Between columns, and around label, words and bell. Units: of text. */
const GAP = 0.5;
const REST = 2.4;
/** The box of a label. Units: of figure. */
const BOX = 0.26;

type Asked = { readonly lines: readonly CounterLine[]; readonly room: Room };
type Shape = { readonly columns: number; readonly reasons: boolean };

const widestLabel = (lines: readonly CounterLine[]): number =>
  Math.max(0.84, ...lines.map(({ label }) => textWidth(label))) + BOX;

const figureFor = ({ lines, room }: Asked, { columns, reasons }: Shape): number | null => {
  const { text, call } = room;
  const width = (room.width - (columns - 1) * GAP * text) / columns - REST * text;
  const label = widestLabel(lines) + 0.3;
  const fits = (figure: number): boolean =>
    lines.every(({ number, words, short }) => {
      const said = reasons ? words : short;
      return (
        label * figure + (number ? textWidth(number) * figure : textWidth(said) * text) <= width
      );
    });
  if (!fits(call)) return null;
  let figure = call;
  while (figure * 1.05 <= call * MOST && fits(figure * 1.05)) figure *= 1.05;
  return figure;
};

/** As few columns as hold all lines, reasons left out before pages are turned. */
export const planRows = (lines: readonly CounterLine[], room: Room): RowPlan => {
  const asked = { lines, room };
  const shapes = [1, 2, 3].flatMap((columns): Shape[] => [
    { columns, reasons: true },
    { columns, reasons: false },
  ]);
  const possible = shapes.filter((shape) => figureFor(asked, shape) !== null);
  const plans = possible.map((shape) => planOf(asked, shape));
  const whole = plans.find(({ rows, columns }) => rows * columns >= lines.length);
  return whole ?? plans.at(-1) ?? planOf(asked, { columns: 1, reasons: false });
};

const planOf = (asked: Asked, shape: Shape): RowPlan => {
  const { lines, room } = asked;
  const most = Math.max(1, Math.floor(room.height / (room.call * LINE)));
  // Every page has about as many lines: none ends with a few at the top of an empty board.
  const pages = Math.max(1, Math.ceil(lines.length / (most * shape.columns)));
  const rows = Math.max(1, Math.ceil(lines.length / pages / shape.columns));
  const share = room.height / rows;
  const widest = figureFor(asked, shape) ?? room.call;
  const figure = Math.max(room.call, Math.min(widest, share / LINE));
  const height = Math.min(share, figure * LINE * 1.3);
  return { ...shape, rows, figure, height, label: widestLabel(lines) };
};

/** The strip over counters: how many side by side, and how large. Null: not even one has room. */
export type LedPlan = { readonly cells: number; readonly figure: number };

const LED_HEIGHT = 0.66;

/** Number, counter and state of one line beside each other. Units: px. */
const ledWidth = (
  { label, number, words }: CounterLine,
  figure: number,
  { text, name }: { readonly text: number; readonly name: string },
): number =>
  (textWidth(label) + textWidth(number ?? '')) * figure +
  (textWidth(name) + textWidth(words)) * text +
  REST * text;

export const planLed = (lines: readonly CounterLine[], room: Room, name: string): LedPlan => {
  const fits = (cells: number, figure: number): boolean =>
    lines.every((line) => ledWidth(line, figure, { text: room.text, name }) <= room.width / cells);
  let cells = Math.max(1, lines.length);
  while (cells > 1 && !fits(cells, room.call)) cells -= 1;
  let figure = Math.max(room.call, room.height * LED_HEIGHT);
  while (figure > room.call && !fits(cells, figure)) figure = Math.max(room.call, figure * 0.96);
  return { cells, figure };
};
