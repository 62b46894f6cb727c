/** `npm run voice:check [-- FOLDER]`: what a folder of recordings lacks, what is too loud, too long or too silent. */
import { judgePack } from './judge-pack.ts';
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
process.exitCode = problems.length > 0 || files.length === 0 ? 1 : 0;
