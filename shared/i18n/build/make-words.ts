/** Writes the table of the words of Hong Kong anew: after a text or the glossary changed. */
import { writeFileSync } from 'node:fs';
import { COMMAND, makeTable, ourGlossary, TABLE_FILE } from './hong-kong.ts';
import { staffPieces } from './our-texts.ts';

const WIDTH = 98;

/** Several words in a line, so that the file stays short; each line may be merged on its own. */
const inLines = (table: string): string => {
  const lines: string[] = [];
  for (const word of table.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join('\n');
};

const table = makeTable();
writeFileSync(
  TABLE_FILE,
  `/**
 * Words and signs of the Chinese texts of staff as Hong Kong writes them. Made by \`${COMMAND}\` from
 * the dictionaries of OpenCC (Apache-2.0) and our glossary (adr/0033): do not edit.
 */
export const HONG_KONG = \`
${inLines(table)}
\`;
`,
);
console.log(`${table.split(' ').length} words and signs`);

const pieces = staffPieces();
const idle = ourGlossary().filter(([word]) => !pieces.some((piece) => piece.includes(word)));
if (idle.length > 0) console.log(`no text has: ${idle.map(([word]) => word).join(' ')}`);
