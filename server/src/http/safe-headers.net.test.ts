import { mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachFeed } from '../feed/attach-feed.ts';
import { temporaryFolder } from '../runtime/testing/hall-fixture.ts';
import { addSafeHeaders } from './safe-headers.ts';
import { type HttpRig, openHttpRig, type Send } from './testing/http-rig.ts';

const apps = temporaryFolder();
let rig: HttpRig;
beforeAll(async () => {
  const dist = join(apps.folder, 'kiosk', 'dist');
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>kiosk</title>');
  rig = await openHttpRig({ appsFolder: apps.folder });
  // Somebody has an account: before, the start page leads to set-up.
  await rig.send('GET', '/api/v1/me', { role: 'supervisor' });
});
afterAll(async () => {
  await rig.close();
  apps.remove();
});

const FOREIGN = { host: 'hall.lan', origin: 'http://evil.example' };

/** Given, refused by the route, by admission, by the origin; not there; of the machine itself. */
const DATA: readonly (readonly ['GET' | 'POST' | 'PUT', string, Send, number])[] = [
  ['GET', '/livez', {}, 200],
  ['GET', '/readyz', {}, 200],
  ['GET', '/api/v1/halls', {}, 200],
  ['GET', '/api/openapi.json', {}, 200],
  ['POST', '/api/v1/halls/demo/tickets', { role: 'kiosk', body: '{"service":' }, 400],
  ['POST', '/api/v1/halls/demo/tickets', { headers: FOREIGN }, 403],
  ['POST', '/api/v1/halls/demo/day/open', {}, 401],
  ['PUT', '/api/v1/halls/demo/day/open', {}, 405],
  ['GET', '/nowhere', {}, 404],
  ['GET', '/kiosk/assets/none.js', {}, 404],
];

