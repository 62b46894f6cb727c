/** A sign as one sees it from the hall: amber dots on black, as a PNG. */
import { png } from '../png.ts';

/** Rows from the top; true is lit. */
export type LitDots = readonly (readonly boolean[])[];

/** A dot and the gap beside it. Units: pixels. */
const CELL = 5;
const FRAME = 6;

type Colour = 0 | 1 | 2 | 3;
/** Housing, dark dot, lit dot, edge of a lit dot. */
const PALETTE = Uint8Array.of(14, 14, 15, 40, 30, 20, 255, 176, 32, 150, 92, 14);

/** A lit dot is round: its corners are dimmer. */
const colourAt = (isLit: boolean, x: number, y: number): Colour => {
  if (x === CELL - 1 || y === CELL - 1) return 0;
  const isCorner = (x === 0 || x === CELL - 2) && (y === 0 || y === CELL - 2);
  if (isCorner) return isLit ? 3 : 0;
  return isLit ? 2 : 1;
};

/** The edge of a picture belongs to the housing. */
const cellOf = (dots: LitDots, pixel: number, count: number): number | null => {
  const inside = pixel - FRAME;
  const cell = Math.floor(inside / CELL);
  return inside < 0 || cell >= count || dots.length === 0 ? null : cell;
};

export const dotPicture = (dots: LitDots): Buffer => {
  const columns = dots[0]?.length ?? 0;
  return png({
    width: columns * CELL + 2 * FRAME,
    height: dots.length * CELL + 2 * FRAME,
    palette: PALETTE,
    colourAt: (x, y) => {
      const [column, row] = [cellOf(dots, x, columns), cellOf(dots, y, dots.length)];
      if (column === null || row === null) return 0;
      const isLit = dots[row]?.[column] ?? false;
      return colourAt(isLit, (x - FRAME) % CELL, (y - FRAME) % CELL);
    },
  });
};
