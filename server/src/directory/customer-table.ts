/**
 * The customers of one hall by keyed hash, in an SQLite file of its own: customer data has another
 * life than the journal, is replaced whole and may be deleted. An import is written beside what is in
 * force and takes its place in one transaction. Rules: DIR-1, DIR-2.
 */
import { chmodSync, closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { CustomerHash, CustomerProfile } from '@tingxu/contract/customers';
import { CustomerProfile as ProfileSchema } from '@tingxu/contract/customers';
import type { Instant } from '@tingxu/contract/ids';
import { type Connection, openConnection } from '../journal/connection.ts';
import { transactions } from '../journal/transaction.ts';

export const customerFile = (hallFolder: string): string => join(hallFolder, 'directory.sqlite');

const SCHEMA = `
CREATE TABLE IF NOT EXISTS imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  in_force INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS customers (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  hash TEXT NOT NULL,
  class TEXT NOT NULL,
  masked_name TEXT,
  birth_year INTEGER,
  PRIMARY KEY (import_id, hash)
) STRICT, WITHOUT ROWID;`;

export type Customer = CustomerProfile & { readonly hash: CustomerHash };

/** What is in force; null before the first import. */
export type ImportInForce = { readonly rows: number; readonly at: Instant } | null;

/** An import that is being written: nobody sees its rows before it is put in force. */
export type Staged = {
  /** Makes rows durable beside what is in force. Gives those that this import has already. */
  add(customers: readonly Customer[]): readonly Customer[];
  /** Replaces what is in force by these rows, at once. Throws when a later import has done so. */
  putInForce(): number;
  /** Leaves everything as it was. */
  drop(): void;
};

export type CustomerTable = {
  find(hash: CustomerHash): CustomerProfile | undefined;
  inForce(): ImportInForce;
  stage(at: Instant): Staged;
  close(): void;
};

type Row = { class: string; maskedName: string | null; birthYear: number | null };

const FIND = `SELECT class, masked_name AS maskedName, birth_year AS birthYear FROM customers
  WHERE hash = ? AND import_id = (SELECT max(id) FROM imports WHERE in_force = 1)`;
const IN_FORCE = 'SELECT rows, at FROM imports WHERE in_force = 1 ORDER BY id DESC LIMIT 1';

const INSERT = `INSERT INTO customers (import_id, hash, class, masked_name, birth_year)
  VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;

function stageOn(db: Connection, at: Instant): Staged {
  const transact = transactions(db);
  const made = db.prepare('INSERT INTO imports (at, rows, in_force) VALUES (?, 0, 0)').run(at);
  const id = Number(made.lastInsertRowid);
  const insert = db.prepare(INSERT);
  let added = 0;
  const isNew = ({ hash, class: known, maskedName, birthYear }: Customer): boolean =>
    insert.run(id, hash, known, maskedName, birthYear).changes > 0;
  const erase = (which: '=' | '<'): void => {
    db.prepare(`DELETE FROM customers WHERE import_id ${which} ?`).run(id);
    db.prepare(`DELETE FROM imports WHERE id ${which} ?`).run(id);
  };
  return {
    add: (customers) => {
      const known = transact(() => customers.filter((customer) => !isNew(customer)));
      added += customers.length - known.length;
      return known;
    },
    putInForce: () =>
      transact(() => {
        const set = db.prepare('UPDATE imports SET rows = ?, in_force = 1 WHERE id = ?');
        if (set.run(added, id).changes === 0) throw new Error('another import took its place');
        erase('<');
        return added;
      }),
    drop: () => {
      transact(() => {
        erase('=');
        return null;
      });
    },
  };
}

/** Opens the table of a hall, made when there is none; readable by the server's own user only. */
export function openCustomerTable(file: string): CustomerTable {
  // Before SQLite does: it gives the files beside it the rights that it finds.
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const db = openConnection(file, 'write');
  db.exec(SCHEMA);
  const find = db.prepare<[string], Row>(FIND);
  const inForce = db.prepare<[], NonNullable<ImportInForce>>(IN_FORCE);
  return {
    find: (hash) => {
      const row = find.get(hash);
      return row && ProfileSchema.parse(row);
    },
    inForce: () => inForce.get() ?? null,
    stage: (at) => stageOn(db, at),
    close: () => void db.close(),
  };
}