describe('every answer', () => {
  it.each(DATA)(
    'of data is no page, is not kept and names no part of the server: %s %s',
    async (...row) => {
      const [method, path, send, status] = row;
      const { headers, status: given } = await rig.send(method, path, send);
      expect([given, headers]).toEqual([
        status,
        expect.objectContaining({
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'cache-control': 'no-store',
          'cross-origin-resource-policy': 'same-origin',
          'content-type': expect.stringMatching(/^application\/(problem\+)?json/),
        }),
      ]);
      const policy = String(headers['content-security-policy']);
      for (const part of ['default', 'object'].map((kind) => `${kind}-src 'none'`)) {
        expect(policy).toContain(part);
      }
      expect(policy).toMatch(/base-uri 'none'; frame-ancestors 'none'/);
      for (const name of ['server', 'x-powered-by', 'access-control-allow-origin']) {
        expect(headers[name]).toBeUndefined();
      }
    },
  );

  it('of a page says its characters, refers nowhere and lets no other origin read it', async () => {
    for (const path of ['/', '/kiosk/', '/api/docs/errors', '/server.css']) {
      const { headers } = await rig.send('GET', path, { headers: { origin: FOREIGN.origin } });
      expect(headers['content-type'], path).toMatch(/^text\/(html|css); charset=utf-8$/);
      expect(headers).toMatchObject({
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
      const policy = String(headers['content-security-policy']);
      expect(policy).toMatch(/object-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/);
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('over TLS keeps browsers at TLS for a year, below its name too; in the clear none does', async () => {
    const given = async (isSecure: boolean) => {
      const app = Fastify();
      addSafeHeaders(app, isSecure);
      const { headers } = await app.inject('/nowhere');
      return headers['strict-transport-security'];
    };
    expect(await given(true)).toBe('max-age=31536000; includeSubDomains');
    expect(await given(false)).toBeUndefined();
  });
});

/** Everything that comes back for bytes that no library would send. */
const answerTo = (port: number, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const tcp = connect(port, '127.0.0.1');
    let answer = '';
    tcp.on('data', (data) => {
      answer += data.toString();
      if (answer.includes('\r\n\r\n')) tcp.end();
    });
    tcp.once('close', () => resolve(answer));
    tcp.once('error', reject);
    tcp.write(text);
  });

describe('what no route sees', () => {
  const HOST = 'Host: hall.lan\r\n';
  it.each([
    [
      'the path of the feed, by another way',
      `GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\n${HOST}`,
    ],
    ['an address that cannot be read', `GET /%E0%A4%A HTTP/1.1\r\n${HOST}`],
    ['an expectation', `GET /livez HTTP/1.1\r\n${HOST}Expect: a-miracle\r\n`],
    ['a request without a host', 'GET /livez HTTP/1.1\r\n'],
    ['what is no request', 'NONSENSE\r\n'],
    ['a tunnel', `CONNECT hall.lan:443 HTTP/1.1\r\n${HOST}`],
  ])('is taken for nothing else and refers nowhere: %s', async (_, request) => {
    const server = await openHttpRig();
    await server.app.listen({ host: '127.0.0.1', port: 0 });
    const feed = attachFeed({
      ...{ httpServer: server.app.server, halls: new Map(), clock: server.clock },
      ...{ identity: server.identity, secureCookies: false, links: server.links },
      log: {
        info: () => undefined,
        warn: () => undefined,
        error: () => undefined,
        fatal: () => undefined,
      },
    });
    const { port } = server.app.server.address() as AddressInfo;
    const answer = await answerTo(port, `${request}\r\n`);
    await feed.close('server-stopping');
    await server.close();
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).toMatch(/x-content-type-options: nosniff/i);
    expect(answer).toMatch(/referrer-policy: no-referrer/i);
  });
});

describe('what is asked', () => {
  it('comes from the address of the connection, whatever a header says', async () => {
    const limited = await openHttpRig({ rateLimitPerMinute: 3 });
    const ask = (address: string) =>
      limited.send('GET', '/api/v1/halls', {
        headers: { 'x-forwarded-for': address, forwarded: `for=${address}`, 'x-real-ip': address },
      });
    for (const address of ['10.0.0.1', '10.0.0.2', '10.0.0.3']) {
      expect((await ask(address)).status).toBe(200);
    }
    expect((await ask('10.0.0.4')).status).toBe(429);
    await limited.close();
  });

  it('is asked once: a parameter that comes twice is refused', async () => {
    const path = '/api/v1/halls/demo/configuration/export?format=';
    const once = await rig.send('GET', `${path}json`, { role: 'supervisor' });
    expect(once.status).toBe(200);
    const twice = await rig.send('GET', `${path}json&format=yaml`, { role: 'supervisor' });
    expect(twice.json['code']).toBe('validation-failed');
  });

  it('is no folder and no trace of how the product was made', async () => {
    for (const path of [
      ...['/kiosk/assets/', '/kiosk/.git/config', '/.git/HEAD', '/package.json'],
      ...['/server/', '/data/', '/kiosk/index.html.map'],
    ]) {
      expect([path, (await rig.send('GET', path)).status]).toEqual([path, 404]);
    }
  });

  it('is on record when it is refused: who, what and from where, never what was sent', async () => {
    const before = rig.logged.length;
    const body = { staff: 't01', passphrase: 'nobody knows this one' };
    await rig.send('POST', '/api/v1/sign-in', { body });
    await rig.command('/day/open', { role: 'kiosk' });
    await rig.command('/tickets', { role: 'kiosk', body: '{"service":' });
    await rig.command('/tickets', { role: 'kiosk', headers: FOREIGN });
    const told = rig.logged.slice(before);
    expect(told.map(({ about }) => about)).toMatchObject([
      { code: 'sign-in-refused', route: '/api/v1/sign-in', address: '127.0.0.1' },
      { code: 'forbidden', role: 'kiosk', route: '/api/v1/halls/:hall/day/open' },
      { code: 'malformed-request', role: 'kiosk' },
      { code: 'origin-refused' },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/nobody knows|service/);
  });
});
