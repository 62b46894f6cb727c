/** The folder of everything that a server keeps: made where it is not there, and one server's alone. */
import { accessSync, constants } from 'node:fs';
import { assertLocalDisk } from '../journal/local-disk.ts';
import { type Lock, lockFolder } from '../journal/lock.ts';
import { makeFolder } from './make-folder.ts';

/**
 * Takes the folder for this process, before anything in it is read: a second server with other halls would keep
 * sessions and accounts of its own, and never hear of whoever is signed out at the first. Programs that look at the
 * folder beside a server do not ask for it. Rules: JRN-6, AUTH-6. Rejects: JournalNotLocal, JournalLocked.
 */
export function takeDataFolder(folder: string): Lock {
  makeFolder(folder);
  // SQLite would only say that it cannot open its file.
  accessSync(folder, constants.W_OK);
  assertLocalDisk(folder);
  return lockFolder(folder);
}
