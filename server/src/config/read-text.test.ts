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

describe('what is wrong with a text, for whoever says it in another language', () => {
  it.each([
    ['port: 0', { line: 1, kind: 'least', least: 1, of: 'number' }],
    ['\nport: 10', { line: 2, kind: 'most', most: 9, of: 'number' }],
    ['port: many', { line: 1, kind: 'type', expected: 'number' }],
    ['kind: fifo', { line: 1, kind: 'missing' }],
    ['port: 1\nkind: best', { line: 2, kind: 'choice', values: ['fifo', 'strict'] }],
    ['port: 1\nkinds: 1', { line: 2, kind: 'unknown-member', members: ['kinds'], meant: 'kind' }],
    ['port: 1\nport: 2', { line: 2, kind: 'syntax', code: 'DUPLICATE_KEY' }],
    ['port: *gone', { line: 1, kind: 'syntax', code: 'BAD_ALIAS' }],
  ])('%j', (text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });

  it('is the same for a value without a text, and nothing where nothing is wrong', () => {
    const read = readValue({ port: 'many' }, SCHEMA);
    expect(read).toMatchObject({
      ok: false,
      findings: [{ path: 'port', fault: { kind: 'type' } }],
    });
    expect(readValue({ port: 5 }, SCHEMA)).toEqual({ ok: true, value: { port: 5 } });
  });

  it('without the value itself, what is of another type counts as missing', () => {
    const { error } = SCHEMA.safeParse({ port: 'many' });
    expect(error?.issues.map(faultOf)).toEqual([{ kind: 'missing' }]);
  });
});
