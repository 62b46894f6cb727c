import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { Problem } from '@tingxu/contract/problem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HttpRig, openHttpRig } from './testing/http-rig.ts';

let rig: HttpRig;
let port: number;
beforeAll(async () => {
  rig = await openHttpRig();
  await rig.app.listen({ host: '127.0.0.1', port: 0 });
  const address = rig.app.server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => rig.close());

/** Sends bytes as they are and gives everything that came back until the server hung up. */
const exchange = (bytes: string, to = port): Promise<string> =>
  new Promise((resolve) => {
    let said = '';
    const socket = connect(to, '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('latin1').on('data', (text) => {
      said += text;
    });
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(said));
  });

const request = (line: string, headers: readonly string[] = [], body = ''): string =>
  [line, 'Host: x', 'Connection: close', ...headers, '', body].join('\r\n');

/** What is wrong with an answer; null when it is a problem of the catalogue. */
function flawOf(said: string): string | null {
  const [head = '', ...rest] = said.split('\r\n\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]);
  if (Number.isNaN(status)) return `no answer: ${JSON.stringify(said.slice(0, 80))}`;
  if (status >= 500 || status < 400) return `status ${status}`;
  if (!/content-type: application\/problem\+json/i.test(head)) return 'not a problem';
  const body = rest.join('\r\n\r\n');
  try {
    const problem = Problem.parse(JSON.parse(body));
    return problem.status === status ? null : `status ${status} but ${problem.code}`;
  } catch {
    return `not of the catalogue: ${body.slice(0, 80)}`;
  }
}

const POST = 'POST /api/v1/halls/demo/tickets HTTP/1.1';
const JSON_TYPE = 'Content-Type: application/json';

describe('what is no proper request', () => {
  it.each([
    ['noise', 'HELLO THERE\r\n\r\n'],
    ['a method that is none', request('SING / HTTP/1.1')],
    ['another protocol', request('GET / HTTP/9.9')],
    ['a tunnel', 'CONNECT bank.example:443 HTTP/1.1\r\nHost: bank.example:443\r\n\r\n'],
    ['a header of 20 KB', request('GET /livez HTTP/1.1', [`X-Long: ${'a'.repeat(20_000)}`])],
    [
      'a thousand long headers',
      request(
        'GET /livez HTTP/1.1',
        Array.from({ length: 1000 }, (_, n) => `X-${n}: ${'v'.repeat(40)}`),
      ),
    ],
    ['a header with a control sign', request('GET /livez HTTP/1.1', ['X-Bad: a\u0001b'])],
    ['a header without a name', request('GET /livez HTTP/1.1', [': nothing'])],
    ['two lengths', request(POST, ['Content-Length: 5', 'Content-Length: 6'], 'abcde')],
    ['a length that is none', request(POST, ['Content-Length: -5'], 'abcde')],
    [
      'length and chunks at once',
      request(POST, [JSON_TYPE, 'Content-Length: 5', 'Transfer-Encoding: chunked'], '0\r\n\r\n'),
    ],
    ['chunks that are none', request(POST, [JSON_TYPE, 'Transfer-Encoding: chunked'], 'zz\r\n')],
    ['a path with a broken percent', request('GET /%E0%A4%A HTTP/1.1')],
    ['a path with a zero', request('GET /api/v1/halls/%00 HTTP/1.1')],
    ['a path that climbs', request('GET /kiosk/..%2f..%2fpackage.json HTTP/1.1')],
    ['a path of 12 KB', request(`GET /api/v1/halls/${'a'.repeat(12_000)} HTTP/1.1`)],
    ['a path of a thousand parts', request(`GET ${'/a'.repeat(1_000)} HTTP/1.1`)],
    ['a whole address', request('GET http://elsewhere/secret HTTP/1.1')],
    ['an echo', request('TRACE / HTTP/1.1', ['X-Secret: 1'])],
    ['a star', request('OPTIONS * HTTP/1.1')],
    ['a query of brackets', request(`GET /nowhere?${'a[b]'.repeat(500)}=1 HTTP/1.1`)],
    [
      'a body too large',
      request(POST, [JSON_TYPE, 'Content-Length: 17000'], `"${'a'.repeat(16_998)}"`),
    ],
    ['a body that claims too much', request(POST, [JSON_TYPE, 'Content-Length: 99999999'])],
    ['a hundred accept versions', request('GET /nowhere HTTP/1.1', ['Accept-Version: 1.x'])],
    ['two hosts', request('GET /livez HTTP/1.1', ['HOST: elsewhere'])],
    ['an upgrade to nothing', request('GET /nowhere HTTP/1.1', ['Upgrade: nothing'])],
  ])('%s is answered as a problem, and the server goes on', async (_name, bytes) => {
    expect(flawOf(await exchange(bytes))).toBeNull();
    expect((await rig.send('GET', '/livez')).status).toBe(200);
    expect(rig.logged.filter((line) => line.level === 'error' || line.level === 'fatal')).toEqual(
      [],
    );
  });

  it('gives nothing to a client that hangs up in the middle', async () => {
    for (const bytes of [
      POST,
      `${POST}\r\nHost: x\r\n`,
      request(POST, [JSON_TYPE, 'Content-Length: 50'], '{"serv'),
    ]) {
      await new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1', () =>
          socket.write(bytes, () => socket.resetAndDestroy()),
        );
        socket.on('error', () => undefined);
        socket.once('close', () => resolve());
      });
    }
    expect((await rig.send('GET', '/livez')).status).toBe(200);
    expect(rig.logged.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});

describe('the checker itself', () => {
  it('finds a server that answers otherwise', async () => {
    const plain = createServer((_request, response) => response.writeHead(400).end('Bad Request'));
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const address = plain.address();
    const to = typeof address === 'object' && address ? address.port : 0;
    expect(flawOf(await exchange(request('GET / HTTP/1.1'), to))).toBe('not a problem');
    expect(flawOf(await exchange('HELLO THERE\r\n\r\n', to))).toBe('not a problem');
    expect(flawOf('')).toBe('no answer: ""');
    plain.close();
  });
});

it('answers a client that offers another protocol as if it had not asked', async () => {
  // With somebody listening for upgrades, as the feed does, Node takes every offer for one.
  const hangUp = (_request: unknown, socket: Duplex): void => void socket.destroy();
  rig.app.server.on('upgrade', hangUp);
  const lines = ['GET /livez HTTP/1.1', 'Host: x', 'Connection: Upgrade, close', 'Upgrade: h2c'];
  const said = await exchange([...lines, '', ''].join('\r\n'));
  rig.app.server.off('upgrade', hangUp);
  expect(said).toMatch(/^HTTP\/1\.1 200 OK/);
});
