/** The Chinese that staff read, as it stands in the sources: pieces between the parts that a text is given. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(import.meta.dirname, '..', 'src');

const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
/** Within quotation marks, and within a template between its parts. */
const PIECE = /[^'`"${}\n]*\p{Script=Han}[^'`"${}\n]*/gu;
/** Areas that customers read have their zh-HK from a hand. */
const BY_HAND = /^ *'zh-HK': [{(]/m;

export const piecesOf = (source: string): readonly string[] =>
  [...source.replace(COMMENT, '').matchAll(PIECE)].map(([piece]) => piece);

/** Every piece once. */
export const staffPieces = (): readonly string[] => {
  const files = readdirSync(SOURCES).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'hong-kong-table.ts',
  );
  const sources = files.map((name) => readFileSync(join(SOURCES, name), 'utf8'));
  return [...new Set(sources.filter((text) => !BY_HAND.test(text)).flatMap(piecesOf))];
};
