import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { transactions } from './transaction.ts';

let db: Database.Database;
beforeEach(() => {
  db = new Database(':memory:');
  db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY)');
});
const ids = () => db.prepare('SELECT id FROM t ORDER BY id').pluck().all();
const insert = (id: number) => db.prepare('INSERT INTO t VALUES (?)').run(id);

describe('transaction', () => {
  it('keeps all of a body and returns its result', () => {
    const result: number = transactions(db)(() => {
      insert(1);
      insert(2);
      return 7;
    });
    expect([result, ids()]).toEqual([7, [1, 2]]);
  });

  it('keeps nothing of a body that throws', () => {
    const body = () => {
      insert(1);
      insert(1);
    };
    expect(() => transactions(db)(body)).toThrow('UNIQUE');
    expect([db.inTransaction, ids()]).toEqual([false, []]);
  });

  it('does not compile with an async body, and rolls one back that got past the compiler', () => {
    const transact = transactions(db);
    const body = async () => void insert(1);
    // @ts-expect-error an async body ends its transaction at the first await
    expect(() => transact(body)).toThrow('may not be asynchronous');
    const promising = () => {
      insert(2);
      return Promise.resolve(2);
    };
    // @ts-expect-error a promise may only be made by something that goes on after the commit
    expect(() => transact(promising)).toThrow('may not be asynchronous');
    expect([db.inTransaction, ids()]).toEqual([false, []]);
  });
});
