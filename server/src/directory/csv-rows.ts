/**
 * Rows of a CSV text that arrives in pieces, each with the line it begins at. Commas, quotes by
 * RFC 4180, any line ending, an optional byte-order mark; empty lines are left out.
 */

export type CsvRow = { readonly line: number; readonly fields: readonly string[] };

/** A row that is longer is no row of a directory. Units: characters. */
const LONGEST_FIELD = 400;

export class CsvError extends Error {
  override readonly name = 'CsvError';
  readonly line: number;

  constructor(line: number, reason: string) {
    super(reason);
    this.line = line;
  }
}

type Reader = {
  line: number;
  startedAt: number;
  fields: string[];
  field: string;
  /** `quote`: after one inside quotes, which ends them unless another follows. */
  place: 'start' | 'plain' | 'quoted' | 'quote';
  afterReturn: boolean;
};

const grow = (reader: Reader, sign: string): void => {
  reader.field += sign;
  if (reader.field.length > LONGEST_FIELD) throw new CsvError(reader.line, 'a field is too long');
};

const endField = (reader: Reader): void => {
  reader.fields.push(reader.field);
  reader.field = '';
  reader.place = 'start';
};

/** The row that ends here; null for an empty line. */
const endRow = (reader: Reader): CsvRow | null => {
  const isEmpty = reader.fields.length === 0 && reader.place === 'start';
  if (!isEmpty) endField(reader);
  const row = isEmpty ? null : { line: reader.startedAt, fields: reader.fields };
  reader.fields = [];
  reader.startedAt = reader.line + 1;
  return row;
};

const inQuotes = (reader: Reader, sign: string): void => {
  if (sign === '\n') reader.line += 1;
  if (sign === '"') reader.place = 'quote';
  else grow(reader, sign);
};

const plain = (reader: Reader, sign: string): void => {
  if (reader.place === 'quote' && sign === '"') {
    reader.place = 'quoted';
    grow(reader, sign);
  } else if (sign === ',') endField(reader);
  else if (reader.place === 'start' && sign === '"') reader.place = 'quoted';
  else if (reader.place === 'quote' || sign === '"') {
    throw new CsvError(reader.line, 'a quote stands where none may');
  } else {
    reader.place = 'plain';
    grow(reader, sign);
  }
};

/** One sign; the row, when it ended one. `\r\n` ends a row once. */
const take = (reader: Reader, sign: string): CsvRow | null => {
  if (reader.place === 'quoted') {
    inQuotes(reader, sign);
    return null;
  }
  const joins = sign === '\n' && reader.afterReturn;
  reader.afterReturn = sign === '\r';
  if (joins) return null;
  if (sign !== '\n' && sign !== '\r') {
    plain(reader, sign);
    return null;
  }
  const row = endRow(reader);
  reader.line += 1;
  return row;
};

/** Rejects: with `CsvError`, naming the line. */
export async function* csvRows(text: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  const reader: Reader = {
    ...{ line: 1, startedAt: 1, fields: [], field: '', place: 'start', afterReturn: false },
  };
  let isFirst = true;
  for await (const piece of text) {
    const signs = isFirst && piece.startsWith('\uFEFF') ? piece.slice(1) : piece;
    if (piece.length > 0) isFirst = false;
    for (const sign of signs) {
      const row = take(reader, sign);
      if (row) yield row;
    }
  }
  if (reader.place === 'quoted') throw new CsvError(reader.startedAt, 'a quote is never closed');
  const last = endRow(reader);
  if (last) yield last;
}
