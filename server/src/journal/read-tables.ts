/** Rows of the read tables, all of them or those of one business day. */
import type { BusinessDay } from '@tingxu/contract/ids';
import type { SQL } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Connection } from './connection.ts';
import { drizzle, orm } from './drizzle.ts';
import type { Rows } from './projection-fold.ts';
import { callAttempts, counterSessions, legs, tickets } from './schema.ts';

const { and, count, eq, gte, lt } = orm;

export type ReadTables = {
  ofDay(day: BusinessDay): Rows;
  /** How many rows each table holds. */
  counts(): Readonly<Record<keyof Rows, number>>;
};

/** The ids of a day's tickets begin with the day. Rules: NUM-4. */
const ofDayById = (column: SQLiteColumn, day: BusinessDay): SQL | undefined => {
  const prefix = day.replaceAll('-', '');
  return and(gte(column, `${prefix}-`), lt(column, `${prefix}.`));
};

const countOf = (
  db: BetterSQLite3Database,
  table: typeof tickets | typeof legs | typeof callAttempts | typeof counterSessions,
): number => db.select({ rows: count() }).from(table).get()?.rows ?? 0;

export const readTables = (connection: Connection): ReadTables => {
  const db = drizzle(connection);
  return {
    ofDay: (day) => ({
      tickets: db.select().from(tickets).where(eq(tickets.businessDay, day)).all(),
      legs: db.select().from(legs).where(ofDayById(legs.ticketId, day)).all(),
      callAttempts: db
        .select()
        .from(callAttempts)
        .where(ofDayById(callAttempts.ticketId, day))
        .all(),
      counterSessions: db
        .select()
        .from(counterSessions)
        .where(eq(counterSessions.businessDay, day))
        .all(),
    }),
    counts: () => ({
      tickets: countOf(db, tickets),
      legs: countOf(db, legs),
      callAttempts: countOf(db, callAttempts),
      counterSessions: countOf(db, counterSessions),
    }),
  };
};
