import { fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { HallId } from '@tingxu/contract/ids';
import { HallDetail, HallList, IssueReply, TicketDetail } from '@tingxu/contract/rest';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rigHeaders, rigPeople } from '../identity/testing/rig-people.ts';
import { seedIdentity } from '../identity/testing/seed-identity.ts';
import { openConnection } from '../journal/connection.ts';
import { hallFolder, journalFile } from '../journal/journal.ts';
import { temporaryFolder } from '../runtime/testing/hall-fixture.ts';
import { isOfConnection } from './defects.ts';
import { type ServerProcess, startServer } from './testing/server-process.ts';

let disk: ReturnType<typeof temporaryFolder>;
let running: ServerProcess[] = [];
const start = (env: Record<string, string> = {}): ServerProcess => {
  const server = startServer(env, disk.folder);
  running.push(server);
  return server;
};
beforeEach(() => {
  disk = temporaryFolder();
  running = [];
});
afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await Promise.all(running.map((server) => server.ended));
  disk.remove();
});

/** A demo believes its kiosks. */
const KIOSK = { 'tingxu-role': 'kiosk' } as const;

/** What the journal of the hall "demo" holds: the types of its events, in order. */
const eventsOf = (data: string): readonly unknown[] => {
  const folder = hallFolder(join(disk.folder, data), HallId.parse('demo'));
  const db = openConnection(journalFile(folder), 'read');
  const types = db.prepare('SELECT type FROM events ORDER BY seq').pluck().all();
  db.close();
  return types;
};

