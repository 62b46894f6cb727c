import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from './lock.mjs';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tingxu-lock-'));
  file = join(folder, 'deep', 'lock');
});

afterEach(() => rmSync(folder, { recursive: true }));

test('two runs do not overlap', async () => {
  const trail: string[] = [];
  const work = (name: string) => async () => {
    trail.push(`${name} in`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    trail.push(`${name} out`);
  };
  await Promise.all([withLock(file, work('a')), withLock(file, work('b'))]);
  expect(trail).toEqual(['a in', 'a out', 'b in', 'b out']);
  expect(existsSync(file)).toBe(false);
});

test('a lock goes when the work fails', async () => {
  const failing = withLock(file, () => {
    throw new Error('broken');
  });
  await expect(failing).rejects.toThrow('broken');
  expect(existsSync(file)).toBe(false);
});

test('the lock of a dead process is taken over', async () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  await withLock(file, () => undefined);
  writeFileSync(file, String(dead));
  expect(await withLock(file, () => 'done')).toBe('done');
});
