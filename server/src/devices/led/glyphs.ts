/**
 * The letters of LED signs: 16 dots high, Latin ones 8 wide and Chinese ones 16, as Unifont has them.
 * Source: scripts/led-font.ts. Read when the first sign is drawn.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT } from '../../root.ts';

/** Height of every character. Units: dots. */
export const GLYPH_DOTS = 16;

/** Each row as a number, its leftmost dot the highest bit of `wide`. */
export type Glyph = { readonly wide: 8 | 16; readonly rows: readonly number[] };

const glyphFrom = (hex: string): Glyph => {
  const perRow = hex.length / GLYPH_DOTS;
  const rows = Array.from({ length: GLYPH_DOTS }, (_, row) =>
    Number.parseInt(hex.slice(row * perRow, (row + 1) * perRow), 16),
  );
  return { wide: perRow === 2 ? 8 : 16, rows };
};

const read = (): ReadonlyMap<string, string> => {
  const file = join(ROOT, 'server', 'assets', 'unifont-16.hex.gz');
  const lines = gunzipSync(readFileSync(file)).toString('latin1').trimEnd().split('\n');
  return new Map(
    lines.map((line) => {
      const [code = '', hex = ''] = line.split(':');
      return [String.fromCodePoint(Number.parseInt(code, 16)), hex];
    }),
  );
};

let known: ReadonlyMap<string, string> | null = null;

/** An empty box stands for a character that the file does not have. */
const MISSING = '□';

export const glyphOf = (character: string): Glyph => {
  known ??= read();
  return glyphFrom(known.get(character) ?? known.get(MISSING) ?? '');
};

/** Width of a text. Units: dots. */
export const textDots = (text: string): number =>
  Array.from(text, (character) => glyphOf(character).wide).reduce<number>(
    (sum, wide) => sum + wide,
    0,
  );
