/**
 * Which program folds events into a hall: a hash of the sources that have a say in it. The bundle
 * carries the hash of the sources that it was made from (server/vite.config.ts).
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

/** What an event means, how an old one is read, and the packages that both stand on. */
const SOURCES = ['shared/contract/src', 'shared/hall/src'];
const FILES = ['server/src/journal/upcast.ts', 'pnpm-lock.yaml'];

const sourcesBelow = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`)
    .sort();

let known: string | undefined;

/** Read once; another source text, another version. */
export const coreVersion = (): string => {
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  for (const file of [...SOURCES.flatMap(sourcesBelow), ...FILES]) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    hash.update(`${file} ${text.length}\n${text}`);
  }
  known = hash.digest('hex');
  return known;
};
