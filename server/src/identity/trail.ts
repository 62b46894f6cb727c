/**
 * What was done to accounts, sessions and devices, and by whom: append-only and chained by hash, in the
 * same transaction as what it tells of. No passphrase, no token, nothing that opens anything.
 * Rules: AUTH-15. Source: H113.
 */
import { hash } from 'node:crypto';
import type { TrailWhat } from '@tingxu/contract/identity';
import type { Instant, StaffId } from '@tingxu/contract/ids';
import { GENESIS } from '../journal/chain.ts';
import type { Connection } from '../journal/connection.ts';

export type TrailEntry = {
  readonly at: Instant;
  readonly what: TrailWhat;
  /** Whom it befell: a personnel number or the id of a device. */
  readonly subject: string;
  /** Who did it; null where it was the subject or the server itself. */
  readonly by: StaffId | null;
  readonly detail?: Readonly<Record<string, unknown>>;
};

type Row = {
  readonly seq: number;
  readonly at: number;
  readonly what: string;
  readonly subject: string;
  readonly by_staff: string | null;
  readonly detail: string;
  readonly prev_hash: string;
  readonly hash: string;
};

const hashOf = (row: Omit<Row, 'hash'>): string =>
  hash(
    'sha256',
    JSON.stringify([
      ...[row.prev_hash, row.seq, row.at, row.what],
      ...[row.subject, row.by_staff, row.detail],
    ]),
  );

/** As it stands on the trail, under its number. */
export type WrittenEntry = Required<TrailEntry> & { readonly seq: number };

/** Which entries are asked for; whatever is not named may be anything. */
export type TrailFilter = {
  /** Older than the entry of this number. */
  readonly before?: number | undefined;
  /** Whom it befell or who did it: a personnel number or the id of a device. */
  readonly person?: string | undefined;
  readonly what?: TrailWhat | undefined;
  /** Not before it. */
  readonly from?: Instant | undefined;
  /** Before it. */
  readonly until?: Instant | undefined;
};

export type Trail = {
  /** Inside a transaction of whoever changes something. */
  readonly append: (entry: TrailEntry) => void;
  /** The newest entries that are asked for, newest first. */
  readonly newest: (most: number, asked?: TrailFilter) => readonly WrittenEntry[];
  readonly count: () => number;
  /** Hash of the newest entry: kept elsewhere, it proves all before it. */
  readonly head: () => string;
  /** The first entry that does not follow the one before it; null when all do. */
  readonly broken: () => number | null;
};

const COLUMNS = 'seq, at, what, subject, by_staff, detail, prev_hash, hash';

/** What each part of a filter asks of a row; each has an index, so that a long trail costs what it yields. */
const ASKS: readonly (readonly [keyof TrailFilter, string])[] = [
  ['before', 'seq < @before'],
  ['person', '(subject = @person OR by_staff = @person)'],
  ['what', 'what = @what'],
  ['from', 'at >= @from'],
  ['until', 'at < @until'],
];

const questionOf = (asked: TrailFilter): string => {
  const wanted = ASKS.filter(([part]) => asked[part] !== undefined).map(([, sql]) => sql);
  const where = wanted.length === 0 ? '' : `WHERE ${wanted.join(' AND ')}`;
  return `SELECT ${COLUMNS} FROM trail ${where} ORDER BY seq DESC LIMIT @most`;
};

export function openTrail(db: Connection): Trail {
  const last = db.prepare<[], Row>(`SELECT ${COLUMNS} FROM trail ORDER BY seq DESC LIMIT 1`);
  const insert = db.prepare(`INSERT INTO trail (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  return {
    append({ at, what, subject, by, detail = {} }) {
      const before = last.get();
      const row = {
        ...{ seq: (before?.seq ?? 0) + 1, at: Math.max(at, before?.at ?? 0), what, subject },
        ...{ by_staff: by, detail: JSON.stringify(detail), prev_hash: before?.hash ?? GENESIS },
      };
      const { seq, by_staff, prev_hash } = row;
      insert.run(seq, row.at, what, subject, by_staff, row.detail, prev_hash, hashOf(row));
    },
    count: () => last.get()?.seq ?? 0,
    head: () => last.get()?.hash ?? GENESIS,
    newest: (most, asked = {}) =>
      db
        .prepare<[object], Row>(questionOf(asked))
        .all({ ...asked, most })
        .map(({ seq, at, what, subject, by_staff, detail }) => ({
          ...{ seq, at, what: what as TrailWhat, subject, by: by_staff as StaffId | null },
          detail: JSON.parse(detail) as Readonly<Record<string, unknown>>,
        })),
    broken() {
      let before: Pick<Row, 'seq' | 'hash'> = { seq: 0, hash: GENESIS };
      for (const row of db
        .prepare<[], Row>(`SELECT ${COLUMNS} FROM trail ORDER BY seq`)
        .iterate()) {
        const follows = row.seq === before.seq + 1 && row.prev_hash === before.hash;
        if (!follows || row.hash !== hashOf(row)) return row.seq;
        before = row;
      }
      return null;
    },
  };
}
