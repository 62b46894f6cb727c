import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * One hash over several texts. Lengths go in too, so that moving a character from one part to the
 * next changes the result.
 * @param {readonly string[]} parts
 */
export function hashOf(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}\n`);
  return hash.digest('hex');
}

/**
 * Every file below `folder` that `keep` accepts, sorted, with `/` as separator.
 * @param {string} folder
 * @param {(path: string) => boolean} keep called with paths relative to `folder`, folders included
 * @returns {string[]} paths relative to `folder`
 */
export function filesBelow(folder, keep) {
  /** @type {string[]} */
  const found = [];
  /** @param {string} current */
  const visit = (current) => {
    for (const entry of readdirSync(current, { withFileTypes: true })) {
      const path = join(current, entry.name);
      const name = relative(folder, path).split(sep).join('/');
      if (!keep(name)) continue;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) found.push(name);
    }
  };
  if (existsSync(folder)) visit(folder);
  return found.sort();
}

/**
 * Hash of the names and contents of a folder's files.
 * @param {string} folder
 * @param {(path: string) => boolean} keep
 */
export function hashFolder(folder, keep) {
  const parts = filesBelow(folder, keep).flatMap((name) => [
    name,
    readFileSync(join(folder, name)).toString('latin1'),
  ]);
  return hashOf(parts);
}

/**
 * @param {string} file
 * @param {string} value
 */
export function isStamped(file, value) {
  return existsSync(file) && readFileSync(file, 'utf8') === value;
}

/**
 * Written after the work, removed before it: an interrupted run leaves no stamp.
 * @param {string} file
 * @param {string} value
 */
export function writeStamp(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, value);
}

/** @param {string} file */
export function removeStamp(file) {
  rmSync(file, { force: true });
}
