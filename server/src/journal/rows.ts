/** Reading event rows. */
import type { BusinessDay } from '@tingxu/contract/ids';
import { getTableColumns } from 'drizzle-orm';
import type { Link } from './chain.ts';
import type { Connection } from './connection.ts';
import { type EventRow, events } from './schema.ts';

const COLUMNS = Object.entries(getTableColumns(events))
  .map(([member, column]) => `"${column.name}" AS "${member}"`)
  .join(', ');

const LINK = 'SELECT seq, at, hash FROM events';

export type ReadStatements = {
  last(): Link | undefined;
  link(seq: number): Link | undefined;
  /** Every event of the last business day; the first of them opened it. */
  lastDay(): EventRow[];
  /** Up to `limit` events after `seq`. */
  after(seq: number, limit: number): EventRow[];
  ofDay(day: BusinessDay): EventRow[];
};

export const readStatements = (db: Connection): ReadStatements => {
  const last = db.prepare<[], Link>(`${LINK} ORDER BY seq DESC LIMIT 1`);
  const link = db.prepare<[number], Link>(`${LINK} WHERE seq = ?`);
  const lastDay = db.prepare<[], EventRow>(
    `SELECT ${COLUMNS} FROM events WHERE business_day =
       (SELECT business_day FROM events ORDER BY seq DESC LIMIT 1) ORDER BY seq`,
  );
  const after = db.prepare<[number, number], EventRow>(
    `SELECT ${COLUMNS} FROM events WHERE seq > ? ORDER BY seq LIMIT ?`,
  );
  const ofDay = db.prepare<[BusinessDay], EventRow>(
    `SELECT ${COLUMNS} FROM events WHERE business_day = ? ORDER BY seq`,
  );
  return {
    last: () => last.get(),
    link: (seq) => link.get(seq),
    lastDay: () => lastDay.all(),
    after: (seq, limit) => after.all(seq, limit),
    ofDay: (day) => ofDay.all(day),
  };
};
