/**
 * Checks a journal from the first event to the last: chain, readable content, every call decided
 * again, read tables equal to the fold, each key once. Works beside a running server: every query is
 * short. INV-05, 07, 09, 10; PROOF-1; JRN-7.
 */
import { hash } from 'node:crypto';
import type { Epoch } from '@tingxu/contract/feed';
import type { HallId } from '@tingxu/contract/ids';
import { breakOf, type Link, START } from './chain.ts';
import { bookmarkProblems } from './check-bookmark.ts';
import { type CallsCheck, callsChecker } from './check-calls.ts';
import { differences, digestOf, TABLES } from './compare-rows.ts';
import { type Connection, openConnection } from './connection.ts';
import { project } from './projection.ts';
import { projectionFold, type Rows } from './projection-fold.ts';
import { readTables } from './read-tables.ts';
import { readEvents } from './rows.ts';
import type { EventRow } from './schema.ts';
import { entryOf } from './upcast.ts';

export type JournalCheck = {
  readonly hall: HallId;
  readonly epoch: Epoch;
  /** The last event whose chain holds. */
  readonly head: Link;
  /** The first event that is missing, out of order, changed or unreadable. */
  readonly firstWrong: { readonly seq: number; readonly reason: string } | null;
  readonly days: number;
  /** Digest of all read tables; equal journals have equal digests. */
  readonly digest: string;
  readonly calls: CallsCheck;
  /** What is wrong beside the chain, wrong calls included, one sentence each. */
  readonly problems: readonly string[];
};

const AT_ONCE = 1_000;

const unreadable = (row: EventRow): string | undefined => {
  try {
    entryOf(row);
    return undefined;
  } catch (error) {
    return `the content of seq ${row.seq} cannot be read: ${error instanceof Error ? error.message : error}`;
  }
};

const checkChain = (db: Connection): Pick<JournalCheck, 'head' | 'firstWrong'> => {
  const read = readEvents(db);
  let head = START;
  for (let rows = read.after(0, AT_ONCE); rows.length > 0; rows = read.after(head.seq, AT_ONCE)) {
    for (const row of rows) {
      const reason = breakOf(head, row) ?? unreadable(row);
      if (reason) return { head, firstWrong: { seq: head.seq + 1, reason } };
      head = { seq: row.seq, at: row.at, hash: row.hash };
    }
  }
  return { head, firstWrong: null };
};

type Checker = ReturnType<typeof callsChecker>;

/** What the read tables of a day must hold; its calls are decided again on the way. */
const foldOf = (rows: readonly EventRow[], calls: Checker): Rows => {
  const fold = projectionFold();
  for (const row of rows) {
    const entry = entryOf(row);
    calls.add(entry);
    for (const op of project(entry, row.businessDay)) fold.apply(op);
  }
  return fold.rows();
};

/** Rows per table over the days so far, to find rows that belong to no day. */
type Counts = Record<keyof Rows, number>;

const strays = (expected: Counts, found: Readonly<Counts>): string[] =>
  TABLES.filter((table) => expected[table] !== found[table]).map(
    (table) => `${table} holds ${found[table]} rows, the journal's days ${expected[table]}`,
  );

type DaysCheck = Pick<JournalCheck, 'days' | 'digest' | 'calls' | 'problems'>;

const checkDays = (db: Connection, hall: HallId): DaysCheck => {
  const [read, tables] = [readEvents(db), readTables(db)];
  const counts: Counts = { tickets: 0, legs: 0, callAttempts: 0, counterSessions: 0 };
  const [digests, problems]: [string[], string[]] = [[], []];
  const checker = callsChecker(hall);
  // A day stands still while it is compared: its events and rows are read as of one instant.
  const inSnapshot = db.transaction((body: () => void) => body());
  for (let day = read.dayAfter(''); day; day = read.dayAfter(day)) {
    const today = day;
    inSnapshot(() => {
      const [expected, found] = [foldOf(read.ofDay(today), checker), tables.ofDay(today)];
      problems.push(...differences(expected, found));
      digests.push(digestOf(found));
      for (const table of TABLES) counts[table] += expected[table].length;
      if (read.dayAfter(today) === undefined && problems.length === 0) {
        problems.push(...strays(counts, tables.counts()));
      }
    });
  }
  const calls = checker.result();
  const digest = hash('sha256', digests.join('\n'));
  return { days: digests.length, digest, calls, problems: [...calls.wrong, ...problems] };
};

const repeatedKeys = (db: Connection): string[] =>
  db
    .prepare<[], string>('SELECT key FROM commands GROUP BY key HAVING count(*) > 1')
    .pluck()
    .all()
    .map((key) => `the key ${key} was answered more than once`);

const brokenPages = (db: Connection): string[] =>
  db
    .prepare<[], string>('PRAGMA integrity_check')
    .pluck()
    .all()
    .filter((line) => line !== 'ok')
    .map((line) => `SQLite: ${line}`);

/** Rejects: JournalNotDurable. */
export const checkJournal = (file: string): JournalCheck => {
  const db = openConnection(file, 'read');
  try {
    const identity = db
      .prepare<[], { readonly hall: HallId; readonly epoch: Epoch }>('SELECT hall, epoch FROM meta')
      .get();
    if (!identity) throw new Error(`${file} is no journal`);
    const chain = checkChain(db);
    const beside = [...repeatedKeys(db), ...brokenPages(db)];
    if (chain.firstWrong) {
      const calls = { decided: 0, wrong: [] };
      return { ...identity, ...chain, days: 0, digest: '', calls, problems: beside };
    }
    const days = checkDays(db, identity.hall);
    const problems = [...days.problems, ...beside, ...bookmarkProblems(db, identity)];
    return { ...identity, ...chain, ...days, problems };
  } finally {
    db.close();
  }
};
