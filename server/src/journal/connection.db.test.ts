import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../runtime/testing/hall-fixture.ts';
import { assertDurable, isSafeSqlite, openConnection } from './connection.ts';

let place: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  place = temporaryFolder();
  file = join(place.folder, 'journal.sqlite');
});
afterEach(() => place.remove());

const settings = (db: Database.Database) =>
  ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map((name) =>
    db.pragma(name, { simple: true }),
  );

describe('connection', () => {
  it('DS-01 is durable on a fresh file, on a reopened one and for reading', () => {
    for (const mode of ['write', 'write', 'read'] as const) {
      const db = openConnection(file, mode);
      db.prepare('SELECT count(*) FROM sqlite_schema').get();
      expect(settings(db)).toEqual(['wal', 2, 1, 5_000]);
      if (mode === 'write') db.exec('CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY)');
      db.close();
    }
  });

  it('DS-01 refuses what better-sqlite3 opens by itself: WAL at NORMAL', () => {
    openConnection(file, 'write').close();
    const db = new Database(file, { timeout: 5_000 });
    // The pragma tells the truth only after a first read: this is why the assertion reads first.
    expect(() => assertDurable(db)).toThrow('synchronous is 1, must be 2');
    db.close();
  });

  it.each([
    ['journal_mode = DELETE', 'journal_mode is delete'],
    ['synchronous = NORMAL', 'synchronous is 1'],
    ['synchronous = OFF', 'synchronous is 0'],
    ['foreign_keys = OFF', 'foreign_keys is 0'],
    ['busy_timeout = 0', 'busy_timeout is 0'],
  ])('DS-01 refuses a connection with %s', (pragma, message) => {
    const db = openConnection(file, 'write');
    expect(() => assertDurable(db)).not.toThrow();
    db.pragma(pragma);
    expect(() => assertDurable(db)).toThrow(message);
    db.close();
  });

  it('DS-01 knows which SQLite is safe', () => {
    expect(['3.51.3', '3.51.10', '3.52.0', '4.0.0'].every(isSafeSqlite)).toBe(true);
    expect(['3.51.2', '3.50.9', '2.99.99', ''].some(isSafeSqlite)).toBe(false);
  });
});
