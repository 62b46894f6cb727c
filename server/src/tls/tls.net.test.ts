/** TLS with real sockets and real certificates. Source: SEC-15. */
import { X509Certificate } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { get, type RequestOptions } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartRefusal } from '../config/start-refusal.ts';
import { startServer } from '../process/testing/server-process.ts';
import { temporaryFolder } from '../runtime/testing/hall-fixture.ts';
import { readCertificate } from './certificate.ts';
import { AUTHORITY_PATH, hintServer } from './hint-server.ts';
import { ensureOwnCertificate, ownFiles } from './own-authority.ts';
import { type SecureServer, secureServer } from './secure-server.ts';

const NOW = Date.now();
const DAY_MS = 86_400_000;
const NAMES = ['localhost', '127.0.0.1'];

let disk: ReturnType<typeof temporaryFolder>;
const cleanups: (() => void)[] = [];
beforeEach(() => {
  disk = temporaryFolder();
});
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
  disk.remove();
});

const made = (folder = disk.folder, now = NOW, names = NAMES) =>
  ensureOwnCertificate(folder, names, now);

type Logged = { readonly level: string; readonly text: unknown };

/** A server that says hello, on a free port. */
const listening = async (files: { cert: string; key: string }, now = () => NOW) => {
  const logged: Logged[] = [];
  const note = (level: string) => (_about: unknown, text?: unknown) =>
    void logged.push({ level, text });
  const log = {
    ...{ info: note('info'), warn: note('warn') },
    error: note('error'),
    fatal: note('fatal'),
  };
  const secure: SecureServer = await secureServer({ files, now, log, lookEveryMs: DAY_MS });
  const server = secure.create((_request, reply) => reply.end('hello'), {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => {
    secure.stop();
    server.closeAllConnections();
    server.close();
  });
  return { secure, logged, port: (server.address() as AddressInfo).port };
};

const hello = (port: number, ca: string, more: RequestOptions = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, ca: readFileSync(ca), ...more }, (reply) => {
      let said = '';
      reply.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
      reply.once('end', () => resolve(said));
    });
    request.once('error', reject);
  });

const connected = (port: number, ca: string): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, ca: readFileSync(ca) }, () =>
      resolve(socket),
    );
    socket.once('error', reject);
    cleanups.push(() => socket.destroy());
  });

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

/** As the next second's change would look, whatever the clock of the file system resolves. */
const touch = (...files: readonly string[]): void => {
  for (const file of files) {
    const at = statSync(file).mtimeMs / 1000 + 2;
    utimesSync(file, at, at);
  }
};

describe('an own authority', () => {
  it('WEB-3 signs a certificate that a screen which trusts it accepts, by name and address', async () => {
    const files = await made();
    const { port } = await listening(files);
    expect(await hello(port, files.authority)).toBe('hello');
    expect(await hello(port, files.authority, { host: 'localhost' })).toBe('hello');
    await expect(hello(port, files.authority, { servername: 'evil.example' })).rejects.toThrow(
      /altname/i,
    );
    for (const key of [files.key, join(disk.folder, 'ca.key')]) {
      expect(statSync(key).mode & 0o077, key).toBe(0);
    }
  });

  it('WEB-3 is none to whoever trusts another', async () => {
    const files = await made();
    mkdirSync(join(disk.folder, 'other'));
    const other = await made(join(disk.folder, 'other'));
    const { port } = await listening(files);
    await expect(hello(port, other.authority)).rejects.toThrow();
  });

  it('WEB-4 makes the certificate anew before it ends or for a new name, and stays the same itself', async () => {
    const files = await made();
    const text = (file: string) => readFileSync(file, 'utf8');
    const [authority, first] = [text(files.authority), text(files.cert)];
    await made();
    expect(text(files.cert)).toBe(first);
    await made(disk.folder, NOW + 366 * DAY_MS);
    expect(text(files.cert)).toBe(first);
    await made(disk.folder, NOW + 368 * DAY_MS);
    const second = text(files.cert);
    expect(second).not.toBe(first);
    await made(disk.folder, NOW + 368 * DAY_MS, [...NAMES, 'hall.lan']);
    expect(text(files.cert)).not.toBe(second);
    expect(text(files.authority)).toBe(authority);
    const { publicKey } = new X509Certificate(authority);
    expect(new X509Certificate(text(files.cert)).verify(publicKey)).toBe(true);
  });
});

