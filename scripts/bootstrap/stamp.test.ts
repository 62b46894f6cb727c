import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesBelow, hashFolder, hashOf, isStamped, removeStamp, writeStamp } from './stamp.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '厅序 stamp '));
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src', 'a.ts'), 'a');
  writeFileSync(join(folder, 'src', 'b.ts'), 'b');
});

afterEach(() => rmSync(folder, { recursive: true }));

const everything = () => true;

test('a stamp holds for its value only, and no longer than until it is removed', () => {
  const file = join(folder, 'deep', 'stamp');
  expect(isStamped(file, 'x')).toBe(false);
  writeStamp(file, 'x');
  expect(isStamped(file, 'x')).toBe(true);
  expect(isStamped(file, 'y')).toBe(false);
  removeStamp(file);
  expect(isStamped(file, 'x')).toBe(false);
});

test('moving a character between parts changes the hash', () => {
  expect(hashOf(['ab', 'c'])).not.toBe(hashOf(['a', 'bc']));
  expect(hashOf(['ab', 'c'])).toBe(hashOf(['ab', 'c']));
});

test('a folder hash follows contents and names, and nothing else', () => {
  const before = hashFolder(folder, everything);
  writeFileSync(join(folder, 'src', 'a.ts'), 'a');
  expect(hashFolder(folder, everything)).toBe(before);
  writeFileSync(join(folder, 'src', 'a.ts'), 'A');
  const changed = hashFolder(folder, everything);
  expect(changed).not.toBe(before);
  renameSync(join(folder, 'src', 'b.ts'), join(folder, 'src', 'c.ts'));
  expect(hashFolder(folder, everything)).not.toBe(changed);
});

test('a refused folder is not entered', () => {
  expect(filesBelow(folder, everything)).toEqual(['src/a.ts', 'src/b.ts']);
  expect(filesBelow(folder, (path) => path !== 'src')).toEqual([]);
  expect(filesBelow(join(folder, 'absent'), everything)).toEqual([]);
});
