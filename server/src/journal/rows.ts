/** Reading event rows, each in one short query. */
import type { BusinessDay } from '@tingxu/contract/ids';
import type { Link } from './chain.ts';
import type { Connection } from './connection.ts';
import { orm } from './drizzle.ts';
import { type EventRow, events } from './schema.ts';

const COLUMNS = Object.entries(orm.getTableColumns(events))
  .map(([member, column]) => `"${column.name}" AS "${member}"`)
  .join(', ');

const LINK = 'SELECT seq, at, hash FROM events';

export type ReadEvents = {
  last(): Link | undefined;
  link(seq: number): Link | undefined;
  /** Up to `limit` events after `seq`. */
  after(seq: number, limit: number): readonly EventRow[];
  /** The day of the last event. */
  lastDay(): BusinessDay | undefined;
  /** The first business day after the given one; of '' the first of all. */
  dayAfter(day: BusinessDay | ''): BusinessDay | undefined;
  /** Seq of the event that opened a business day. */
  firstOf(day: BusinessDay): number | undefined;
  /** Every event of a business day; the first of them opened it. */
  ofDay(day: BusinessDay): readonly EventRow[];
};

export const readEvents = (db: Connection): ReadEvents => {
  const last = db.prepare<[], Link>(`${LINK} ORDER BY seq DESC LIMIT 1`);
  const link = db.prepare<[number], Link>(`${LINK} WHERE seq = ?`);
  const after = db.prepare<[number, number], EventRow>(
    `SELECT ${COLUMNS} FROM events WHERE seq > ? ORDER BY seq LIMIT ?`,
  );
  const lastDay = db
    .prepare<[], BusinessDay>('SELECT business_day FROM events ORDER BY seq DESC LIMIT 1')
    .pluck();
  const dayAfter = db
    .prepare<[string], BusinessDay | null>(
      'SELECT min(business_day) FROM events WHERE business_day > ?',
    )
    .pluck();
  const firstOf = db
    .prepare<[BusinessDay], number | null>('SELECT min(seq) FROM events WHERE business_day = ?')
    .pluck();
  const ofDay = db.prepare<[BusinessDay], EventRow>(
    `SELECT ${COLUMNS} FROM events WHERE business_day = ? ORDER BY seq`,
  );
  return {
    last: () => last.get(),
    link: (seq) => link.get(seq),
    after: (seq, limit) => after.all(seq, limit),
    lastDay: () => lastDay.get(),
    dayAfter: (day) => dayAfter.get(day) ?? undefined,
    firstOf: (day) => firstOf.get(day) ?? undefined,
    ofDay: (day) => ofDay.all(day),
  };
};
