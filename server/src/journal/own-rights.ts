/**
 * Files and folders of a data folder are of the server's own user alone: they hold what opens something, such as
 * the links of tickets in answers that are given again. Rules: JRN-8. Source: SEC-14.
 */
import { chmodSync, closeSync, openSync, statSync } from 'node:fs';

/** Everything that a process makes from now on; of a program, at its start. */
export const makeAllOwn = (): void => void process.umask(0o077);

/** What belongs to somebody else is theirs to close. */
function close(path: string, mode: number): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found && found.uid === (process.getuid?.() ?? found.uid)) chmodSync(path, mode);
}

export const makeFolderOwn = (folder: string): void => close(folder, 0o700);

/**
 * A database, made or taken away from others before SQLite writes a page; what is beside it takes the same rights.
 * By its path: to close a file that SQLite has open would drop its locks.
 */
export function makeFileOwn(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  for (const part of ['', '-wal', '-shm']) close(`${file}${part}`, 0o600);
}
