import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFiles } from '../tree.ts';

/** Series that belong to the reference texts; docs/SPEC.md owns all others. */
const CITED = /\b(?:H\d{1,3}|(?:ACC|DS|INV|OPS|RT|SEC)-\d{2})\b/g;
const ROW = /^\|\s*([^|]+?)\s*\|/;

/** The ids that the tables of docs/SOURCES.md explain; a row may name several. */
export function explainedIds(sources: string): Set<string> {
  const rows = sources.split('\n').flatMap((line) => ROW.exec(line)?.[1] ?? []);
  return new Set(rows.flatMap((cell) => cell.match(CITED) ?? []));
}

/** The ids that a text cites as where a wish comes from: after `Source:`, to the end of the comment. */
export function citedIds(text: string): string[] {
  const sources = [...text.matchAll(/\bSource:((?:[^*]|\*(?!\/))*)/g)];
  return sources.flatMap(([, after = '']) => after.split('\n *\n')[0]?.match(CITED) ?? []);
}

export function sourceProblems(
  explained: ReadonlySet<string>,
  cited: ReadonlyMap<string, readonly string[]>,
): string[] {
  const unknown = [...cited].flatMap(([file, ids]) =>
    [...new Set(ids)].filter((id) => !explained.has(id)).map((id) => `${file} cites ${id}`),
  );
  return unknown.map((where) => `${where}, which docs/SOURCES.md does not explain`);
}

/** docs/SOURCES.md against every source that says where a wish comes from. */
export function checkSources(root: string): string[] {
  const page = join(root, 'docs', 'SOURCES.md');
  const explained = explainedIds(existsSync(page) ? readFileSync(page, 'utf8') : '');
  // The tests of the checks cite made-up ids.
  const files = ownFiles(root).filter(
    (path) => /\.tsx?$/.test(path) && !path.startsWith('scripts/checks/'),
  );
  const cited = new Map(
    files.map((path) => [path, citedIds(readFileSync(join(root, path), 'utf8'))]),
  );
  return sourceProblems(explained, cited);
}
