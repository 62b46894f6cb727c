import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asvsMarkdown } from '../asvs/page.ts';
import {
  type AsvsTable,
  chapterOf,
  type Proof,
  type Requirement,
  readTable,
} from '../asvs/table.ts';

/** Longer ones would be the standard's text, not a hint at it. Units: words. */
const LONGEST_ABOUT = 12;

const TITLE = /(?:\b(?:test|it)(?:\.\w+)*|\))\s*\(\s*(['"`])((?:\\[\s\S]|(?!\1)[^\\])*)\1/g;

/** The titles of a test file, as they are written in it. */
export const titlesIn = (source: string): string[] =>
  [...source.matchAll(TITLE)].map(([, , title = '']) => title.replaceAll(/\\(.)/g, '$1'));

function rowProblems({ id, level, about, answer, strange }: Requirement): string[] {
  const words = about === '' ? 0 : about.split(/\s+/).length;
  return [
    ...(/^\d+\.\d+\.\d+$/.test(id) ? [] : [`${id || 'a row without id'} is no requirement`]),
    ...([1, 2, 3].includes(level) ? [] : [`${id} has no level`]),
    ...(words >= 1 && words <= LONGEST_ABOUT ? [] : [`${id} is told in ${words} words`]),
    ...(answer === null ? [`${id} is not answered in one way`] : []),
    ...strange.map((name) => `${id} has the strange member ${name}`),
  ];
}

function countProblems({ counts, picks, chapters, rows }: AsvsTable): string[] {
  const ids = rows.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const levels = Object.entries(counts).map(([level, count]) => {
    const there = rows.filter((row) => String(row.level) === level).length;
    return there === count ? '' : `level ${level} has ${there} requirements, the standard ${count}`;
  });
  const third = rows.filter(({ level }) => level === 3).map(({ id }) => id);
  return [
    ...[...new Set(twice)].map((id) => `${id} is there twice`),
    ...levels.filter((problem) => problem !== ''),
    ...picks.filter((id) => !third.includes(id)).map((id) => `${id} was taken on and is not there`),
    ...third.filter((id) => !picks.includes(id)).map((id) => `${id} is of level 3 and no pick`),
    ...ids.filter((id) => !chapters[chapterOf(id)]).map((id) => `${id} is of no chapter`),
  ];
}

/** Whether a proof stands; `titlesOf` gives null for a file that is not there. */
function proofProblems(
  { id, answer }: Requirement,
  titlesOf: (file: string) => readonly string[] | null,
): string[] {
  const proofs: readonly Proof[] = answer?.kind === 'test' ? answer.proofs : [];
  return proofs.flatMap(({ file, title }) => {
    const titles = titlesOf(file);
    if (titles === null) return [`${id} names ${file}, which is no test file of ours`];
    const found = titles.some((known) => known.includes(title));
    return found ? [] : [`${id} names “${title}”, which no test of ${file} is called`];
  });
}

/** One sentence per problem of the table. */
export function asvsProblems(
  table: AsvsTable,
  titlesOf: (file: string) => readonly string[] | null,
): string[] {
  return [
    ...countProblems(table),
    ...table.rows.flatMap((row) => [...rowProblems(row), ...proofProblems(row, titlesOf)]),
  ];
}

/** docs/asvs.yaml against the tests that it names, and docs/ASVS.md against it. */
export function checkAsvs(root: string): string[] {
  const file = join(root, 'docs', 'asvs.yaml');
  if (!existsSync(file)) return ['docs/asvs.yaml is not there'];
  const table = readTable(readFileSync(file, 'utf8'));
  const seen = new Map<string, readonly string[] | null>();
  const read = (path: string): readonly string[] | null => {
    const isTest = /\.(test\.tsx?|e2e\.ts)$/.test(path) && existsSync(join(root, path));
    return isTest ? titlesIn(readFileSync(join(root, path), 'utf8')) : null;
  };
  const titlesOf = (path: string): readonly string[] | null => {
    if (!seen.has(path)) seen.set(path, read(path));
    return seen.get(path) ?? null;
  };
  const page = join(root, 'docs', 'ASVS.md');
  const written = existsSync(page) ? readFileSync(page, 'utf8') : '';
  return [
    ...asvsProblems(table, titlesOf),
    ...(written === asvsMarkdown(table) ? [] : ['docs/ASVS.md is old: run node scripts/asvs.ts']),
  ];
}
