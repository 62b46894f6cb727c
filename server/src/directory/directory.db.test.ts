import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CustomerHash } from '@tingxu/contract/customers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyFile, secretKey } from '../config/secret-key.ts';
import { useEnglishMessages } from '../config/zod-messages.ts';
import { temporaryFolder } from '../runtime/testing/hall-fixture.ts';
import { hashOfIdentifier } from './customer-hash.ts';
import { type CustomerTable, customerFile, openCustomerTable } from './customer-table.ts';
import { type Directory, openDirectory } from './directory.ts';
import { type ImportResult, importCustomers } from './import-customers.ts';

useEnglishMessages();

const NUMBER = '330106196003150012';
const AT = Date.parse('2026-11-23T03:00:00+08:00');

let disk: ReturnType<typeof temporaryFolder>;
let table: CustomerTable;
const told: string[] = [];
const log = { error: (_about: object, text: string) => void told.push(text) };
beforeEach(() => {
  disk = temporaryFolder();
  told.length = 0;
  table = openCustomerTable(customerFile(disk.folder));
});
afterEach(() => {
  table.close();
  disk.remove();
});

const key = () => secretKey(disk.folder, 'directory');
const open = (): Directory =>
  openDirectory({ dataFolder: disk.folder, hallFolder: disk.folder, settings: null, log });

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
const importing = (text: string, at = AT): Promise<ImportResult> =>
  importCustomers({ table, key: key(), at, text: once(text) });
const find = (identifier: string) => table.find(hashOfIdentifier(key(), identifier));

const HEADER = 'identifier,class,maskedName,birthYear';

describe('an import of customers', () => {
  it('DIR-2 finds each customer by the keyed hash afterwards, however the number is typed', async () => {
    const text = `${HEADER}\n${NUMBER},vip,王*,1960\n6222 0200-0000 0001,corporate,,\n`;
    expect(await importing(text)).toEqual({ ok: true, rows: 2 });
    expect(find(NUMBER)).toEqual({ class: 'vip', maskedName: '王*', birthYear: 1960 });
    expect(find('6222020000000001')).toEqual({
      class: 'corporate',
      maskedName: null,
      birthYear: null,
    });
    expect(find(' ６２２２ 0200 0000 0001 ')).toMatchObject({ class: 'corporate' });
    expect(find('330106196003150013')).toBeUndefined();
    expect(table.inForce()).toEqual({ rows: 2, at: AT });
  });

  it('DIR-2 takes hashes that a card system has made', async () => {
    const hash = hashOfIdentifier(key(), NUMBER);
    expect(await importing(`class,hash\npotential-vip,${hash}\n`)).toEqual({ ok: true, rows: 1 });
    expect(find(NUMBER)?.class).toBe('potential-vip');
  });

  it('DIR-2 tells every wrong row with its line, never its content, and changes nothing', async () => {
    await importing(`${HEADER}\n${NUMBER},vip,王*,1960\n`);
    const result = await importing(
      [
        HEADER,
        'X100200,ordinary,,',
        'SECRET77,gold,,',
        'SECRET78,vip,王小明,',
        'SECRET79,vip,王*,1066',
        'S?,vip,,',
        'SECRET80,vip,王*',
        'x100-200,corporate,,',
        'SECRET81,vip,王*,0x7A0',
        '',
      ].join('\n'),
      AT + 1,
    );
    if (result.ok) throw new Error('accepted');
    expect(result.problems.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 9]);
    expect(result.problems.map(({ reason }) => reason.split(':')[0])).toEqual([
      'class',
      'maskedName',
      'birthYear',
      'identifier',
      '3 fields instead of 4',
      'the customer stands in the file twice',
      'birthYear',
    ]);
    expect(JSON.stringify(result)).not.toMatch(/SECRET|王|gold|1066|0x7A0|100/);
    expect(find(NUMBER)?.class).toBe('vip');
    expect(table.inForce()).toEqual({ rows: 1, at: AT });
  });

  it.each([
    ['', 'line 1: the file has no header'],
    ['identifier\n1\n', 'line 1: the column class is missing'],
    ['class\nvip\n', 'line 1: one of the columns identifier and hash is needed'],
    ['class,identifier,name\n', 'line 1: column 3 is none of'],
    ['class,identifier,class\n', 'line 1: the column class stands twice'],
    [`${HEADER}\n\n`, 'line 2: the file holds no customer'],
    [`${HEADER}\nABCD1,vip,,\n"ABCD2,vip,,\n`, 'line 3: a quote is never closed'],
  ])('DIR-2 refuses the file %j', async (text, reason) => {
    const result = await importing(text);
    if (result.ok) throw new Error('accepted');
    const [first] = result.problems;
    expect(`line ${first?.line}: ${first?.reason}`).toContain(reason);
    expect(table.inForce()).toBeNull();
  });

  it('DIR-2 replaces what was there in one step: a reader sees the old or the new, never half', async () => {
    const rows = (known: string) =>
      Array.from({ length: 2_500 }, (_, index) => `C${10_000 + index},${known},,`).join('\n');
    await importing(`${HEADER}\n${rows('vip')}\n`);
    const reader = openCustomerTable(customerFile(disk.folder));
    const hash = hashOfIdentifier(key(), 'C10000');
    const seen = new Set<string | undefined>();
    async function* watched(): AsyncGenerator<string> {
      for (const line of `${HEADER}\n${rows('ordinary')}\n`.split(/(?<=\n)/)) {
        seen.add(reader.find(hash)?.class);
        yield line;
      }
    }
    await importCustomers({ table, key: key(), at: AT, text: watched() });
    expect([...seen]).toEqual(['vip']);
    expect(reader.find(hash)?.class).toBe('ordinary');
    reader.close();
  });

  it('DIR-2 leaves nothing of an import that broke off, nor of one that another overtook', async () => {
    async function* broken(): AsyncGenerator<string> {
      yield `${HEADER}\nAAAA1,vip,,\n`;
      throw new Error('the file is gone');
    }
    await expect(importCustomers({ table, key: key(), at: AT, text: broken() })).rejects.toThrow(
      'the file is gone',
    );
    expect([table.inForce(), find('AAAA1')]).toEqual([null, undefined]);
    const slow = table.stage(AT);
    await importing(`${HEADER}\nBBBB1,vip,,\n`);
    expect(() => slow.putInForce()).toThrow('another import took its place');
    expect(find('BBBB1')?.class).toBe('vip');
  });
});

