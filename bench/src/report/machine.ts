/** What a figure means nothing without: the machine, the versions, the commit. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import * as z from 'zod/mini';

const PACKAGES = ['better-sqlite3', 'fastify', 'socket.io', 'zod'] as const;

const Manifest = z.object({ name: z.optional(z.string()), version: z.optional(z.string()) });

const manifestIn = (folder: string): z.infer<typeof Manifest> | null => {
  try {
    return Manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  } catch {
    return null;
  }
};

/** Some packages do not export their manifest, so it is looked for above their entry. */
const versionOf = (name: string): string => {
  const entry = createRequire(import.meta.url).resolve(name);
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = manifestIn(folder);
    if (manifest?.name === name && manifest.version) return manifest.version;
  }
  return 'unknown';
};

const sqliteVersion = (): string => {
  const db = new Database(':memory:');
  try {
    return String(db.prepare('SELECT sqlite_version()').pluck().get());
  } finally {
    db.close();
  }
};

const git = (...args: string[]): string | null => {
  try {
    return execFileSync('git', args, {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'pipe', 'ignore'],
      encoding: 'utf8',
    }).trim();
  } catch {
    return null;
  }
};

export type Machine = {
  readonly node: string;
  readonly platform: string;
  readonly processors: number;
  readonly processor: string;
  readonly memoryMiB: number;
  /** Other work on the machine before the run: mean of runnable processes over a minute. */
  readonly loadBefore: number;
  readonly versions: Readonly<Record<string, string>>;
  /** Null outside of a checkout. */
  readonly commit: string | null;
  /** Whether files differ from the commit. */
  readonly changed: boolean | null;
};

export const describeMachine = (): Machine => {
  const status = git('status', '--porcelain');
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    processors: cpus().length,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryMiB: Math.round(totalmem() / 2 ** 20),
    loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    versions: {
      sqlite: sqliteVersion(),
      ...Object.fromEntries(PACKAGES.map((name) => [name, versionOf(name)])),
    },
    commit: git('rev-parse', 'HEAD'),
    changed: status === null ? null : status !== '',
  };
};
