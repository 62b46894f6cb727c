import Database from 'better-sqlite3';
import { JournalError } from '../journal/journal-error.ts';

/**
 * What a failed commit means. `refused`: no room or no turn; nothing changed, the next try may work.
 * `fatal`: the disk or the file failed; what a failed sync left is unknown, so nothing is tried
 * again in this process. `defect`: our own error; the hall starts again from the journal.
 * Source: DS-05, DS-06.
 */
export type CommitFailure = 'refused' | 'fatal' | 'defect';

const REFUSED = /^SQLITE_(FULL|BUSY|LOCKED)/;
const FATAL = /^SQLITE_(IOERR|CORRUPT|NOTADB|READONLY|CANTOPEN|NOMEM|PERM)/;

export const commitFailure = (error: unknown): CommitFailure => {
  if (error instanceof JournalError) return 'fatal';
  if (!(error instanceof Database.SqliteError)) return 'defect';
  if (REFUSED.test(error.code)) return 'refused';
  return FATAL.test(error.code) ? 'fatal' : 'defect';
};
