/** Comparing what the read tables hold with what the journal says they must hold. Rules: JRN-3. */
import { hash } from 'node:crypto';
import type { Rows } from './projection-fold.ts';

export const TABLES = [
  'tickets',
  'legs',
  'callAttempts',
  'counterSessions',
] as const satisfies readonly (keyof Rows)[];

/** The key of a row as text, by table. */
const keysOf = (rows: Rows): Record<keyof Rows, [string, unknown][]> => ({
  tickets: rows.tickets.map((row) => [row.id, row]),
  legs: rows.legs.map((row) => [`${row.ticketId}/${row.legIndex}`, row]),
  callAttempts: rows.callAttempts.map((row) => [`${row.ticketId}/${row.attempt}`, row]),
  counterSessions: rows.counterSessions.map((row) => [`${row.openedSeq}`, row]),
});

/** Members in one order, so that equal rows are equal texts. */
const textOf = (row: unknown): string =>
  JSON.stringify(
    typeof row === 'object' && row !== null
      ? Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))
      : row,
  );

type Texts = Readonly<Record<keyof Rows, ReadonlyMap<string, string>>>;

const textsOf = (rows: Rows): Texts => {
  const byTable = keysOf(rows);
  const texts = (table: keyof Rows) =>
    new Map(byTable[table].map(([key, row]) => [key, textOf(row)]));
  return {
    tickets: texts('tickets'),
    legs: texts('legs'),
    callAttempts: texts('callAttempts'),
    counterSessions: texts('counterSessions'),
  };
};

/** SHA-256 over all rows, in order of their keys. */
export const digestOf = (rows: Rows): string => {
  const texts = textsOf(rows);
  const lines = TABLES.flatMap((table) =>
    [...texts[table]].map(([key, text]) => `${table} ${key} ${text}`),
  );
  return hash('sha256', lines.sort().join('\n'));
};

/** One sentence per row that is missing, too many or different. */
export const differences = (expected: Rows, found: Rows): string[] => {
  const [wanted, there] = [textsOf(expected), textsOf(found)];
  return TABLES.flatMap((table) => {
    const missing = [...wanted[table]].flatMap(([key, text]) => {
      const other = there[table].get(key);
      if (other === text) return [];
      return [other === undefined ? `${table} ${key} is missing` : `${table} ${key} is different`];
    });
    const extra = [...there[table].keys()].filter((key) => !wanted[table].has(key));
    return [...missing, ...extra.map((key) => `${table} ${key} is not in the journal`)];
  });
};
