import { describe, expect, it } from 'vitest';
import { type CsvRow, csvRows } from './csv-rows.ts';

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size);
}

const rowsOf = async (text: string, size = 1_000): Promise<CsvRow[]> => {
  const rows: CsvRow[] = [];
  for await (const row of csvRows(pieces(text, size))) rows.push(row);
  return rows;
};
const plainly = async (text: string, size?: number) =>
  (await rowsOf(text, size)).map(({ line, fields }) => [line, ...fields]);

describe('rows of a CSV', () => {
  it('are told with the line they begin at, whatever ends a line and wherever the pieces end', async () => {
    const text = '\uFEFFa,b\r\n\r\n1,"x, ""y""\r\nz"\r\n2,\n\r3,4';
    const expected = [
      [1, 'a', 'b'],
      [3, '1', 'x, "y"\r\nz'],
      [5, '2', ''],
      [7, '3', '4'],
    ];
    for (const size of [1, 2, 3, 7, 1_000]) expect(await plainly(text, size)).toEqual(expected);
  });

  it('keep a quoted field that is empty, and an empty last line is no row', async () => {
    expect(await plainly('""\n')).toEqual([[1, '']]);
    expect(await plainly('a\n\n\n')).toEqual([[1, 'a']]);
    expect(await plainly('')).toEqual([]);
  });

  it.each([
    ['a,b"c\n', 1],
    ['a\n"b" c\n', 2],
    ['a\nb\n"c\nd\n', 3],
    [`a\n${'x'.repeat(401)}\n`, 2],
  ])('refuse %j in line %d', async (text, line) => {
    await expect(rowsOf(text)).rejects.toMatchObject({ name: 'CsvError', line });
  });
});
