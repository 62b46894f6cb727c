/** The read tables written anew from the events. Rules: JRN-3. */
import type { Connection } from './connection.ts';
import { orm } from './drizzle.ts';
import { PROJECTION_VERSION, project } from './projection.ts';
import { projectionWriter } from './projection-writer.ts';
import { readEvents } from './rows.ts';
import { callAttempts, counterSessions, legs, tickets } from './schema.ts';
import { entryOf } from './upcast.ts';

/** Rows that refer to others go first. */
const READ_TABLES = [callAttempts, legs, tickets, counterSessions];

const AT_ONCE = 1_000;

/** To be called inside a transaction. */
export const rewriteReadTables = (db: Connection): void => {
  const read = readEvents(db);
  const write = projectionWriter(db);
  for (const table of READ_TABLES) db.exec(`DELETE FROM "${orm.getTableName(table)}"`);
  for (let rows = read.after(0, AT_ONCE); rows.length > 0; ) {
    for (const row of rows) {
      for (const op of project(entryOf(row), row.businessDay)) write(op);
    }
    rows = read.after(rows.at(-1)?.seq ?? 0, AT_ONCE);
  }
  db.prepare('UPDATE meta SET projection = ?').run(PROJECTION_VERSION);
};

/** Whether other rules than these wrote the read tables. A file without a journal has none yet. */
export const areReadTablesStale = (db: Connection): boolean => {
  const known = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").get();
  if (!known) return false;
  const version = db.prepare<[], number>('SELECT projection FROM meta').pluck().get();
  return version !== undefined && version !== PROJECTION_VERSION;
};
