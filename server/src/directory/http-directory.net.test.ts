import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CustomerHash } from '@tingxu/contract/customers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../runtime/testing/hall-fixture.ts';
import { customerFile, openCustomerTable } from './customer-table.ts';
import { openDirectory } from './directory.ts';
import { httpDirectory } from './http-directory.ts';

const HASH = CustomerHash.parse('a1'.repeat(32));
const VIP = { class: 'vip', maskedName: '王*', birthYear: 1960 };

type Manner = (response: ServerResponse) => void;

/** A bank's directory that behaves as the test says. */
let server: Server;
let manner: Manner;
let asked: { body: string; url: string | undefined; headers: IncomingMessage['headers'] }[];
let url: string;
beforeEach(async () => {
  asked = [];
  manner = telling(VIP);
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += String(piece);
    });
    request.on('end', () => {
      asked.push({ body, url: request.url, headers: request.headers });
      manner(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/customers`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const telling =
  (body: unknown, status = 200): Manner =>
  (response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(typeof body === 'string' ? body : JSON.stringify(body));

/** Long enough for a busy machine; what is slow never answers at all. */
const PATIENT = { timeoutMs: 5_000 };
const HASTY = { timeoutMs: 50 };

describe("a bank's own directory", () => {
  it('DIR-4 is asked by the hash and nothing else, and its profile is told', async () => {
    const directory = httpDirectory({ url, ...PATIENT });
    expect(await directory.find(HASH)).toEqual({ outcome: 'found', profile: VIP });
    expect(asked).toHaveLength(1);
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ hash: HASH });
    expect(asked[0]?.url).toBe('/customers');
    manner = telling({}, 404);
    expect(await directory.find(HASH)).toEqual({ outcome: 'not-found' });
    manner = telling({ class: 'ordinary', more: 'is not kept' });
    expect(await directory.find(HASH)).toEqual({
      outcome: 'found',
      profile: { class: 'ordinary', maskedName: null, birthYear: null },
    });
  });

  const LIES: readonly (readonly [string, Manner])[] = [
    ['another class', telling({ class: 'admin' })],
    ['a whole name', telling({ ...VIP, maskedName: '王小明' })],
    ['no JSON', telling('<html>')],
    ['a year of another age', telling({ ...VIP, birthYear: 60 })],
    ['a list', telling([VIP])],
    ['too much', telling(JSON.stringify({ ...VIP, more: 'x'.repeat(10_000) }))],
    ['an error', telling({}, 500)],
    ['that it is elsewhere', (response) => void response.writeHead(302, { location: url }).end()],
    [
      'half an answer',
      (response) =>
        void response
          .writeHead(200, { 'content-length': '99' })
          .write('{"cl', () => response.destroy()),
    ],
    ['nothing', (response) => void response.destroy()],
  ];
  it.each(LIES)('DIR-4 is not believed when it tells %s', async (_what, lie) => {
    manner = lie;
    expect(await httpDirectory({ url, ...PATIENT }).find(HASH)).toEqual({ outcome: 'failed' });
  });

  const SLOW: readonly (readonly [string, Manner])[] = [
    ['never answers', () => undefined],
    ['never ends its answer', (response) => void response.writeHead(200).write('{"class":')],
  ];
  it.each(SLOW)('DIR-4 is given up when it %s', async (_what, slowly) => {
    manner = slowly;
    expect(await httpDirectory({ url, ...HASTY }).find(HASH)).toEqual({ outcome: 'failed' });
  });

  it('DIR-4 that is not there is a failure like any other', async () => {
    server.close();
    expect(await httpDirectory({ url, ...PATIENT }).find(HASH)).toEqual({ outcome: 'failed' });
  });

  it('DIR-5 is left alone after three failures in a row, then tried with one question', async () => {
    let now = 0;
    const directory = httpDirectory({ url, ...PATIENT, now: () => now });
    const outcomes = async (count: number): Promise<string[]> => {
      const found: string[] = [];
      for (let ask = 0; ask < count; ask += 1) found.push((await directory.find(HASH)).outcome);
      return found;
    };
    manner = telling({}, 500);
    await outcomes(2);
    manner = telling(VIP);
    expect(await outcomes(1)).toEqual(['found']);
    manner = telling({}, 500);
    await outcomes(3);
    expect([directory.isOpen(), asked.length]).toEqual([true, 6]);
    manner = telling(VIP);
    now = 9_999;
    expect([await outcomes(20), asked.length]).toEqual([Array(20).fill('failed'), 6]);
    now = 10_000;
    manner = telling({}, 500);
    const burst = await Promise.all(Array.from({ length: 20 }, () => directory.find(HASH)));
    expect([burst.filter(({ outcome }) => outcome === 'found').length, asked.length]).toEqual([
      0, 7,
    ]);
    now = 20_000;
    manner = telling(VIP);
    expect(await outcomes(2)).toEqual(['found', 'found']);
    expect(directory.isOpen()).toBe(false);
  });
});

describe('the directory of a hall that has a bank directory too', () => {
  it('DIR-3, DIR-4 answers from the imported table only when the bank directory fails', async () => {
    const disk = temporaryFolder();
    const table = openCustomerTable(customerFile(disk.folder));
    const staged = table.stage(1);
    staged.add([{ hash: HASH, class: 'ordinary', maskedName: null, birthYear: null }]);
    staged.putInForce();
    table.close();
    const log = { error: () => undefined };
    const settings = { url, ...PATIENT };
    const directory = openDirectory({
      dataFolder: disk.folder,
      hallFolder: disk.folder,
      settings,
      log,
    });
    expect((await directory.find(HASH))?.class).toBe('vip');
    manner = telling({}, 404);
    expect(await directory.find(HASH)).toBeNull();
    manner = telling({ class: 'admin' });
    for (let ask = 0; ask < 4; ask += 1) {
      expect((await directory.find(HASH))?.class).toBe('ordinary');
    }
    expect(directory.status().adapter).toBe('resting');
    expect(await directory.find(CustomerHash.parse('b2'.repeat(32)))).toBeNull();
    directory.close();
    disk.remove();
  });
});
