/**
 * Connections to a journal file. Every one of them is made here, so that every one is proven to keep
 * what it acknowledged: better-sqlite3 otherwise runs WAL at synchronous=NORMAL, which loses
 * commits in a power cut. Source: quality.md findings 1, 4; DS-01.
 */
import Database from 'better-sqlite3';
import { JournalError } from './journal-error.ts';
import { makeFileOwn } from './own-rights.ts';

export type Connection = Database.Database;

const BUSY_TIMEOUT_MS = 5_000;

/** Older versions may corrupt a WAL that two connections reset at once. */
const LEAST_SQLITE = [3, 51, 3] as const;

/** Whether a dotted version is at least SQLite 3.51.3. */
export const isSafeSqlite = (version: string): boolean => {
  const parts = version.split('.').map(Number);
  for (const [index, least] of LEAST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
};

const pragma = (db: Connection, name: string): unknown => db.pragma(name, { simple: true });

/**
 * Reads the settings back, after a first read of the file: only that fixes what WAL really runs at.
 * Rejects: JournalNotDurable.
 */
export const assertDurable = (db: Connection): void => {
  db.prepare('SELECT count(*) FROM sqlite_schema').get();
  const expected: Readonly<Record<string, unknown>> = {
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    busy_timeout: BUSY_TIMEOUT_MS,
  };
  for (const [name, value] of Object.entries(expected)) {
    const found = pragma(db, name);
    if (found !== value) {
      throw new JournalError('JournalNotDurable', `${name} is ${found}, must be ${value}`);
    }
  }
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
  if (!isSafeSqlite(version)) {
    const least = LEAST_SQLITE.join('.');
    throw new JournalError('JournalNotDurable', `SQLite is ${version}, must be ${least} or newer`);
  }
};

/**
 * Opens a file for writing, which is then its owner's alone with its log, or an existing one for reading only.
 * Rejects: JournalNotDurable. */
export const openConnection = (file: string, mode: 'write' | 'read'): Connection => {
  if (mode === 'write') makeFileOwn(file);
  const db = new Database(file, { readonly: mode === 'read', timeout: BUSY_TIMEOUT_MS });
  try {
    if (mode === 'write') db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    assertDurable(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};
