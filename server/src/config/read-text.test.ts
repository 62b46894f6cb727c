import { faultOf } from '@tingxu/contract/config-faults';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readText, readValue } from './read-text.ts';

const SCHEMA = z.strictObject({
  port: z.int().check(z.gte(1), z.lte(9)),
  kind: z.optional(z.enum(['fifo', 'strict'])),
});
const faults = (text: string) => {
  const read = readText(text, SCHEMA);
  return read.ok ? [] : read.findings.map(({ line, fault }) => ({ line, ...fault }));
};

/** Each name stands for two of the one before. */
const NESTED_NAMES = Array.from({ length: 1_000 }, (_, n) =>
  n === 0 ? 'a0: &a0 [1]' : `a${n}: &a${n} [*a${n - 1}, *a${n - 1}]`,
).join('\n');

describe('what is wrong with a text, for whoever says it in another language', () => {
  it.each([
    ['port: 0', { line: 1, kind: 'least', least: 1, of: 'number' }],
    ['\nport: 10', { line: 2, kind: 'most', most: 9, of: 'number' }],
    ['port: many', { line: 1, kind: 'type', expected: 'number' }],
    ['kind: fifo', { line: 1, kind: 'missing' }],
    ['port: 1\nkind: best', { line: 2, kind: 'choice', values: ['fifo', 'strict'] }],
    ['port: 1\nkinds: 1', { line: 2, kind: 'unknown-member', members: ['kinds'], meant: 'kind' }],
    ['port: 1\nport: 2', { line: 2, kind: 'syntax', code: 'DUPLICATE_KEY' }],
    ["port: 1\n'port': 2", { line: 2, kind: 'syntax', code: 'DUPLICATE_KEY' }],
    ['port: *gone', { line: 1, kind: 'syntax', code: 'BAD_ALIAS' }],
  ])('%j', (text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });

  it.each([
    ['TOO_DEEP', '{'.repeat(20_000)],
    ['TOO_DEEP', '- '.repeat(20_000)],
    ['TOO_DEEP', Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['TOO_LONG', Array.from({ length: 20_000 }, (_, key) => `k${key}:`).join('\n')],
    ['TOO_LONG', `[${'1,'.repeat(20_000)}]`],
    ['TOO_LONG', NESTED_NAMES],
    ['TOO_LONG', `a: &a 1\n${'m: *a\n'.repeat(900)}`],
    ['TOO_LONG', '"'.repeat(200_001)],
    ['TOO_LONG', ']'.repeat(50_000)],
    ['TOO_LONG', '& '.repeat(50_000)],
    ['TOO_LONG', `a: ${'!<tag:x> '.repeat(20_000)}`],
  ])('does not even read what would hold up the hall: %s', (code, text) => {
    expect(faults(text)).toEqual([{ line: 1, kind: 'syntax', code }]);
  });

  it('reads many keys in time that grows with their number, and tells of fifty faults', () => {
    const keys = Array.from({ length: 9_000 }, (_, key) => `k${key}: 1`).join('\n');
    expect(faults(`${keys}\nk7: 2`)).toMatchObject([{ line: 9_001, code: 'DUPLICATE_KEY' }]);
    expect(faults(`${keys}\n${keys.slice(0, 900)}`)).toHaveLength(50);
    expect(faults('{'.repeat(20))).not.toMatchObject([{ code: 'TOO_DEEP' }]);
  });

  it('finds the name that is not there behind one that is', () => {
    expect(faults('port: &one 1\nkind: *one\nmore: *two\nlast: &two 2')).toEqual([
      { line: 3, kind: 'syntax', code: 'BAD_ALIAS' },
    ]);
  });

  it('is the same for a value without a text, and nothing where nothing is wrong', () => {
    const read = readValue({ port: 'many' }, SCHEMA);
    expect(read).toMatchObject({
      ok: false,
      findings: [{ path: 'port', fault: { kind: 'type' } }],
    });
    expect(readValue({ port: 5 }, SCHEMA)).toEqual({ ok: true, value: { port: 5 } });
  });

  it('CONF-9 does not look into a value of more rows than any hall has', () => {
    const many = { services: Array.from({ length: 160_000 }, () => ({})) };
    expect(readValue(many, SCHEMA)).toMatchObject({
      ok: false,
      findings: [{ fault: { kind: 'syntax', code: 'TOO_LONG' } }],
    });
  });

  it('without the value itself, what is of another type counts as missing', () => {
    const { error } = SCHEMA.safeParse({ port: 'many' });
    expect(error?.issues.map(faultOf)).toEqual([{ kind: 'missing' }]);
  });
});
