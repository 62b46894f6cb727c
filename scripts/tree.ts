import { join } from 'node:path';
import { filesBelow } from './bootstrap/stamp.mjs';

export const ROOT = join(import.meta.dirname, '..');

const NOT_OURS =
  /(^|\/)(node_modules|dist|coverage|\.git|\.tingxu|\.vitest)(\/|$)|^(demo-)?data(\/|$)|^scripts\/canary(\/|$)/;

/** The project's own files, relative to `root`: nothing installed, built or run. */
export function ownFiles(root: string): string[] {
  return filesBelow(root, (path) => !NOT_OURS.test(path));
}

export function isTestFile(path: string): boolean {
  return /\.(test\.tsx?|e2e\.ts)$/.test(path) || path.startsWith('test/');
}
