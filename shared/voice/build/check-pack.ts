/** `npm run voice:check [-- FOLDER]`: what a folder of recordings lacks, what is too loud, too long or too silent. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chanceOf } from '@tingxu/chance/chance';
import { PublicLocale } from '@tingxu/contract/locale';
import type { Pack } from '../src/pack.ts';
import { judgePack } from './judge-pack.ts';
import { measureCalls, type NumberFigures, type Parts, randomCall } from './measure-numbers.ts';
import { mix } from './mix.ts';
import { readPack } from './read-pack.ts';
import { clipTexts, PACK_FOLDER } from './texts.ts';

const [folder = PACK_FOLDER] = process.argv.slice(2);
const files = readPack(folder);
const languages = new Set(files.map(({ language }) => language));
const texts = clipTexts().filter(({ language }) => languages.has(language));
const chimes = [...languages].map((language) => ({ language, clip: 'chime' }));
const problems = judgePack(files, [...texts, ...chimes]);
for (const problem of problems) console.log(problem);
console.log(
  `${files.length} clips in ${[...languages].join(', ') || 'no language'}, ${problems.length} to mend`,
);
/** Two hundred random numbers, as a board joins their clips. */
const tellNumbers = (language: PublicLocale, pack: Pack): void => {
  const chance = chanceOf(12);
  const soundOf: Parts['soundOf'] = (_, clip) => {
    const sound = files.find((file) => file.language === language && file.clip === clip)?.sound;
    if (sound === undefined || typeof sound === 'string') throw new Error(`no ${clip}`);
    return sound;
  };
  const all = Array.from({ length: 200 }, () =>
    measureCalls([randomCall(chance)], language, { pack, soundOf, join: mix }),
  );
  const most = (of: (row: NumberFigures) => number): number => Math.max(...all.map(of));
  const levels = all.map(({ level }) => level);
  console.log(
    `${language}: 200 numbers, peak ${most(({ peak }) => peak).toFixed(1)} dBFS, ` +
      `spread ${(Math.max(...levels) - Math.min(...levels)).toFixed(2)} LU, ` +
      `${Math.min(...all.map(({ ms }) => ms))} to ${most(({ ms }) => ms)} ms, ` +
      `silence inside ${Math.round(most(({ silenceMs }) => silenceMs))} ms, ` +
      `at the edges ${Math.round(most(({ before, after }) => Math.max(before, after)))} ms, ` +
      `${most(({ pace }) => pace).toFixed(1)} signs a second, ` +
      `${all.filter(({ inOrder }) => inOrder).length} in order`,
  );
};
if (folder === PACK_FOLDER && problems.length === 0) {
  const pack: Pack = JSON.parse(readFileSync(join(PACK_FOLDER, 'manifest.json'), 'utf8'));
  for (const language of PublicLocale.options) tellNumbers(language, pack);
}
process.exitCode = problems.length > 0 || files.length === 0 ? 1 : 0;
