/**
 * Reads a CSV of customers into the table of a hall: every row is checked, all that is wrong is told
 * with its line, and either the whole file takes the place of what was there or nothing does.
 * Rules: DIR-2. The text of a refused row is never repeated: it holds what must not be kept.
 */
import { CustomerHash, CustomerProfile } from '@tingxu/contract/customers';
import type { Instant } from '@tingxu/contract/ids';
import { CsvError, type CsvRow, csvRows } from './csv-rows.ts';
import { hashOfIdentifier, isIdentifier } from './customer-hash.ts';
import type { Customer, CustomerTable } from './customer-table.ts';

export type RowProblem = { readonly line: number; readonly reason: string };
export type ImportResult =
  | { readonly ok: true; readonly rows: number }
  | { readonly ok: false; readonly problems: readonly RowProblem[]; readonly more: number };

/** Problems that are told; the others are counted. */
const TOLD = 50;
/** Rows of one transaction. */
const BATCH = 1_000;

const COLUMNS = ['identifier', 'hash', 'class', 'maskedName', 'birthYear'] as const;
type Column = (typeof COLUMNS)[number];
type Columns = ReadonlyMap<Column, number>;

const isColumn = (name: string): name is Column => (COLUMNS as readonly string[]).includes(name);

/** Rejects: with `CsvError`. */
function columnsOf({ line, fields }: CsvRow): Columns {
  const columns = new Map<Column, number>();
  for (const [position, field] of fields.entries()) {
    const name = field.trim();
    if (!isColumn(name)) throw new CsvError(line, `column ${position + 1} is none of ${COLUMNS}`);
    if (columns.has(name)) throw new CsvError(line, `the column ${name} stands twice`);
    columns.set(name, position);
  }
  if (!columns.has('class')) throw new CsvError(line, 'the column class is missing');
  if (columns.has('identifier') === columns.has('hash')) {
    throw new CsvError(line, 'one of the columns identifier and hash is needed');
  }
  return columns;
}

const fieldOf = (columns: Columns, row: CsvRow, name: Column): string | null => {
  const position = columns.get(name);
  const text = position === undefined ? '' : (row.fields[position] ?? '').trim();
  return text === '' ? null : text;
};

/** Not `Number` alone, which takes 0x7A0 and 1.96e3. */
const wholeNumber = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Number.NaN);

const problem = (line: number, reason: string): RowProblem => ({ line, reason });

function hashOfRow(key: Buffer, columns: Columns, row: CsvRow): CustomerHash | RowProblem {
  if (columns.has('hash')) {
    const hash = CustomerHash.safeParse(fieldOf(columns, row, 'hash')?.toLowerCase());
    return hash.success ? hash.data : problem(row.line, 'hash: not 64 hexadecimal digits');
  }
  const identifier = fieldOf(columns, row, 'identifier') ?? '';
  if (isIdentifier(identifier)) return hashOfIdentifier(key, identifier);
  return problem(row.line, 'identifier: not 4 to 40 letters and digits');
}

function customerOf(key: Buffer, columns: Columns, row: CsvRow): Customer | RowProblem {
  if (row.fields.length !== columns.size) {
    return problem(row.line, `${row.fields.length} fields instead of ${columns.size}`);
  }
  const hash = hashOfRow(key, columns, row);
  if (typeof hash !== 'string') return hash;
  const year = fieldOf(columns, row, 'birthYear');
  const profile = CustomerProfile.safeParse({
    class: fieldOf(columns, row, 'class'),
    maskedName: fieldOf(columns, row, 'maskedName'),
    birthYear: year === null ? null : wholeNumber(year),
  });
  if (profile.success) return { hash, ...profile.data };
  const issue = profile.error.issues[0];
  return problem(row.line, `${issue?.path.join('.')}: ${issue?.message ?? 'not valid'}`);
}

type Findings = { readonly problems: RowProblem[]; more: number };

const note = (findings: Findings, found: RowProblem): void => {
  if (findings.problems.length < TOLD) findings.problems.push(found);
  else findings.more += 1;
};

type Line = Customer & { readonly line: number };

export type ImportTask = {
  readonly table: CustomerTable;
  readonly key: Buffer;
  readonly at: Instant;
  readonly text: AsyncIterable<string>;
};

/** Every row of the text into `add`, in batches; what is wrong into `findings`. */
async function readRows(
  { key, text }: ImportTask,
  add: (rows: readonly Line[]) => void,
  findings: Findings,
): Promise<void> {
  let columns: Columns | null = null;
  let batch: Line[] = [];
  let rows = 0;
  for await (const row of csvRows(text)) {
    if (columns === null) {
      columns = columnsOf(row);
      continue;
    }
    rows += 1;
    const customer = customerOf(key, columns, row);
    if ('reason' in customer) note(findings, customer);
    else batch.push({ ...customer, line: row.line });
    if (batch.length < BATCH) continue;
    add(batch);
    batch = [];
  }
  if (columns === null) throw new CsvError(1, 'the file has no header');
  if (rows === 0) throw new CsvError(2, 'the file holds no customer');
  add(batch);
}

/** Rules: DIR-2. Throws when the text cannot be read or the table cannot be written. */
export async function importCustomers(task: ImportTask): Promise<ImportResult> {
  const findings: Findings = { problems: [], more: 0 };
  const staged = task.table.stage(task.at);
  const add = (rows: readonly Line[]): void => {
    const twice = new Set<Customer>(staged.add(rows));
    for (const row of rows) {
      if (twice.has(row))
        note(findings, problem(row.line, 'the customer stands in the file twice'));
    }
  };
  try {
    await readRows(task, add, findings);
    if (findings.problems.length === 0) return { ok: true, rows: staged.putInForce() };
  } catch (error) {
    staged.drop();
    if (!(error instanceof CsvError)) throw error;
    note(findings, problem(error.line, error.message));
    return { ok: false, ...findings };
  }
  staged.drop();
  findings.problems.sort((a, b) => a.line - b.line);
  return { ok: false, ...findings };
}