let keys = 0;
const post = (url: string, path: string, role: string, body: object = {}): Promise<Response> => {
  keys += 1;
  return fetch(`${url}/api/v1/halls/demo${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': `lifecycle-${keys}`,
      ...(role === 'kiosk' ? KIOSK : rigHeaders(role)),
    },
    body: JSON.stringify(body),
  });
};
const read = async (url: string, path: string): Promise<unknown> =>
  (await fetch(`${url}/api/v1/halls/demo${path}`, { headers: KIOSK })).json();
const take = async (url: string) =>
  IssueReply.parse(await (await post(url, '/tickets', 'kiosk', { service: 'cash' })).json()).ticket;

describe('the first start', () => {
  it('says where everything is, and has a hall that is alive', async () => {
    const server = start();
    const url = await server.ready;
    for (const part of [
      '/kiosk/',
      '/counter/',
      '/board/',
      '/supervisor/',
      't01',
      '柜员',
      'teller',
    ]) {
      expect(server.said.out).toContain(part);
    }
    const { hall, counters, lanes } = HallDetail.parse(await read(url, ''));
    expect(hall.open).toBe(true);
    expect(counters.filter((counter) => counter.state !== 'closed')).toHaveLength(4);
    expect(lanes.reduce((sum, lane) => sum + lane.waiting, 0)).toBeGreaterThan(3);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(server.said.err).toBe('');
  });
});

describe('a demo hall that moves', () => {
  it('serves by itself, and stops like any other', async () => {
    const server = start({ TINGXU_DEMO_MOVES: '1' });
    await server.ready;
    const finished = () => eventsOf('demo-data').filter((type) => type === 'ServiceFinished');
    const seeded = finished().length;
    await expect.poll(() => finished().length, { timeout: 10_000 }).toBeGreaterThan(seeded);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(server.said.err).toBe('');
  });

  it('is never a hall of the bank that has its id: that one stays empty', async () => {
    const example = new URL('../../../docs/tingxu.example.yaml', import.meta.url);
    const own = readFileSync(example, 'utf8').replace('hall: riverside', 'hall: demo');
    writeFileSync(join(disk.folder, 'tingxu.yaml'), own);
    const server = start({ TINGXU_DEMO: '0', TINGXU_DEMO_MOVES: '1', TINGXU_DATA: 'real' });
    await server.ready;
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(eventsOf('real')).toEqual([]);
  });
});

describe('several halls on one server', () => {
  it('are kept apart: each has its own day, numbers and journal', async () => {
    const example = new URL('../../../docs/tingxu.example.yaml', import.meta.url);
    const config = decodeURIComponent(example.pathname);
    const url = await start({ TINGXU_CONFIG: config, TINGXU_DEMO: '1', TINGXU_DATA: 'two' }).ready;
    const { halls } = HallList.parse(await (await fetch(`${url}/api/v1/halls`)).json());
    expect(halls.map(({ hall, open }) => [hall, open])).toEqual([
      ['riverside', false],
      ['demo', true],
    ]);
    const taken = await take(url);
    const elsewhere = await fetch(`${url}/api/v1/halls/riverside/tickets/${taken.id}`, {
      headers: KIOSK,
    });
    expect(elsewhere.status).toBe(404);
  });
});

describe('a restart', () => {
  it('goes on where a kill stopped it: nothing acknowledged is lost, no number comes twice', async () => {
    const first = start();
    const taken = await take(await first.ready);
    first.child.kill('SIGKILL');
    expect(await first.ended).toBe('SIGKILL');
    const url = await start().ready;
    const detail = TicketDetail.parse(await read(url, `/tickets/${taken.id}`));
    expect(detail.ticket).toEqual(taken);
    const next = await take(url);
    expect(Number(next.number.slice(1))).toBe(Number(taken.number.slice(1)) + 1);
  });
});

describe('draining', () => {
  it('ends with 0 on SIGTERM, telling the screens, also with a request half sent', async () => {
    const server = start();
    const url = await server.ready;
    const socket = io(url, {
      transports: ['websocket'],
      auth: { role: 'board' },
      reconnection: false,
    });
    const told = new Promise((resolve) => socket.once('closing', resolve));
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
    const { port } = new URL(url);
    const half = connect(Number(port), '127.0.0.1');
    half.write(
      'POST /api/v1/halls/demo/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{',
    );
    half.on('error', () => undefined);
    await new Promise<void>((resolve) => half.once('connect', () => resolve()));
    server.child.kill('SIGTERM');
    expect(await told).toEqual({ reason: 'server-stopping' });
    expect(await server.ended).toBe(0);
    socket.close();
    half.destroy();
  });

  it('takes the signals that Ctrl-C brings at once for one wish', async () => {
    const server = start();
    const url = await server.ready;
    // An open request keeps the server draining, so that the second signal meets it there.
    const half = connect(Number(new URL(url).port), '127.0.0.1');
    half.on('error', () => undefined);
    await new Promise<void>((resolve) => half.once('connect', () => resolve()));
    half.write(
      'POST /api/v1/halls/demo/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{',
    );
    server.child.kill('SIGINT');
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    half.destroy();
  });

  it('happens when the process that started it is gone', async () => {
    const script = join(disk.folder, 'parent.mjs');
    writeFileSync(script, 'setInterval(() => undefined, 1000);\n');
    const parent = fork(script, [], { execArgv: [], silent: true });
    const server = start({ TINGXU_PARENT_PID: String(parent.pid) });
    await server.ready;
    parent.kill('SIGKILL');
    expect(await server.ended).toBe(0);
  });
});

describe('a controlled clock', () => {
  const startAt = Date.parse('1999-01-05T09:00:00+02:00');
  const env = {
    TINGXU_CLOCK: 'controlled',
    TINGXU_TEST: '1',
    TINGXU_CLOCK_START: String(startAt),
    TINGXU_RATE_LIMIT: '0',
  };

  it('moves only when the parent says so; nothing is seeded and no day opens by itself', async () => {
    seedIdentity(join(disk.folder, 'demo-data'), { kind: 'demo', people: rigPeople() });
    const server = start(env);
    const greeting = new Promise((resolve) => server.child.once('message', resolve));
    const url = await server.ready;
    expect(await greeting).toMatchObject({ type: 'ready', url });
    expect(HallDetail.parse(await read(url, '')).hall).toMatchObject({
      open: false,
      businessDay: null,
    });
    const advance = (to: number): Promise<unknown> => {
      const answered = new Promise((resolve) => server.child.once('message', resolve));
      server.child.send({ type: 'advance', to });
      return answered;
    };
    await post(url, '/day/open', 'supervisor');
    await post(url, '/counters/1/open', 'teller', { staff: 't01' });
    const ticket = await take(url);
    expect(ticket.issuedAt).toBe('1999-01-05T15:00:00.000+08:00');
    await post(url, '/counters/1/call-next', 'teller');
    for (const minute of [1, 2]) {
      expect(await advance(startAt + minute * 60_000)).toEqual({
        type: 'advanced',
        at: startAt + minute * 60_000,
      });
      await post(url, `/tickets/${ticket.id}/recall`, 'teller', { counter: '1' });
    }
    await advance(startAt + 180_000);
    await post(url, `/tickets/${ticket.id}/miss`, 'teller', { counter: '1' });
    await advance(startAt + 180_000 + 7_200_000);
    const { ticket: ended } = TicketDetail.parse(await read(url, `/tickets/${ticket.id}`));
    // An hour after the miss, at its own instant, although the clock moved by two.
    expect([ended.endReason, ended.endedAt]).toEqual(['no-show', '1999-01-05T16:03:00.000+08:00']);
  });

  it('ends with its parent', async () => {
    const server = start(env);
    await server.ready;
    server.child.disconnect();
    expect(await server.ended).toBe(0);
  });
});

describe('errors that nobody caught', () => {
  /** Starts a server in which something throws a second after it began. */
  const startWith = (thrown: string): ServerProcess => {
    const preload = join(disk.folder, 'throw.mjs');
    writeFileSync(
      preload,
      `process.on('SIGUSR2', () => setTimeout(() => { throw ${thrown}; }, 10));\n`,
    );
    const server = startServer({}, disk.folder, preload);
    running.push(server);
    return server;
  };

  it('end the process when they are defects, with the reason in the log', async () => {
    const server = startWith("new TypeError('planted defect')");
    await server.ready;
    server.child.kill('SIGUSR2');
    expect(await server.ended).toBe(70);
    expect(server.said.out).toContain('planted defect');
    expect(server.said.out).toContain('a defect ends the server');
  });

  it('leave the server alone when a connection broke', async () => {
    const server = startWith("Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })");
    const url = await server.ready;
    server.child.kill('SIGUSR2');
    while (!server.said.out.includes('a connection broke')) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it('are the client’s by their code only', () => {
    for (const code of [
      'ECONNRESET',
      'EPIPE',
      'HPE_INVALID_METHOD',
      'ERR_STREAM_WRITE_AFTER_END',
    ]) {
      expect(isOfConnection(Object.assign(new Error('x'), { code }))).toBe(true);
    }
    const disk = Object.assign(new Error('x'), { code: 'ENOSPC' });
    for (const error of [new TypeError('x'), 'x', null, disk]) {
      expect(isOfConnection(error)).toBe(false);
    }
  });
});
