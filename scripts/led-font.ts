/**
 * The letters of LED signs: a part of GNU Unifont, dots as its makers drew them, in their own text format.
 * `node scripts/led-font.ts UNIFONT.HEX` with `unifont.hex` of Debian's package `unifont` (15.0.01), or of
 * unifoundry.com. Taken are Latin letters, what signs write between them, and the Chinese characters of
 * GB 2312 and of the first level of Big5. Licence: server/assets/unifont-16.OFL.txt.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TO = join(import.meta.dirname, '..', 'server', 'assets', 'unifont-16.hex.gz');

/** Characters of a double-byte set whose first and second bytes are in these ranges. */
const charactersOf = (set: string, leads: [number, number], trails: [number, number][]): string => {
  const decoder = new TextDecoder(set);
  let characters = '';
  for (let lead = leads[0]; lead <= leads[1]; lead += 1) {
    for (const [from, to] of trails) {
      for (let trail = from; trail <= to; trail += 1) {
        characters += decoder.decode(Uint8Array.of(lead, trail));
      }
    }
  }
  return characters;
};

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, step) => String.fromCodePoint(from + step)).join('');

const wanted = new Set(
  [
    ...range(0x20, 0x7e),
    ...range(0xa0, 0xff),
    ...range(0xff_01, 0xff_5e),
    ...'–—‘’“”…←↑→↓□　、。〈〉《》「」『』【】',
    ...charactersOf('gb2312', [0xb0, 0xf7], [[0xa1, 0xfe]]),
    ...charactersOf(
      'big5',
      [0xa4, 0xc6],
      [
        [0x40, 0x7e],
        [0xa1, 0xfe],
      ],
    ),
  ].flatMap((character) => character.codePointAt(0) ?? []),
);

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('node scripts/led-font.ts UNIFONT.HEX');
const isPrivateOrUnknown = (code: number): boolean =>
  code === 0xff_fd || (code >> 8 >= 0xe0 && code < 0xf9_00);
const taken = readFileSync(source, 'latin1')
  .split('\n')
  .filter((line) => {
    const code = Number.parseInt(line, 16);
    return wanted.has(code) && !isPrivateOrUnknown(code);
  });
writeFileSync(TO, gzipSync(`${taken.join('\n')}\n`, { level: 9 }));
console.log(`${taken.length} characters`);
