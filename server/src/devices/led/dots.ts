/** A page of a sign as dots: rows of text, each in the middle, in letters of 16 dots or a multiple. */
import { GLYPH_DOTS, glyphOf, textDots } from './glyphs.ts';

/** Size of a sign: whole bytes wide, whole letters high. Units: dots. */
export type SignSize = { readonly width: number; readonly height: number };

/** Rows from the top, eight dots to a byte, the leftmost the highest bit; a set bit is lit. */
export type Dots = Uint8Array;

export const blankDots = ({ width, height }: SignSize): Dots =>
  new Uint8Array((width / 8) * height);

type Pen = { readonly dots: Dots; readonly size: SignSize; readonly scale: number };

const light = ({ dots, size }: Pen, x: number, y: number): void => {
  if (x < 0 || y < 0 || x >= size.width || y >= size.height) return;
  const at = y * (size.width / 8) + (x >> 3);
  dots[at] = (dots[at] ?? 0) | (0x80 >> (x & 7));
};

/** One dot of a letter is a square of the sign. */
const lightSquare = (pen: Pen, left: number, top: number): void => {
  for (let y = 0; y < pen.scale; y += 1) {
    for (let x = 0; x < pen.scale; x += 1) light(pen, left + x, top + y);
  }
};

const drawLetter = (pen: Pen, character: string, left: number, top: number): number => {
  const { wide, rows } = glyphOf(character);
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < wide; x += 1) {
      const isLit = (row >> (wide - 1 - x)) & 1;
      if (isLit === 1) lightSquare(pen, left + x * pen.scale, top + y * pen.scale);
    }
  }
  return wide * pen.scale;
};

/** `scale`: how many dots of the sign a dot of a letter is wide and high. */
export const drawPage = (rows: readonly string[], size: SignSize, scale: number): Dots => {
  const pen = { dots: blankDots(size), size, scale };
  const rowDots = GLYPH_DOTS * scale;
  const first = Math.floor((size.height - rows.length * rowDots) / 2);
  for (const [nth, text] of rows.entries()) {
    let left = Math.floor((size.width - textDots(text) * scale) / 2);
    for (const character of text) left += drawLetter(pen, character, left, first + nth * rowDots);
  }
  return pen.dots;
};
