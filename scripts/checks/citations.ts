import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFiles } from '../tree.ts';
import { isQualityId, ruleIds } from './spec.ts';

/** After `Rules:` up to the next label, the next paragraph or the end of the comment. */
const RULES = /\bRules:((?:(?!\*\/|\n\s*\*\s*\n|\b(?:Units|Rejects|Source):)[\s\S])*)/g;
const RULE = /\b[A-Z]{2,8}-\d+\b/g;
const ADR = /\badr\/(\d{4})/g;

/** The rule ids and the decisions that a source names; of a span (`CALL-1..CALL-5`) both ends. */
export function namedIn(text: string): { rules: string[]; decisions: string[] } {
  const rules = [...text.matchAll(RULES)].flatMap(([, after = '']) => after.match(RULE) ?? []);
  return { rules, decisions: [...text.matchAll(ADR)].flatMap(([, number = '']) => number) };
}

/** One sentence per rule or decision that a file names and nobody has written. */
export function citationProblems(
  rules: ReadonlySet<string>,
  decisions: ReadonlySet<string>,
  file: string,
  text: string,
): string[] {
  const named = namedIn(text);
  const absent = named.rules.filter((id) => !rules.has(id) && !isQualityId(id));
  const unwritten = named.decisions.filter((number) => !decisions.has(number));
  return [
    ...[...new Set(absent)].map(
      (id) => `${file} follows ${id}, which docs/SPEC.md does not define`,
    ),
    ...[...new Set(unwritten)].map((number) => `${file} names adr/${number}, which is not there`),
  ];
}

/** Two decisions under one number: whoever follows it would not know which. */
export function sharedNumbers(files: readonly string[]): string[] {
  const numbers = files.filter((name) => /^\d{4}-/.test(name)).map((name) => name.slice(0, 4));
  const twice = numbers.filter((number, index) => numbers.indexOf(number) !== index);
  return [...new Set(twice)].map((number) => `docs/adr has two decisions of number ${number}`);
}

/** Docstrings against docs/SPEC.md and docs/adr. */
export function checkCitations(root: string): string[] {
  const page = join(root, 'docs', 'SPEC.md');
  const rules = new Set(existsSync(page) ? ruleIds(readFileSync(page, 'utf8')) : []);
  const folder = join(root, 'docs', 'adr');
  const written = existsSync(folder) ? readdirSync(folder) : [];
  const decisions = new Set(written.map((name) => name.slice(0, 4)));
  // The tests of the checks name made-up ids.
  const files = ownFiles(root).filter(
    (path) => /\.tsx?$/.test(path) && !path.startsWith('scripts/checks/'),
  );
  return [
    ...sharedNumbers(written),
    ...files.flatMap((path) =>
      citationProblems(rules, decisions, path, readFileSync(join(root, path), 'utf8')),
    ),
  ];
}