describe('the server', () => {
  it('WEB-3 speaks nothing below TLS 1.2, and no plain HTTP', async () => {
    const files = await made();
    const { port } = await listening(files);
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const;
    await expect(hello(port, files.authority, old)).rejects.toThrow();
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const only = { minVersion: version, maxVersion: version };
      expect(await hello(port, files.authority, only)).toBe('hello');
    }
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    expect(await hello(port, files.authority)).toBe('hello');
  });

  it('WEB-3 takes no cipher without forward secrecy or authentication, and the strongest first', async () => {
    const files = await made();
    const { port } = await listening(files);
    const by = (ciphers: string) =>
      hello(port, files.authority, { maxVersion: 'TLSv1.2', ciphers: `${ciphers}:@SECLEVEL=0` });
    for (const weak of ['ECDHE-ECDSA-AES128-SHA256', 'ECDHE-ECDSA-AES256-SHA', 'AES128-SHA']) {
      await expect(by(weak), weak).rejects.toThrow();
    }
    expect(await by('ECDHE-ECDSA-AES128-GCM-SHA256')).toBe('hello');
    const socket = await connected(port, files.authority);
    expect(socket.getCipher()).toMatchObject({
      name: 'TLS_AES_256_GCM_SHA384',
      version: 'TLSv1.3',
    });
  });

  it('WEB-4 takes a changed certificate while a connection goes on', async () => {
    const files = await made();
    const { port, secure, logged } = await listening(files);
    const before = await connected(port, files.authority);
    const first = before.getPeerCertificate().fingerprint256;
    await made(disk.folder, NOW, [...NAMES, 'hall.lan']);
    touch(files.cert, files.key);
    secure.look();
    const said = new Promise((resolve) => before.once('data', (bytes) => resolve(String(bytes))));
    before.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(await said).toContain('hello');
    const after = await connected(port, files.authority);
    expect(after.getPeerCertificate().fingerprint256).not.toBe(first);
    expect(logged).toEqual([{ level: 'info', text: 'a new certificate is in use' }]);
  });

  it('WEB-4 does not take a pair that does not fit, and says so', async () => {
    const files = await made();
    const { port, secure, logged } = await listening(files);
    mkdirSync(join(disk.folder, 'other'));
    const other = await made(join(disk.folder, 'other'));
    copyFileSync(other.key, files.key);
    touch(files.key);
    secure.look();
    secure.look();
    expect(logged).toEqual([
      {
        level: 'warn',
        text: 'the certificate was changed and cannot be used; the one before stays',
      },
    ]);
    expect(await hello(port, files.authority)).toBe('hello');
  });

  it('WEB-4 tells that the certificate ends soon, once a day, and that it has ended', async () => {
    const files = await made();
    let now = NOW;
    const { secure, logged } = await listening(files, () => now);
    expect(secure.check()).toMatchObject({ ok: true, detail: 'ends in 396 days' });
    now = NOW + 380 * DAY_MS;
    for (const _ of [1, 2, 3]) secure.look();
    expect(logged).toEqual([{ level: 'warn', text: 'the certificate ends soon' }]);
    expect(secure.check()).toMatchObject({ ok: true, detail: 'ends in 16 days, renew it' });
    now += DAY_MS;
    secure.look();
    expect(logged).toHaveLength(2);
    now = NOW + 398 * DAY_MS;
    expect(secure.check()).toMatchObject({ ok: false, detail: 'has ended' });
  });

  it('WEB-3, JRN-8 takes no key that everybody may read, at a start or later; one of a group it takes', async () => {
    const files = await made();
    for (const mode of [0o604, 0o644, 0o602]) {
      chmodSync(files.key, mode);
      expect(() => readCertificate(files)).toThrow(/may be read by everybody/);
    }
    for (const mode of [0o640, 0o600, 0o400]) {
      chmodSync(files.key, mode);
      expect(readCertificate(files).endsAt).toBeGreaterThan(NOW);
    }
  });

  it('WEB-3 does not start with what cannot be used', async () => {
    const files = await made();
    mkdirSync(join(disk.folder, 'other'));
    const other = await made(join(disk.folder, 'other'));
    const noise = join(disk.folder, 'noise');
    writeFileSync(noise, 'nothing');
    for (const pair of [
      { cert: files.cert, key: other.key },
      { cert: noise, key: files.key },
      { cert: files.cert, key: noise },
      { cert: join(disk.folder, 'none'), key: files.key },
    ]) {
      expect(() => readCertificate(pair)).toThrow(StartRefusal);
    }
    expect(readCertificate(files).endsAt).toBeGreaterThan(NOW);
  });
});

