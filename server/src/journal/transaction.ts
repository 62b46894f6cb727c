/** Transactions whose body cannot be asynchronous: the first await would end them. */
import type { Connection } from './connection.ts';
import { JournalError } from './journal-error.ts';

/** A result that is not a promise. */
export type Sync<T> = T extends { readonly then: unknown } ? never : T;

const isPromise = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'then' in value;

export type Transact = <T>(body: () => T & Sync<T>) => T;

/** After a full disk or an I/O error SQLite may have rolled back by itself. */
const rollBack = (db: Connection, error: unknown): void => {
  try {
    if (db.inTransaction) db.exec('ROLLBACK');
  } catch (second) {
    const cause = new AggregateError([error, second]);
    throw new JournalError('JournalStuck', 'A failed commit could not be rolled back', { cause });
  }
};

/**
 * Returns the way to run a body in one write transaction: all of it or nothing. An async body does
 * not compile; one that got past the compiler is rolled back.
 */
export const transactions = (db: Connection): Transact => {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  return (body) => {
    begin.run();
    try {
      const result = body();
      if (isPromise(result)) throw new TypeError('A transaction may not be asynchronous');
      commit.run();
      return result;
    } catch (error) {
      rollBack(db, error);
      throw error;
    }
  };
};