describe('what is kept of an identifier', () => {
  it('DIR-1 is in no file but as a keyed hash, and nobody else may read key or table', async () => {
    await importing(`${HEADER}\n${NUMBER},vip,王*,1960\n`);
    const files = readdirSync(disk.folder).map((name) => join(disk.folder, name));
    expect(files.length).toBeGreaterThan(1);
    const bytes = Buffer.concat(files.map((file) => readFileSync(file)));
    expect(bytes.includes(hashOfIdentifier(key(), NUMBER))).toBe(true);
    expect(bytes.includes(NUMBER)).toBe(false);
    for (const file of files) expect([file, statSync(file).mode & 0o077]).toEqual([file, 0]);
  });

  it('DIR-1 cannot be made again without the key of this data folder', () => {
    const other = temporaryFolder();
    const [here, there] = [key(), secretKey(other.folder, 'directory')];
    expect(hashOfIdentifier(here, NUMBER)).not.toBe(hashOfIdentifier(there, NUMBER));
    expect(secretKey(disk.folder, 'directory')).toEqual(here);
    other.remove();
  });

  it('DIR-1, DIR-3 goes on without a key that others may read, and says so', async () => {
    await importing(`${HEADER}\n${NUMBER},vip,王*,1960\n`);
    chmodSync(keyFile(disk.folder, 'directory'), 0o644);
    const directory = open();
    expect(directory.hashOf(NUMBER)).toBeNull();
    expect(told).toEqual(['the customer directory goes on without its key']);
    directory.close();
  });
});

describe('the directory of a hall', () => {
  it('DIR-3 answers from the table, and that it knows nothing when there is none', async () => {
    await importing(`${HEADER}\n${NUMBER},vip,王*,1960\n`);
    const directory = open();
    const hash = directory.hashOf(NUMBER);
    expect(hash && (await directory.find(hash))?.class).toBe('vip');
    expect(await directory.find(CustomerHash.parse('0'.repeat(64)))).toBeNull();
    expect(directory.status()).toEqual({ table: { rows: 1, at: AT }, adapter: 'none' });
    directory.close();
    expect(hash && (await directory.find(hash))).toBeNull();
    expect(directory.status().table).toBe('failing');
    expect(existsSync(customerFile(disk.folder))).toBe(true);
  });
});
