import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFiles } from '../tree.ts';

// In pieces, so that this file does not find itself.
const MARKS = new RegExp(
  `\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`,
);

export function markedLines(text: string): number[] {
  return text.split('\n').flatMap((line, index) => (MARKS.test(line) ? [index + 1] : []));
}

/** Unfinished work stands in an issue, not in a comment. */
export function checkMarks(root: string): string[] {
  const sources = ownFiles(root).filter((path) => /\.(tsx?|mjs|css|sql)$/.test(path));
  return sources.flatMap((path) =>
    markedLines(readFileSync(join(root, path), 'utf8')).map(
      (line) => `${path}:${line} marks unfinished work`,
    ),
  );
}
