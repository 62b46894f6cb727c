/** Prepared inserts whose columns come from the schema, so that none can be forgotten or swapped. */
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Connection } from './connection.ts';
import { orm } from './drizzle.ts';

/** What has to become something else before SQLite takes it. */
const CONVERTED: readonly string[] = ['boolean', 'json'];

/** Prepares an insert of whole rows. */
export const prepareInsert = <T extends SQLiteTable>(
  db: Connection,
  table: T,
): ((row: T['$inferSelect']) => void) => {
  const columns = Object.entries(orm.getTableColumns(table));
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const sql = `INSERT INTO "${orm.getTableName(table)}" (${names}) VALUES (${marks})`;
  const statement = db.prepare(sql);
  const members = columns.map(([member]) => member as keyof T['$inferSelect']);
  const converted = columns.flatMap(([, column], index) =>
    CONVERTED.includes(column.dataType) ? [{ column, index }] : [],
  );
  return (row) => {
    const values: unknown[] = [];
    for (const member of members) values.push(row[member]);
    for (const { column, index } of converted) {
      values[index] = column.mapToDriverValue(values[index]);
    }
    // As arguments: the driver reads those faster than the elements of an array.
    statement.run(...values);
  };
};
