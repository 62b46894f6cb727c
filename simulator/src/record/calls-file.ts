/**
 * Reads one day of a file of recorded calls: `calls_YYYY_MM.csv.gz` of the anonymous bank.
 * Source: docs/REPLAY.md names the data, its columns and its licence.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod/mini';

const COLUMNS =
  'date,line,call_id,lane,type,vru_entry,vru_exit,q_start,q_exit,outcome,ser_start,ser_exit,server,flags';

/** Units: seconds after local midnight; 0 = did not happen. */
const Seconds = z.coerce.number().check(z.int(), z.gte(-86_400), z.lte(3 * 86_400));

/**
 * One row. `flags`: p phantom, v negative menu time, q queue time and s service time missing or
 * impossible, o service starts before the queue ends.
 */
export const CallRow = z.object({
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  line: z.string(),
  call_id: z.string().check(z.minLength(1)),
  lane: z.enum(['vip', 'regular', 'unidentified']),
  type: z.string().check(z.regex(/^[A-Z]{2}$/)),
  vru_entry: Seconds,
  vru_exit: Seconds,
  q_start: Seconds,
  q_exit: Seconds,
  outcome: z.enum(['AGENT', 'HANG', 'PHANTOM']),
  ser_start: Seconds,
  ser_exit: Seconds,
  server: z.string().check(z.regex(/^(S\d+)?$/)),
  flags: z.string().check(z.regex(/^[pvqso]*$/)),
});
export type CallRow = z.infer<typeof CallRow>;

const HEADER = COLUMNS.split(',');

const readRow = (line: string, where: string): CallRow => {
  const cells = line.split(',');
  if (cells.length !== HEADER.length) {
    throw new Error(`${where}: ${cells.length} columns, ${HEADER.length} expected`);
  }
  const row = CallRow.safeParse(Object.fromEntries(HEADER.map((name, at) => [name, cells[at]])));
  if (row.success) return row.data;
  const [issue] = row.error.issues;
  throw new Error(`${where}: ${issue?.path.join('.') ?? 'row'}: ${issue?.message ?? 'wrong'}`);
};

/**
 * The rows of one date, in file order.
 * Rejects: another header, a row that does not match, a date without rows.
 */
export const parseCalls = (csv: string, date: string, name: string): readonly CallRow[] => {
  const lines = csv.split(/\r?\n/);
  if (lines[0] !== COLUMNS) {
    throw new Error(`${name} is not a file of recorded calls: its first line must be "${COLUMNS}"`);
  }
  const rows = lines.flatMap((line, index) =>
    line.startsWith(`${date},`) ? [readRow(line, `${name}, line ${index + 1}`)] : [],
  );
  if (rows.length > 0) return rows;
  const dates = [...new Set(lines.slice(1).map((line) => line.slice(0, 10)))].filter(Boolean);
  throw new Error(
    `${name} has no calls on ${date}; it has ${dates[0] ?? 'none'} to ${dates.at(-1) ?? 'none'}`,
  );
};

/** The text of a file that may be compressed. */
const textOf = (path: string): string => {
  const bytes = readFileSync(path);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isGzip ? gunzipSync(bytes) : bytes).toString('utf8');
};

/** Rejects: as parseCalls. */
export const readCalls = (path: string, date: string): readonly CallRow[] =>
  parseCalls(textOf(path), date, path);

/** The dates that a file has calls of, in its order. */
export const datesIn = (path: string): readonly string[] => {
  const [, ...rows] = textOf(path).split(/\r?\n/);
  return [...new Set(rows.map((line) => line.slice(0, 10)))].filter((date) =>
    /^\d{4}-\d{2}-\d{2}$/.test(date),
  );
};
