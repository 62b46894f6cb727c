import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFiles } from '../tree.ts';

/** Series of ids that docs/SPEC.md does not own; a title may start with one of them. */
const QUALITY_SERIES = new Set(['ACC', 'DS', 'INV', 'OPS', 'RT', 'SEC']);

/** Whether an id is of a series that the reference texts own. */
export const isQualityId = (id: string): boolean => QUALITY_SERIES.has(id.split('-')[0] ?? '');

const RULE_LINE = /^\s*(?:[-*]|#+|\|)\s*\**([A-Z]{2,8}-\d+)\b/;
const TITLE = /(?:\b(?:test|it)(?:\.\w+)*|\))\s*\(\s*['"`]\[?((?:[A-Z]{2,8}-\d+[\s,/&+]*)+)/g;
const ID = /[A-Z]{2,8}-\d+/g;

/** The rule ids that a specification defines, one per list item, heading or table row. */
export function ruleIds(spec: string): string[] {
  return spec.split('\n').flatMap((line) => RULE_LINE.exec(line)?.[1] ?? []);
}

/** The ids with which the titles of a test file start; a title may name several. */
export function titleIds(source: string): string[] {
  return [...source.matchAll(TITLE)].flatMap((match) => match[1]?.match(ID) ?? []);
}

/**
 * Compares rules and tests in both directions.
 * @returns one sentence per problem; empty when every rule has a test and every test a rule
 */
export function specProblems(
  rules: readonly string[],
  titles: ReadonlyMap<string, readonly string[]>,
): string[] {
  const known = new Set(rules);
  const series = new Set(rules.map((rule) => rule.split('-')[0] ?? ''));
  const tested = new Set([...titles.values()].flat());
  const isForeign = (id: string) => isQualityId(id) && !series.has(id.split('-')[0] ?? '');
  const repeated = rules.filter((rule, index) => rules.indexOf(rule) !== index);
  const untested = [...known].filter((rule) => !tested.has(rule));
  const unknown = [...titles].flatMap(([file, ids]) =>
    ids.filter((id) => !known.has(id) && !isForeign(id)).map((id) => `${file} tests ${id}`),
  );
  return [
    ...repeated.map((rule) => `${rule} is defined twice in docs/SPEC.md`),
    ...untested.map((rule) => `${rule} has no test whose title starts with it`),
    ...unknown.map((where) => `${where}, which docs/SPEC.md does not define`),
  ];
}

/** docs/SPEC.md against the titles of every test. */
export function checkSpec(root: string): string[] {
  const file = join(root, 'docs', 'SPEC.md');
  const rules = existsSync(file) ? ruleIds(readFileSync(file, 'utf8')) : [];
  // The tests of the checks hold made-up titles.
  const tests = ownFiles(root).filter(
    (path) => /\.(test\.tsx?|e2e\.ts)$/.test(path) && !path.startsWith('scripts/'),
  );
  const titles = new Map(
    tests.map((path) => [path, titleIds(readFileSync(join(root, path), 'utf8'))]),
  );
  return specProblems(rules, titles);
}
