/** The hash chain over the journal: each event seals all of itself and the hash before it. */
import { hash } from 'node:crypto';
import type { EventRow } from './schema.ts';

/** What the first event follows. */
export const GENESIS = '0'.repeat(64);

/**
 * SHA-256 over every column in a fixed order: a JSON array of all but the data, a line break, the
 * data. No content can move from one column to the next without changing the text.
 */
export const hashOf = (row: Omit<EventRow, 'hash'>): string => {
  const columns = JSON.stringify([
    row.prevHash,
    row.seq,
    row.at,
    row.businessDay,
    row.type,
    row.ticketId,
    row.counterId,
    row.actorRole,
    row.actorStaff,
    row.commandId,
  ]);
  return hash('sha256', `${columns}\n${row.data}`);
};

/** The last event before a stretch of the chain. */
export type Link = { readonly seq: number; readonly at: number; readonly hash: string };

export const START: Link = { seq: 0, at: 0, hash: GENESIS };

/** Why a row cannot follow the link before it, or undefined. Rules: JRN-2. */
export const breakOf = (before: Link, row: EventRow): string | undefined => {
  if (row.seq !== before.seq + 1) return `seq ${row.seq} follows ${before.seq}`;
  if (row.at < before.at) return `the time runs backwards at seq ${row.seq}`;
  if (row.prevHash !== before.hash) return `seq ${row.seq} does not follow the hash before it`;
  if (row.hash !== hashOf(row)) return `the content of seq ${row.seq} is not what was written`;
  return undefined;
};
