/** The events of the last business day in order, a stretch at a time, their chain verified. */
import type { JournalEntry } from '@tingxu/contract/events';
import { breakOf, hashOf, type Link, START } from './chain.ts';
import type { Connection } from './connection.ts';
import { JournalError } from './journal-error.ts';
import { readEvents } from './rows.ts';
import type { EventRow } from './schema.ts';
import { entryOf } from './upcast.ts';

export type Stretch = {
  readonly entries: readonly JournalEntry[];
  /** The last of them; what came before when there are none. */
  readonly upTo: Link;
};

export type DayReader = {
  /** What the event that opened the day follows. Rejects: JournalCorrupt. */
  before(): Link;
  /** Whether the day has this very event, with the content that its hash is of. */
  has(link: Link): boolean;
  /** Up to `limit` entries that follow a link. Rejects: JournalCorrupt. */
  stretch(after: Link, limit: number): Stretch;
};

export const linkOf = ({ seq, at, hash }: Link): Link => ({ seq, at, hash });

/** Rejects: JournalCorrupt. */
const verified = (before: Link, rows: readonly EventRow[]): Link => {
  let link = before;
  for (const row of rows) {
    const reason = breakOf(link, row);
    if (reason) throw new JournalError('JournalCorrupt', `The journal's chain breaks: ${reason}`);
    link = linkOf(row);
  }
  return link;
};

export const dayReader = (db: Connection): DayReader => {
  const read = readEvents(db);
  return {
    before() {
      const day = read.lastDay();
      const first = day === undefined ? undefined : read.firstOf(day);
      if (first === undefined || first <= 1) return START;
      const link = read.link(first - 1);
      if (!link) throw new JournalError('JournalCorrupt', `Seq ${first - 1} is missing`);
      return link;
    },
    has(link) {
      const [row] = read.after(link.seq - 1, 1);
      if (row?.seq !== link.seq || row.at !== link.at || row.hash !== link.hash) return false;
      return row.hash === hashOf(row) && row.businessDay === read.lastDay();
    },
    stretch(after, limit) {
      const rows = read.after(after.seq, limit);
      const upTo = verified(after, rows);
      return { entries: rows.map(entryOf), upTo };
    },
  };
};
