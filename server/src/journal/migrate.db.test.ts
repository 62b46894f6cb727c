import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  HALL,
  ISSUE,
  MORNING,
  openingOf,
  openTestHall,
  temporaryFolder,
} from '../runtime/testing/hall-fixture.ts';
import { checkJournal } from './check.ts';
import { openConnection } from './connection.ts';
import { openJournal } from './journal.ts';
import { MIGRATIONS, migrateFile } from './migrate.ts';
import { PROJECTION_VERSION } from './projection.ts';
import * as schema from './schema.ts';

let place: ReturnType<typeof temporaryFolder>;
let file: string;
let migrations: string;
beforeEach(() => {
  place = temporaryFolder();
  file = join(place.folder, 'journal.sqlite');
  migrations = join(place.folder, 'migrations');
  cpSync(MIGRATIONS, migrations, { recursive: true });
});
afterEach(() => place.remove());

type Books = { entries: { idx: number; when: number; tag: string }[] };

/** Adds a migration to the copied folder, as a newer version of the program would bring it. */
const addMigration = (tag: string, sql: string): void => {
  const path = join(migrations, 'meta', '_journal.json');
  const books: Books = JSON.parse(readFileSync(path, 'utf8'));
  const last = books.entries.at(-1)!;
  books.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag });
  writeFileSync(path, JSON.stringify(books));
  writeFileSync(join(migrations, `${tag}.sql`), sql);
};

