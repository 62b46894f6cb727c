/**
 * Brings a journal file to the schema of this program, and its read tables to the program's rules:
 * all pending migrations in one transaction, or none. The bookkeeping table is drizzle-kit's own. Source: stack.md trap 2; DS-19.
 */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../root.ts';
import { type Connection, openConnection } from './connection.ts';
import { readMigrationFiles } from './drizzle.ts';
import { JournalError } from './journal-error.ts';
import { areReadTablesStale, rewriteReadTables } from './rewrite.ts';
import { transactions } from './transaction.ts';

/** The numbered SQL of this program. */
export const MIGRATIONS = join(ROOT, 'migrations');

type Migration = ReturnType<typeof readMigrationFiles>[number];

const BOOKS = `CREATE TABLE IF NOT EXISTS __drizzle_migrations
  (id INTEGER PRIMARY KEY, hash text NOT NULL, created_at numeric)`;

const appliedHashes = (db: Connection): string[] => {
  const known = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'`).get();
  if (!known) return [];
  return db
    .prepare<[], string>('SELECT hash FROM __drizzle_migrations ORDER BY created_at, id')
    .pluck()
    .all();
};

/** Rejects: JournalForeign, JournalNewer. */
const pendingOf = (applied: readonly string[], known: readonly Migration[]): Migration[] => {
  for (const [index, hash] of applied.entries()) {
    const migration = known[index];
    if (!migration) {
      throw new JournalError(
        'JournalNewer',
        `The journal has ${applied.length} migrations, this program knows ${known.length}: start the newer version that wrote it`,
      );
    }
    if (migration.hash !== hash) {
      throw new JournalError(
        'JournalForeign',
        `Migration ${index} is not the one that was applied`,
      );
    }
  }
  return known.slice(applied.length);
};

const syncPath = (path: string): void => {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** A whole copy beside the file, durable before this returns. */
const copyBefore = (db: Connection, file: string, migrations: number): string => {
  const copy = `${file}.before-migration-${String(migrations).padStart(4, '0')}`;
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { force: true });
  db.prepare('VACUUM INTO ?').run(unfinished);
  syncPath(unfinished);
  renameSync(unfinished, copy);
  syncPath(dirname(copy));
  return copy;
};

/** Rejects: JournalCorrupt when a migration left a row without the row it refers to. */
const assertReferences = (db: Connection): void => {
  const broken = db.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0) {
    const message = `${broken.length} rows refer to nothing after the migration`;
    throw new JournalError('JournalCorrupt', message);
  }
};

const apply = (db: Connection, pending: readonly Migration[]): void => {
  // A table rebuild under foreign_keys=ON empties the tables that refer to it. The pragma does
  // nothing inside a transaction, so it stands outside.
  db.pragma('foreign_keys = OFF');
  transactions(db)(() => {
    db.exec(BOOKS);
    const book = db.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)');
    for (const { sql, hash, folderMillis } of pending) {
      for (const statement of sql) db.exec(statement);
      book.run(hash, folderMillis);
    }
    if (areReadTablesStale(db)) rewriteReadTables(db);
    assertReferences(db);
  });
};

type Migrated = {
  readonly changed: boolean;
  /** Path of the copy from before, if one was made. */
  readonly copy: string | undefined;
};

/**
 * A file that already holds a journal is copied first, and only when a migration is pending: read tables
 * can always be had again. Rejects: JournalNewer, JournalForeign, JournalCorrupt.
 */
const migrate = (db: Connection, isNew: boolean, folder: string): Migrated => {
  const applied = appliedHashes(db);
  const pending = pendingOf(applied, readMigrationFiles({ migrationsFolder: folder }));
  if (pending.length === 0 && !areReadTablesStale(db)) return { changed: false, copy: undefined };
  const copied = pending.length > 0 && !isNew && applied.length > 0;
  const copy = copied ? copyBefore(db, db.name, applied.length) : undefined;
  apply(db, pending);
  return { changed: true, copy };
};

/** Migrates a file, or makes it; returns the copy's path, if one was made. Rejects: as openMigrated. */
export const migrateFile = (file: string, folder = MIGRATIONS): string | undefined => {
  const isNew = !existsSync(file);
  const db = openConnection(file, 'write');
  try {
    return migrate(db, isNew, folder).copy;
  } finally {
    db.close();
  }
};

/**
 * Opens a file for writing, migrated. Where nothing was to do, the connection that looked is the one:
 * closing the only connection of a file copies its WAL and syncs, and a hall must be back at once.
 * Rejects: JournalNewer, JournalForeign, JournalCorrupt, JournalNotDurable.
 */
export const openMigrated = (file: string, folder = MIGRATIONS): Connection => {
  const isNew = !existsSync(file);
  const db = openConnection(file, 'write');
  try {
    if (!migrate(db, isNew, folder).changed) return db;
  } catch (error) {
    db.close();
    throw error;
  }
  db.close();
  return openConnection(file, 'write');
};
