/** A sign as one sees it from the hall: amber dots on black, as a PNG. */
import { crc32, deflateSync } from 'node:zlib';

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

const chunk = (name: string, data: Uint8Array): Uint8Array => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
};

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Eight bits a pixel, by palette. */
const BY_PALETTE = [8, 3, 0, 0, 0];

/** One byte a pixel, each row led by its filter, which is none. */
const pixels = (dots: LitDots, width: number, height: number): Buffer => {
  const rows = Buffer.alloc((width + 1) * height);
  for (const [row, cells] of dots.entries()) {
    for (const [column, isLit] of cells.entries()) {
      for (let y = 0; y < CELL; y += 1) {
        const from = (FRAME + row * CELL + y) * (width + 1) + 1 + FRAME + column * CELL;
        for (let x = 0; x < CELL; x += 1) rows[from + x] = colourAt(isLit, x, y);
      }
    }
  }
  return rows;
};

export const dotPicture = (dots: LitDots): Buffer => {
  const width = (dots[0]?.length ?? 0) * CELL + 2 * FRAME;
  const height = dots.length * CELL + 2 * FRAME;
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([size, Uint8Array.from(BY_PALETTE)])),
    chunk('PLTE', PALETTE),
    chunk('IDAT', deflateSync(pixels(dots, width, height))),
    chunk('IEND', new Uint8Array()),
  ]);
};