const query = (path: string, sql: string): unknown[] => {
  const db = openConnection(path, 'read');
  try {
    return db.prepare(sql).pluck().all();
  } finally {
    db.close();
  }
};
const tables = () =>
  query(file, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
const copies = () => readdirSync(place.folder).filter((name) => name.includes('.before-migration'));

describe('migrate', () => {
  it('makes a new file without a copy, and leaves a current one alone', () => {
    expect(migrateFile(file)).toBeUndefined();
    expect(tables()).toEqual(expect.arrayContaining(['events', 'commands', 'tickets', 'legs']));
    expect(migrateFile(file)).toBeUndefined();
    expect(copies()).toEqual([]);
  });

  it('says what the schema says', async () => {
    const snapshots = readdirSync(join(MIGRATIONS, 'meta')).filter((n) =>
      n.endsWith('snapshot.json'),
    );
    const last = JSON.parse(
      readFileSync(join(MIGRATIONS, 'meta', snapshots.sort().at(-1)!), 'utf8'),
    );
    const now = await generateSQLiteDrizzleJson({ ...schema }, last.id);
    expect(
      await generateSQLiteMigration(last, now),
      'schema.ts says more than migrations/: run `pnpm exec drizzle-kit generate` in server/',
    ).toEqual([]);
    const other = await generateSQLiteDrizzleJson({ meta: schema.meta }, last.id);
    expect(await generateSQLiteMigration(last, other)).not.toEqual([]);
  });

  it('refuses a journal that a newer version wrote, and leaves it as it was', () => {
    addMigration('0002_newer', 'CREATE TABLE newer (id integer);');
    migrateFile(file, migrations);
    const before = readFileSync(file);
    expect(() => openJournal({ folder: place.folder, hall: HALL, now: MORNING })).toThrow(
      expect.objectContaining({ code: 'JournalNewer' }),
    );
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('refuses a journal whose migration was changed after it landed', () => {
    migrateFile(file);
    const path = join(migrations, '0001_guards.sql');
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n-- changed`);
    expect(() => migrateFile(file, migrations)).toThrow(
      expect.objectContaining({ code: 'JournalForeign' }),
    );
  });

  it('copies an existing file before it migrates it', () => {
    openJournal({ folder: place.folder, hall: HALL, now: MORNING }).close();
    const epoch = query(file, 'SELECT epoch FROM meta');
    addMigration('0002_more', 'CREATE TABLE more (id integer);');
    const copy = migrateFile(file, migrations);
    expect(copy && existsSync(copy)).toBe(true);
    expect(tables()).toContain('more');
    const db = openConnection(copy!, 'write');
    expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'more'").pluck().get()).toBe(
      0,
    );
    expect(db.prepare('SELECT epoch FROM meta').pluck().all()).toEqual(epoch);
    expect(
      db.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'").pluck().get(),
    ).toBe(3);
    db.close();
  });

  it('JRN-3 writes the read tables anew when other rules wrote them, all of it or nothing', async () => {
    const hall = openTestHall(place.folder);
    await hall.send(openingOf('2026-11-23'));
    await hall.send(ISSUE);
    await hall.runtime.stop();
    const digest = checkJournal(file).digest;
    const change = (sql: string) => {
      const db = openConnection(file, 'write');
      db.exec(sql);
      db.close();
    };
    change("UPDATE tickets SET lane_id = 'vip'");
    migrateFile(file);
    expect(checkJournal(file).problems).toHaveLength(1);

    change(
      'UPDATE meta SET projection = 0; CREATE TABLE in_the_way (ticket text REFERENCES tickets)',
    );
    change("PRAGMA foreign_keys = OFF; INSERT INTO in_the_way VALUES ('nobody')");
    expect(() => migrateFile(file)).toThrow('1 rows refer to nothing');
    expect(query(file, 'SELECT projection FROM meta')).toEqual([0]);
    expect(query(file, 'SELECT lane_id FROM tickets')).toEqual(['vip']);

    change('DROP TABLE in_the_way');
    migrateFile(file);
    expect(query(file, 'SELECT projection FROM meta')).toEqual([PROJECTION_VERSION]);
    expect(checkJournal(file)).toMatchObject({ problems: [], digest });
    expect(copies()).toEqual([]);
  });

  it('DS-19 applies all pending migrations or none', () => {
    migrateFile(file);
    addMigration('0002_good', 'CREATE TABLE good (id integer);');
    addMigration(
      '0003_bad',
      'CREATE TABLE half (id integer);--> statement-breakpoint\nCREATE nonsense;',
    );
    expect(() => migrateFile(file, migrations)).toThrow('syntax error');
    expect(tables()).not.toContain('good');
    expect(tables()).not.toContain('half');
  });

  it('keeps the rows that refer to a table which a migration rebuilds', () => {
    migrateFile(file);
    const db = openConnection(file, 'write');
    db.exec('CREATE TABLE parent (id integer PRIMARY KEY)');
    db.exec('CREATE TABLE child (parent integer REFERENCES parent(id) ON DELETE CASCADE)');
    db.exec('INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1)');
    db.close();
    const rebuild = [
      'CREATE TABLE copy (id integer PRIMARY KEY, more text)',
      'INSERT INTO copy (id) SELECT id FROM parent',
      'DROP TABLE parent',
      'ALTER TABLE copy RENAME TO parent',
    ];
    addMigration('0002_rebuild', rebuild.join(';--> statement-breakpoint\n'));
    migrateFile(file, migrations);
    expect(query(file, 'SELECT parent FROM child')).toEqual([1]);
  });

  it('refuses a migration that leaves a row without what it refers to', () => {
    migrateFile(file);
    const db = openConnection(file, 'write');
    db.exec('CREATE TABLE parent (id integer PRIMARY KEY)');
    db.exec('CREATE TABLE child (parent integer REFERENCES parent(id))');
    db.exec('INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1)');
    db.close();
    addMigration('0002_orphan', 'DELETE FROM parent;');
    expect(() => migrateFile(file, migrations)).toThrow('1 rows refer to nothing');
    expect(query(file, 'SELECT id FROM parent')).toEqual([1]);
  });
});

describe('a journal that was there', () => {
  const open = () => openJournal({ folder: place.folder, hall: HALL, now: MORNING });
  const lost = expect.objectContaining({ code: 'JournalLost' });

  it.each([
    ['gone', () => rmSync(file)],
    ['empty', () => truncateSync(file)],
  ])('JRN-6 is not begun anew when it is %s', (word, lose) => {
    open().close();
    lose();
    expect(open).toThrow(lost);
    expect(open).toThrow(word);
  });

  it('JRN-6 is missed by the write-ahead log that it left, too', () => {
    writeFileSync(`${file}-wal`, 'frames');
    expect(open).toThrow(lost);
  });

  it('is made where a first start was cut short', () => {
    writeFileSync(join(place.folder, 'journal.owner'), '1');
    writeFileSync(file, '');
    open().close();
    open().close();
  });
});
