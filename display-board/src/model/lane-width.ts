/** How wide the table of lanes must be, from what stands in it. Pure. */
import type { Room } from './plan.ts';
import { textWidth } from './text-width.ts';

/** The texts of one row, in one language. */
export type LaneTexts = {
  readonly name: string;
  readonly now: string;
  readonly waiting: string;
  readonly wait: string;
};

const COLUMNS = ['name', 'now', 'waiting', 'wait'] as const;
const SHORT = ['name', 'waiting', 'wait'] as const;
/** Before each column but the first, and the icon of a name. Units: em. */
const BETWEEN = 0.34;
const ICON = 1.15;

/** Heading and rows alike. Units: em of the text. */
const tableWidth = (rows: readonly LaneTexts[], columns: readonly (keyof LaneTexts)[]): number =>
  columns.reduce(
    (sum, column) => sum + BETWEEN + Math.max(0, ...rows.map((row) => textWidth(row[column]))),
    ICON,
  );

export type LowerWidths = {
  /** Of lanes and missed numbers; the recent calls have the rest. Units: px. */
  readonly info: number;
  readonly recent: number;
  /** Whether the lanes have room for the number of now: it is among the calls as well. */
  readonly now: boolean;
  /** Whether calls and lanes stand beside one another; else they take turns. */
  readonly beside: boolean;
};

/** Share of the width that lanes and missed numbers have beside the recent calls, at least. */
const INFO_SHARE = 0.56;
/** Between the two. Units: of the panel's unit. */
const GAP = 6;

/** `recent`: the least that the recent calls need; null when they do not stand beside. Units: px. */
export const lowerWidths = (
  { width, text, unit }: Room,
  lanes: readonly LaneTexts[],
  recent: number | null,
): LowerWidths => {
  const all = tableWidth(lanes, COLUMNS) * text;
  const short = tableWidth(lanes, SHORT) * text;
  const alone = { info: width, recent: width, now: all <= width, beside: false };
  if (recent === null) return alone;
  const most = width - unit * GAP - recent;
  if (short > most) return alone;
  const now = all <= most;
  const info = Math.min(most, Math.max(now ? all : short, width * INFO_SHARE));
  return { info, recent: width - unit * GAP - info, now, beside: true };
};
