/**
 * The one file that knows who may ask: `identity.sqlite` beside the halls, readable by the server's own
 * user only, as durable as a journal. Rules: AUTH-1, AUTH-16. Source: SEC-14.
 */
import { join } from 'node:path';
import type { Instant } from '@tingxu/contract/ids';
import { StartRefusal } from '../config/start-refusal.ts';
import { type Connection, openConnection } from '../journal/connection.ts';
import { transactions } from '../journal/transaction.ts';
import { STEPS } from './schema.ts';

/** A folder is one of them from its first start on. */
export type FolderKind = 'demo' | 'real';

export const identityFile = (dataFolder: string): string => join(dataFolder, 'identity.sqlite');

/** Rejects: StartRefusal where a newer program has written the file. */
function migrate(db: Connection): void {
  const done = Number(db.pragma('user_version', { simple: true }));
  if (done > STEPS.length) {
    throw new StartRefusal('The accounts were written by a newer version: start that one.');
  }
  if (done === STEPS.length) return;
  transactions(db)(() => {
    for (const step of STEPS.slice(done)) db.exec(step);
    db.pragma(`user_version = ${STEPS.length}`);
  });
}

const OTHER: Readonly<Record<FolderKind, string>> = {
  demo: 'The data folder is of a real server, and the demo hall never runs on one',
  real: 'The data folder is of a demo, and a demo never becomes a real server',
};

/** Rejects: StartRefusal where the folder is of the other kind. */
function fixKind(db: Connection, kind: FolderKind, now: Instant): void {
  const found = db.prepare<[], FolderKind>('SELECT kind FROM meta').pluck().get();
  if (found === undefined) {
    db.prepare('INSERT INTO meta (id, kind, created_at) VALUES (1, ?, ?)').run(kind, now);
  } else if (found !== kind) {
    throw new StartRefusal(`${OTHER[kind]}: take another data folder.`);
  }
}

export type FileOptions = {
  readonly dataFolder: string;
  readonly kind: FolderKind;
  readonly now: Instant;
};

export function openIdentityFile({ dataFolder, kind, now }: FileOptions): Connection {
  const file = identityFile(dataFolder);
  const db = openConnection(file, 'write');
  try {
    migrate(db);
    fixKind(db, kind, now);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
