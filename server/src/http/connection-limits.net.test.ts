/** What somebody costs who opens connections and reads nothing. Source: SEC-16. */
import { mkdirSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../devices/testing/until.ts';
import { temporaryFolder } from '../runtime/testing/hall-fixture.ts';
import { type HttpRig, openHttpRig } from './testing/http-rig.ts';

const LIMITS = { stalledMs: 1_500, total: 60, perAddress: 20 };
/** More than the buffers of both ends take of what is not read. */
const LARGE = 8 * 1024 * 1024;
const BIG = '/kiosk/assets/big-abc123.js';

const apps = temporaryFolder();
const opened: Socket[] = [];
let rig: HttpRig;
let port: number;
beforeAll(async () => {
  const dist = join(apps.folder, 'kiosk', 'dist');
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>kiosk</title>');
  writeFileSync(join(dist, 'assets', 'big-abc123.js'), Buffer.alloc(LARGE, ' '));
  rig = await openHttpRig({ appsFolder: apps.folder, connections: LIMITS });
  await rig.app.listen({ host: '127.0.0.1', port: 0 });
  const address = rig.app.server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(async () => {
  for (const socket of opened) socket.destroy();
  await rig.close();
  apps.remove();
});

const asking = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;

/** Those of them that the server has ended; whoever reads nothing does not learn it. */
const ended = async (sockets: readonly Socket[]): Promise<number> => {
  for (const socket of sockets) socket.resume();
  return sockets.filter(({ closed }) => closed).length;
};

/** Sends and reads nothing until it is told to. */
const silent = async (bytes: string, from = '127.0.0.1'): Promise<Socket> => {
  const socket = connect({ port, host: '127.0.0.1', localAddress: from });
  opened.push(socket);
  socket.on('error', () => undefined);
  socket.pause();
  await new Promise((resolve) => socket.once('connect', resolve).once('close', resolve));
  socket.write(bytes);
  return socket;
};

const openOnServer = (): Promise<number> =>
  new Promise((resolve, reject) =>
    rig.app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
const emptied = () => until(async () => (await openOnServer()) === 0);

/** Files that this process holds open below the folder; the system tells where it can. */
const filesOpen = (): number =>
  readdirSync('/proc/self/fd').filter((handle) => {
    try {
      return readlinkSync(`/proc/self/fd/${handle}`).startsWith(apps.folder);
    } catch {
      return false;
    }
  }).length;

const said = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    let text = '';
    socket.setEncoding('latin1').on('data', (piece) => {
      text += piece;
    });
    socket.once('close', () => resolve(text));
    socket.resume();
  });

describe('a connection that is not read', () => {
  it('WEB-6 is cut off, and holds no file until then', async () => {
    await Promise.all(Array.from({ length: 10 }, () => silent(asking(BIG))));
    await until(async () => (await openOnServer()) === 10);
    if (process.platform === 'linux') expect(filesOpen()).toBe(0);
    await emptied();
  });

  it('WEB-6 is not cut off while it reads, however slowly', async () => {
    const socket = await silent(asking(BIG).replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
    let bytes = 0;
    socket.resume().on('data', (piece: Buffer) => {
      bytes += piece.length;
      socket.pause();
      setTimeout(() => socket.resume(), piece.length / 4_000);
    });
    await new Promise((resolve) => socket.once('close', resolve));
    expect(bytes).toBeGreaterThan(LARGE);
  });

  it('WEB-6 has one request under way: the second one ends it', async () => {
    const socket = await silent(asking(BIG).repeat(20));
    expect((await said(socket)).length).toBeLessThan(LARGE);
    await emptied();
  });

  it('WEB-6 takes one request after the other, as browsers send them', async () => {
    const socket = await silent('');
    let text = '';
    socket.setEncoding('latin1').on('data', (piece) => {
      text += piece;
    });
    socket.resume();
    for (const count of [1, 2, 3]) {
      socket.write(asking('/livez'));
      await until(async () => (text.match(/HTTP\/1\.1 200/g) ?? []).length === count);
    }
    expect(socket.closed).toBe(false);
    socket.destroy();
    await emptied();
  });
});

describe('connections of one address', () => {
  it('WEB-6 are so many and no more, and leave room for those of others', async () => {
    const many = await Promise.all(Array.from({ length: 40 }, () => silent('', '127.0.3.1')));
    await until(async () => (await ended(many)) === 20);
    expect(await openOnServer()).toBe(20);
    const other = await silent(`GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(await said(other)).toMatch(/^HTTP\/1\.1 200/);
    for (const socket of many) socket.destroy();
    await emptied();
    const again = await silent(
      asking('/livez').replace('x\r\n', 'x\r\nConnection: close\r\n'),
      '127.0.3.1',
    );
    expect(await said(again)).toMatch(/^HTTP\/1\.1 200/);
  });

  it('WEB-6 are so many of everybody together', async () => {
    const addresses = ['127.0.4.1', '127.0.4.2', '127.0.4.3', '127.0.4.4'];
    const many = await Promise.all(
      addresses.flatMap((from) => Array.from({ length: 20 }, () => silent('', from))),
    );
    await until(async () => (await ended(many)) === 20);
    expect(await openOnServer()).toBe(60);
    for (const socket of many) socket.destroy();
    await emptied();
  });
});

it('WEB-6 limits pages and their files by address, ten for one request of a device', async () => {
  const limited = await openHttpRig({ appsFolder: apps.folder, rateLimitPerMinute: 2 });
  const codes = [];
  for (let asked = 0; asked < 21; asked += 1) {
    codes.push((await limited.send('GET', '/kiosk/')).status);
  }
  expect([codes.slice(0, 20).every((code) => code === 200), codes[20]]).toEqual([true, 429]);
  await limited.close();
});
