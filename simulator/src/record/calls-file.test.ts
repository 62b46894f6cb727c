import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parseCalls, readCalls } from './calls-file.ts';

const HEADER =
  'date,line,call_id,lane,type,vru_entry,vru_exit,q_start,q_exit,outcome,ser_start,ser_exit,server,flags';
const ROW = '1999-01-05,AA0101,7,vip,PS,31,36,36,189,AGENT,189,300,S07,o';
const OTHER = '1999-01-06,AA0101,8,vip,PS,31,36,36,189,HANG,0,0,,';
const CSV = [HEADER, ROW, OTHER, ''].join('\n');

test('gives the rows of one date as numbers and words', () => {
  expect(parseCalls(CSV, '1999-01-05', 'calls')).toEqual([
    expect.objectContaining({ lane: 'vip', q_start: 36, ser_exit: 300, server: 'S07', flags: 'o' }),
  ]);
});

test('reads compressed and plain files alike', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tingxu-calls-'));
  writeFileSync(join(folder, 'plain.csv'), CSV);
  writeFileSync(join(folder, 'packed.csv.gz'), gzipSync(CSV));
  const plain = readCalls(join(folder, 'plain.csv'), '1999-01-06');
  expect(plain).toHaveLength(1);
  expect(readCalls(join(folder, 'packed.csv.gz'), '1999-01-06')).toEqual(plain);
});

test.each([
  ['another header', CSV.replace('date,', 'day,'), /not a file of recorded calls/],
  ['a missing column', CSV.replace(',S07,o', ',o'), /line 2: 13 columns/],
  ['an unknown lane', CSV.replace('vip', 'gold'), /line 2: lane/],
  ['a time that is none', CSV.replace(',189,300', ',189,x'), /line 2: ser_exit/],
  ['a date without calls', CSV.replace(ROW, OTHER), /no calls on 1999-01-05; it has 1999-01-06/],
])('refuses %s and says where', (_what, csv, message) => {
  expect(() => parseCalls(csv, '1999-01-05', 'calls.csv')).toThrow(message);
});
