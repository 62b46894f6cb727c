import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTestFile, ownFiles } from '../tree.ts';

const LIMIT = 400;
const TEST_LIMIT = 800;

export function sizeProblem(path: string, text: string): string | undefined {
  const limit = isTestFile(path) ? TEST_LIMIT : LIMIT;
  const lines = text.trimEnd().split('\n').length;
  return lines > limit ? `${path} has ${lines} lines; the limit is ${limit}` : undefined;
}

/** No source file is longer than a reader can hold. */
export function checkSize(root: string): string[] {
  const sources = ownFiles(root).filter((path) => /\.(tsx?|mjs|css|sh)$/.test(path));
  if (sources.length === 0) return ['no source file was found'];
  return sources.flatMap((path) => sizeProblem(path, readFileSync(join(root, path), 'utf8')) ?? []);
}
