/**
 * One server at a time writes a hall. The lock is an exclusive transaction on a file beside the
 * journal: the operating system drops it with the process, however that ends. Rules: JRN-6.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { JournalError } from './journal-error.ts';

export type Lock = { release(): void };

/** How long a stopping server may still hold the lock. */
const WAIT_MS = 500;

/** The process that wrote its name last; the lock itself cannot tell. */
const ownerOf = (file: string): string => {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isSafeInteger(pid) && pid > 0 ? ` (process ${pid})` : '';
  } catch {
    return '';
  }
};

/** A courtesy to whoever finds the lock taken; a full disk must not keep the hall shut. */
const signOwner = (file: string): void => {
  try {
    writeFileSync(file, `${process.pid}\n`);
  } catch {
    // Without a name the lock holds all the same.
  }
};

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');

/** Takes the lock of a folder for this process. Rejects: JournalLocked. */
export const lockFolder = (folder: string): Lock => {
  // Never opened by anything but SQLite: a second handle of this process would drop the lock.
  const db = new Database(join(folder, 'journal.lock'), { timeout: WAIT_MS });
  const owner = join(folder, 'journal.owner');
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (!isBusy(error)) throw error;
    const message = `Another server${ownerOf(owner)} has ${folder} open`;
    throw new JournalError('JournalLocked', message, { cause: error });
  }
  signOwner(owner);
  return { release: () => void db.close() };
};
