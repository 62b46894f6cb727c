/** Writes the read tables anew from the events: all of it or nothing. Rules: JRN-3. */
import { openConnection } from './connection.ts';
import { orm } from './drizzle.ts';
import { journalFile } from './journal.ts';
import { lockFolder } from './lock.ts';
import { project } from './projection.ts';
import { projectionWriter } from './projection-writer.ts';
import { readEvents } from './rows.ts';
import { callAttempts, counterSessions, legs, tickets } from './schema.ts';
import { transactions } from './transaction.ts';
import { entryOf } from './upcast.ts';

/** Rows that refer to others go first. */
const READ_TABLES = [callAttempts, legs, tickets, counterSessions];

const AT_ONCE = 1_000;

/** Rebuilds the read tables of a hall that no server has open. Rejects: JournalLocked. */
export const rebuildProjections = (folder: string): void => {
  const lock = lockFolder(folder);
  try {
    const db = openConnection(journalFile(folder), 'write');
    try {
      const read = readEvents(db);
      const write = projectionWriter(db);
      transactions(db)(() => {
        for (const table of READ_TABLES) db.exec(`DELETE FROM "${orm.getTableName(table)}"`);
        for (let rows = read.after(0, AT_ONCE); rows.length > 0; ) {
          for (const row of rows) {
            for (const op of project(entryOf(row), row.businessDay)) write(op);
          }
          rows = read.after(rows.at(-1)?.seq ?? 0, AT_ONCE);
        }
      });
    } finally {
      db.close();
    }
  } finally {
    lock.release();
  }
};
