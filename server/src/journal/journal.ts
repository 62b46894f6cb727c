/**
 * The journal of one hall: one file, one writer. What is appended is durable when `append` returns.
 * Rules: JRN-1..JRN-6.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalEntry } from '@tingxu/contract/events';
import { Epoch } from '@tingxu/contract/feed';
import type { BusinessDay, HallId, Instant } from '@tingxu/contract/ids';
import { type Answers, openAnswers, type StoredAnswer } from './answers.ts';
import { hashOf, type Link, START } from './chain.ts';
import type { Connection } from './connection.ts';
import { type DayReader, dayReader, linkOf } from './day-reader.ts';
import { prepareInsert } from './insert.ts';
import { JournalError } from './journal-error.ts';
import { assertLocalDisk } from './local-disk.ts';
import { lockFolder } from './lock.ts';
import { openMigrated } from './migrate.ts';
import { makeFolderOwn } from './own-rights.ts';
import { PROJECTION_VERSION, project } from './projection.ts';
import { projectionWriter } from './projection-writer.ts';
import { readEvents } from './rows.ts';
import { type EventRow, events, meta } from './schema.ts';
import { transactions } from './transaction.ts';

/** An entry with the business day it belongs to: the day open after it. */
export type Appended = { readonly entry: JournalEntry; readonly businessDay: BusinessDay };

export type Journal = {
  readonly hall: HallId;
  readonly epoch: Epoch;
  readonly file: string;
  /** The last durable event; seq 0 of an empty journal. */
  head(): Link;
  /** The open day, or the last one, as it stands in the file. */
  readonly day: DayReader;
  /**
   * Writes entries, read tables and answers in one transaction; durable on return, nothing on a
   * throw. The entries must follow the head.
   */
  append(entries: readonly Appended[], answers: readonly StoredAnswer[], at: Instant): void;
  /** The answer that was given for a key. */
  findAnswer(key: StoredAnswer['key']): StoredAnswer | undefined;
  /**
   * Reads the head from the file again and returns the entries from the last opening of a day on, or
   * those after an event that the day has, their chain verified. Rules: JRN-5, JRN-7.
   * Rejects: JournalCorrupt.
   */
  replay(after?: Link): readonly JournalEntry[];
  close(): void;
};

/** Whose journal it is, and when it is opened. */
export type Owner = { readonly hall: HallId; readonly now: Instant };

export type JournalOptions = Owner & {
  /** The hall's own folder; made when it is not there. */
  readonly folder: string;
  /** Another set of migrations than the program's own. */
  readonly migrations?: string;
};

/** Where a hall's journal lies below the data folder. */
export const hallFolder = (dataFolder: string, hall: HallId): string =>
  join(dataFolder, 'halls', hall);

/** The file inside the hall's folder. */
export const journalFile = (folder: string): string => join(folder, 'journal.sqlite');

type Identity = { readonly hall: HallId; readonly epoch: Epoch };

/** Rejects: JournalForeign. */
const identify = (db: Connection, { hall, now }: Owner): Identity => {
  const select = db.prepare<[], Identity>('SELECT hall, epoch FROM meta');
  const found = select.get();
  if (!found) {
    const epoch = Epoch.parse(randomBytes(8).toString('hex'));
    prepareInsert(db, meta)({ id: 1, hall, epoch, createdAt: now, projection: PROJECTION_VERSION });
    return { hall, epoch };
  }
  if (found.hall === hall) return found;
  throw new JournalError('JournalForeign', `The journal is of hall ${found.hall}, not of ${hall}`);
};

const rowOf = ({ entry, businessDay }: Appended, prevHash: string): EventRow => {
  const { seq, at, commandId, actor, event } = entry;
  const row = {
    seq,
    at,
    businessDay,
    type: event.type,
    ticketId: 'ticket' in event ? event.ticket : null,
    counterId: 'counter' in event ? (event.counter ?? null) : null,
    actorRole: actor.role,
    actorStaff: actor.staff ?? null,
    commandId,
    data: JSON.stringify(event),
    prevHash,
  };
  return { ...row, hash: hashOf(row) };
};

/** Events that are read in one query. */
const AT_ONCE = 1_000;

/**
 * The journal on a connection of its own to a migrated file. Rejects: JournalForeign.
 */
export const journalOn = (
  db: Connection,
  owner: Owner,
  onClose: () => void = () => {},
): Journal => {
  const identity = identify(db, owner);
  const transact = transactions(db);
  const insertEvent = prepareInsert(db, events);
  const writeProjection = projectionWriter(db);
  const read = readEvents(db);
  const day = dayReader(db);
  let loaded: Answers | null = null;
  const answersNow = (): Answers => {
    loaded ??= openAnswers(db);
    return loaded;
  };
  let head = read.last() ?? START;

  const write = (entries: readonly Appended[]): Link => {
    let link = head;
    for (const appended of entries) {
      const row = rowOf(appended, link.hash);
      insertEvent(row);
      for (const op of project(appended.entry, appended.businessDay)) writeProjection(op);
      link = linkOf(row);
    }
    return link;
  };

  return {
    ...identity,
    file: db.name,
    head: () => head,
    day,
    append(entries, stored, at) {
      const answers = answersNow();
      try {
        head = transact(() => {
          const link = write(entries);
          answers.write(stored, at);
          return link;
        });
        answers.settle();
      } catch (error) {
        answers.forget();
        throw error;
      }
    },
    findAnswer: (key) => answersNow().find(key),
    replay(after = day.before()) {
      loaded = openAnswers(db);
      const entries: JournalEntry[] = [];
      let link = after;
      for (let more = true; more; ) {
        const stretch = day.stretch(link, AT_ONCE);
        entries.push(...stretch.entries);
        link = stretch.upTo;
        more = stretch.entries.length > 0;
      }
      head = link;
      return entries;
    },
    close() {
      db.close();
      onClose();
    },
  };
};

/** Written once a journal is whole, so that a start that was cut short may be begun again. */
const markerOf = (folder: string): string => join(folder, 'journal.made');

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** A new journal would give the numbers of the lost one again. Rejects: JournalLost. */
const assertNotLost = (folder: string): void => {
  const file = journalFile(folder);
  if (sizeOf(file) > 0) return;
  if (!existsSync(markerOf(folder)) && sizeOf(`${file}-wal`) === 0) return;
  throw new JournalError(
    'JournalLost',
    `The journal ${file} is ${existsSync(file) ? 'empty' : 'gone'} although this hall had one: put a copy of it back, or move the folder away to begin anew`,
  );
};

/** Takes part in keeping nothing, so a full disk must not keep the hall shut. */
const markMade = (folder: string): void => {
  try {
    if (!existsSync(markerOf(folder))) writeFileSync(markerOf(folder), '');
  } catch {
    // The next start writes it.
  }
};

/**
 * Opens the journal of a hall for writing, making or migrating it as needed.
 * Rejects: JournalNotLocal, JournalLocked, JournalLost, JournalNewer, JournalForeign, JournalNotDurable.
 */
export const openJournal = (options: JournalOptions): Journal => {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  makeFolderOwn(options.folder);
  assertLocalDisk(options.folder);
  const lock = lockFolder(options.folder);
  let db: Connection | undefined;
  try {
    const file = journalFile(options.folder);
    assertNotLost(options.folder);
    db = openMigrated(file, options.migrations);
    const journal = journalOn(db, options, lock.release);
    markMade(options.folder);
    return journal;
  } catch (error) {
    db?.close();
    lock.release();
    throw error;
  }
};
