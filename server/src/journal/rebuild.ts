/** Writes the read tables of a hall anew: all of it or nothing. Rules: JRN-3. */
import { openConnection } from './connection.ts';
import { journalFile } from './journal.ts';
import { lockFolder } from './lock.ts';
import { rewriteReadTables } from './rewrite.ts';
import { transactions } from './transaction.ts';

/** Rebuilds the read tables of a hall that no server has open. Rejects: JournalLocked. */
export const rebuildProjections = (folder: string): void => {
  const lock = lockFolder(folder);
  try {
    const db = openConnection(journalFile(folder), 'write');
    try {
      transactions(db)(() => rewriteReadTables(db));
    } finally {
      db.close();
    }
  } finally {
    lock.release();
  }
};
