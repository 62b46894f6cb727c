import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFiles } from '../tree.ts';
import { isProduct } from './dangerous.ts';

/** What a file does with keys, hashes, chance or TLS, it does by one of these. */
const USES =
  /from 'node:crypto'|'@node-rs\/argon2'|'@peculiar\/x509'|\bcrypto\.(?:subtle|getRandomValues|randomUUID)\b|import\('node:https'\)|from 'node:tls'/;

const ROW = /^\| `([\w./-]+\.tsx?)` \|/gm;

export const usesCiphers = (source: string): boolean => USES.test(source);

/** Both ways: a file that the page does not list, and a row of the page without such a file. */
export function cipherProblems(using: readonly string[], page: string): string[] {
  const listed = [...page.matchAll(ROW)].map(([, path = '']) => path);
  return [
    ...using
      .filter((path) => !listed.includes(path))
      .map((path) => `${path} uses keys or hashes, which docs/SECURITY.md does not list`),
    ...listed
      .filter((path) => !using.includes(path))
      .map((path) => `docs/SECURITY.md lists ${path}, which uses no key or hash`),
  ];
}

/** The inventory of docs/SECURITY.md against the sources. */
export function checkCiphers(root: string): string[] {
  const page = join(root, 'docs', 'SECURITY.md');
  const using = ownFiles(root).filter(
    (path) => isProduct(path) && usesCiphers(readFileSync(join(root, path), 'utf8')),
  );
  return cipherProblems(using, existsSync(page) ? readFileSync(page, 'utf8') : '');
}
