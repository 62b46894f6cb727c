/** Prepared inserts whose columns come from the schema, so that none can be forgotten or swapped. */
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Connection } from './connection.ts';

/** Prepares an insert of whole rows. */
export const prepareInsert = <T extends SQLiteTable>(
  db: Connection,
  table: T,
): ((row: T['$inferSelect']) => void) => {
  const columns = Object.entries(getTableColumns(table)).map(([member, column]) => ({
    member: member as keyof T['$inferSelect'],
    column,
  }));
  const names = columns.map(({ column }) => `"${column.name}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const sql = `INSERT INTO "${getTableName(table)}" (${names}) VALUES (${marks})`;
  const statement = db.prepare(sql);
  return (row) => {
    const values = columns.map(({ member, column }) => {
      const value = row[member];
      return value === null ? null : column.mapToDriverValue(value);
    });
    statement.run(values);
  };
};