describe('a whole server', () => {
  it('WEB-3 makes its certificate, serves pages and the feed over TLS, and hints beside it', async () => {
    const plain = await freePort();
    const config = { server: { tls: { own: true, plainPort: plain }, demo: true } };
    writeFileSync(join(disk.folder, 'tingxu.yaml'), JSON.stringify(config));
    const server = startServer({ TINGXU_DATA: join(disk.folder, 'data') }, disk.folder);
    cleanups.push(() => void server.child.kill('SIGKILL'));
    const url = await server.ready;
    expect(url).toMatch(/^https:/);
    const { authority } = ownFiles(join(disk.folder, 'data', 'tls'));
    const { port } = new URL(url);
    const ready = JSON.parse(await hello(Number(port), authority, { path: '/readyz' }));
    expect(JSON.stringify(ready)).toContain('ends in 396 days');
    const hint = await fetch(`http://127.0.0.1:${plain}/`);
    expect([hint.status, (await hint.text()).includes(url)]).toEqual([426, true]);
    const feed = io(url, {
      ...{ transports: ['websocket'], reconnection: false, auth: { role: 'phone' } },
      ca: readFileSync(authority, 'utf8'),
    });
    cleanups.push(() => feed.disconnect());
    await new Promise((resolve, reject) => {
      feed.once('connect', () => resolve(null));
      feed.once('connect_error', reject);
    });
    expect(server.said.err).toBe('');
  });
});

describe('the plain port', () => {
  it('WEB-3 says where the hall is, hands out the authority, and nothing else', async () => {
    await made();
    const { authority } = ownFiles(disk.folder);
    const server = hintServer({ url: 'https://hall.lan:8443', authority });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    cleanups.push(() => server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const hint = await fetch(`${url}/kiosk/`, { redirect: 'manual' });
    expect([hint.status, (await hint.text()).includes('https://hall.lan:8443/')]).toEqual([
      426,
      true,
    ]);
    const given = await fetch(`${url}${AUTHORITY_PATH}`);
    expect(await given.text()).toBe(readFileSync(authority, 'utf8'));
    for (const path of ['/ca.key', '/server.key', '/../ca.key', '/api/v1/halls']) {
      expect([path, (await fetch(`${url}${path}`)).status]).toEqual([path, 426]);
    }
    const posted = await fetch(`${url}${AUTHORITY_PATH}`, { method: 'POST', body: '{}' });
    expect(posted.status).toBe(426);
  });
});

it('WEB-3 the plain port goes on where the certificate of the branch was moved away', async () => {
  const server = hintServer({ url: 'https://x', authority: join(disk.folder, 'gone.crt') });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const asked = await fetch(`http://127.0.0.1:${port}${AUTHORITY_PATH}`);
  expect([asked.status, (await fetch(`http://127.0.0.1:${port}/`)).status]).toEqual([404, 426]);
  server.close();
});
