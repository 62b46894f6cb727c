/**
 * Answers of commands, stored with the command's key in the commit that made them, so that the same
 * key gives the same bytes for at least 48 hours and across restarts. Rules: JRN-4. INV-07, INV-08.
 */
import type { CommandId, Instant } from '@tingxu/contract/ids';
import type { Connection } from './connection.ts';
import { prepareInsert } from './insert.ts';
import { type CommandRow, commands } from './schema.ts';

export type StoredAnswer = Omit<CommandRow, 'id' | 'at'>;

const KEPT_MS = 48 * 3_600_000;
/** How far past its time the oldest answer may grow before a commit spends time on removing. */
const SLACK_MS = 600_000;
/** How many rows one commit removes at most. */
const REMOVED_AT_ONCE = 256;

export type Answers = {
  find(key: CommandId): StoredAnswer | undefined;
  /** Writes inside the caller's transaction; nothing can be found before `settle`. */
  write(answers: readonly StoredAnswer[], at: Instant): void;
  /** Makes what was written findable, once it is durable. */
  settle(): void;
  /** Forgets what was written, after the transaction was rolled back. */
  forget(): void;
};

/** The keys of the file are loaded when the first one is asked for: a start does not wait for them. */
export const openAnswers = (db: Connection): Answers => {
  const insert = prepareInsert(db, commands);
  const select = db.prepare<[number], StoredAnswer>(
    'SELECT key, fingerprint, status, body FROM commands WHERE id = ?',
  );
  const removeOld = db
    .prepare<[number, Instant], CommandId>(
      `DELETE FROM commands
       WHERE id IN (SELECT id FROM commands ORDER BY id LIMIT ?) AND at < ? RETURNING key`,
    )
    .pluck();
  const selectOldest = db
    .prepare<[], Instant>('SELECT at FROM commands ORDER BY id LIMIT 1')
    .pluck();

  let loaded: Map<CommandId, number> | null = null;
  const selectKeys = db
    .prepare<[number], [CommandId, number]>(
      'SELECT key, id FROM commands WHERE id <= ? ORDER BY id',
    )
    .raw();
  // In order of id, which is also the order of time.
  const ids = (): Map<CommandId, number> => {
    loaded ??= new Map(selectKeys.all(lastId));
    return loaded;
  };
  let lastId = Number(db.prepare('SELECT coalesce(max(id), 0) FROM commands').pluck().get());
  let oldestAt = selectOldest.get();
  let written: CommandId[] = [];
  let removed: CommandId[] = [];

  return {
    find(key) {
      const id = ids().get(key);
      return id === undefined ? undefined : select.get(id);
    },
    write(answers, at) {
      for (const answer of answers) {
        written.push(answer.key);
        insert({ ...answer, id: lastId + written.length, at });
      }
      oldestAt ??= at;
      if (at - oldestAt > KEPT_MS + SLACK_MS)
        removed = removeOld.all(REMOVED_AT_ONCE, at - KEPT_MS);
    },
    settle() {
      const known = ids();
      for (const key of removed) known.delete(key);
      if (removed.length > 0) oldestAt = selectOldest.get();
      for (const key of written) {
        lastId += 1;
        known.set(key, lastId);
      }
      written = [];
      removed = [];
    },
    forget() {
      written = [];
      removed = [];
    },
  };
};
