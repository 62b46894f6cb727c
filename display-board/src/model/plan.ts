/** How many rows fit where, from the real size of letters and panel. Pure. Units: px unless said. */

export type Room = {
  readonly width: number;
  readonly height: number;
  /** Size of the smallest letters of this panel. */
  readonly text: number;
  /** Size of called numbers at least. */
  readonly call: number;
  /** Of spaces and paddings. */
  readonly unit: number;
};

/** Line boxes as the style sheets draw them; in sizes of text or call. */
export const ROWS = {
  /** A heading with its rule, of text. */
  heading: 1.22,
  /** One lane, or one line of missed numbers, of text. */
  info: 1.2,
  /** One recent call, of call. */
  recent: 1.2,
  /** One slip among several, of call. */
  slip: 1.1,
  /** Between slips, of text. */
  slipGap: 0.16,
} as const;

const rowsIn = (height: number, row: number): number => Math.max(0, Math.floor(height / row));

export const isPortrait = ({ width, height }: Pick<Room, 'width' | 'height'>): boolean =>
  height > width;

/** Slips side by side when there are several. */
export const slipColumns = (slips: number, portrait: boolean): number =>
  slips > 1 && !portrait ? 2 : 1;

/** How many slips the whole body holds. */
export const stagePlaces = (room: Room, portrait: boolean): number => {
  const gap = room.text * ROWS.slipGap;
  const rows = rowsIn(room.height + gap, room.call * ROWS.slip + gap);
  return Math.max(1, rows * slipColumns(2, portrait));
};

/** At most this part of the body; below it stand the lanes. */
const MOST_REST = 0.55;

type Resting = { readonly lanes: readonly unknown[]; readonly phoneTickets?: unknown };

/**
 * How high the board says that calls will come: it takes what the lanes leave, and nothing from a code
 * that phones are to scan. Units: px.
 */
export const restHeight = ({ height, text }: Room, { lanes, phoneTickets }: Resting): number => {
  if (phoneTickets) return 0;
  const left = height - text * (ROWS.heading + Math.max(lanes.length, 3) * ROWS.info + 0.5);
  return Math.max(0, Math.min(left, height * MOST_REST));
};

export type LowerPlan = {
  /** Rows of recent calls; 0 leaves the list out. */
  readonly recent: number;
  /** Rows of the panel of lanes and missed numbers; 0 leaves it out. */
  readonly info: number;
};

export type LowerNeeds = { readonly lanes: number; readonly calls: number };

/**
 * Below the slips: recent calls and the panel share the height side by side, or stand one above the
 * other in portrait, where the panel takes what its lanes need, the calls what is left, and the panel
 * what they leave.
 */
export const planLower = (room: Room, portrait: boolean, needs: LowerNeeds): LowerPlan => {
  const { height, text, call } = room;
  const heading = text * ROWS.heading;
  if (!portrait) {
    const left = height - heading;
    const recent = Math.min(needs.calls, rowsIn(left, call * ROWS.recent));
    return { recent, info: rowsIn(left, text * ROWS.info) };
  }
  const least = Math.min(rowsIn(height - heading, text * ROWS.info), Math.max(needs.lanes, 3));
  const left = height - (least > 0 ? heading + least * text * ROWS.info : 0) - heading;
  const recent = Math.min(needs.calls, rowsIn(left, call * ROWS.recent));
  const calls = recent > 0 ? heading + recent * call * ROWS.recent : 0;
  return { recent, info: rowsIn(height - calls - heading, text * ROWS.info) };
};
