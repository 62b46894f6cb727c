/** `npm run twins` beside a real server that has the same config file: every kind of device, commanded and seen. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoHall } from '../demo/demo-hall.ts';
import { until } from '../devices/testing/until.ts';
import { type ServerProcess, startServer } from '../process/testing/server-process.ts';
import { ROOT } from '../root.ts';
import { temporaryFolder } from '../runtime/testing/hall-fixture.ts';
import { setWord, wordsOf } from './set-word.ts';

const PROGRAM = join(ROOT, 'server/src/admin/twins.ts');

let disk: ReturnType<typeof temporaryFolder>;
let server: ServerProcess | null;
let twins: ChildProcess | null;
beforeEach(() => {
  disk = temporaryFolder();
  [server, twins] = [null, null];
});
afterEach(async () => {
  twins?.kill('SIGTERM');
  server?.child.kill('SIGKILL');
  await server?.ended;
  disk.remove();
});

const freePort = async (): Promise<number> => {
  const one = createServer().listen(0, '127.0.0.1');
  await once(one, 'listening');
  const address = one.address();
  one.close();
  await once(one, 'close');
  return typeof address === 'object' && address ? address.port : 0;
};

const named = (id: string, kind: string) => ({
  ...{ id, hall: 'demo', kind, name: { 'zh-CN': id, en: id } },
});
const writeConfig = async (): Promise<string> => {
  const file = join(disk.folder, 'tingxu.yaml');
  const line = async () => ({ tcp: '127.0.0.1', port: await freePort() });
  const devices = [
    { ...named('printer-1', 'ticket-printer'), line: await line(), paper: 58 },
    {
      ...{ ...named('led', 'led'), line: await line() },
      signs: [{ address: 1, width: 64, height: 16, counter: '1' }],
    },
    { ...named('callers', 'caller'), line: await line(), boxes: [{ address: 1, counter: '1' }] },
    { ...named('reader-1', 'card-reader'), line: { kiosk: 'K1' } },
  ];
  writeFileSync(file, JSON.stringify({ halls: [{ ...demoHall(), hall: 'demo' }], devices }));
  return file;
};

/** A program that is told a line and says what came of it. */
const startTwins = (file: string, ...more: readonly string[]) => {
  const started = spawn(process.execPath, [PROGRAM, file, '--page', '0', ...more]);
  twins = started;
  let said = '';
  for (const stream of [started.stdout, started.stderr]) {
    stream.on('data', (part) => {
      said += String(part);
    });
  }
  return {
    child: started,
    said: () => said,
    tell: (line: string) => void started.stdin.write(`${line}\n`),
    hears: (part: string | RegExp) =>
      until(() => (typeof part === 'string' ? said.includes(part) : part.test(said))),
  };
};

/** What the server's log has of a device: link and troubles, the newest last. */
const changesOf = (device: string): string[] =>
  [...(server?.said.out ?? '').matchAll(/^\{.*"a device has changed".*\}$/gm)]
    .map(([line]) => JSON.parse(line) as { device: string; link: string; troubles: string[] })
    .filter((row) => row.device === device)
    .map(({ link, troubles }) => [link, ...troubles].join(' '));

describe('twins of the devices of a config file', () => {
  it('DEV-1, DEV-2 are found by the server that has the same file, and misbehave as they are told', async () => {
    const file = await writeConfig();
    const key = join(disk.folder, 'card.key');
    writeFileSync(key, '00'.repeat(32), { mode: 0o600 });
    const port = String(await freePort());
    const running = startTwins(file, '--key', key, '--reader-port', port);
    await running.hears(/on this terminal, or (http:\S+)/);
    server = startServer(
      { TINGXU_CONFIG: file, TINGXU_DATA: join(disk.folder, 'data') },
      disk.folder,
    );
    await server.ready;
    for (const device of ['printer-1', 'led', 'callers']) {
      await until(() => changesOf(device).at(-1) === 'connected');
    }
    running.tell('printer-1 paper=out');
    await until(() => changesOf('printer-1').at(-1) === 'connected paper-out');
    running.tell('led deaf=1');
    await until(() => changesOf('led').at(-1)?.includes('lost') ?? false);
    running.tell('callers silent=true');
    await until(() => changesOf('callers').at(-1)?.includes('lost') ?? false);
    for (const device of ['printer-1', 'led', 'callers']) running.tell(`${device} repair`);
    for (const device of ['printer-1', 'led', 'callers']) {
      await until(() => changesOf(device).at(-1) === 'connected');
    }
    // Nobody is signed in, and the hall is not open: the box says so.
    running.tell('callers press 1 +');
    await running.hears(/pressed \+|the box refuses \+/);
    await running.hears('reader-1: ');
    running.tell('reader-1 card 0000000000001001 张三 1950-03-01');
    const card = await fetch(`http://127.0.0.1:${port}/v1/card`, {
      headers: { origin: 'http://localhost:8080' },
    });
    expect(await card.json()).toMatchObject({ maskedName: '张*', birthYear: 1950 });
    running.tell('printer-1 paper=gone');
    await running.hears('printer-1 does not take that');
    const url = /on this terminal, or (http:\S+)/.exec(running.said())?.[1] ?? '';
    const page = await (await fetch(url)).text();
    expect(page).toContain('data:image/png;base64,');
    const form = {
      method: 'POST',
      body: new URLSearchParams({ twin: 'printer-1', words: 'coverOpen=true' }),
    };
    expect(await (await fetch(url, form)).text()).toContain('coverOpen=true');
    await until(() => changesOf('printer-1').at(-1) === 'connected cover-open');
    const foreign = { ...form, headers: { origin: 'http://elsewhere.example' } };
    expect((await fetch(url, foreign)).status).toBe(403);
    running.child.stdin.end();
    const [code] = await once(running.child, 'exit');
    expect(code).toBe(0);
    await until(() => changesOf('printer-1').at(-1) === 'lost lost');
  });

  it('says which address this machine lacks', async () => {
    const file = join(disk.folder, 'tingxu.yaml');
    const devices = [{ ...named('p', 'ticket-printer'), line: { tcp: '192.0.2.7' }, paper: 80 }];
    writeFileSync(file, JSON.stringify({ devices }));
    const running = startTwins(file);
    const [code] = await once(running.child, 'exit');
    expect([code, running.said()]).toEqual([
      1,
      'This machine has no address 192.0.2.7. For a training: ip addr add 192.0.2.7/32 dev lo\n',
    ]);
  });
});

describe('words for a twin', () => {
  it('set what is there to what it can be, and nothing else', () => {
    const twin = { paper: 'enough', silent: false, delayMs: 0, unpluggedAfter: null, deaf: [] };
    const words = ['paper=low', 'silent=true', 'delayMs=500', 'unpluggedAfter=300', 'deaf=1,2'];
    expect(words.map((word) => setWord([twin], word))).toEqual(Array(5).fill(true));
    expect(wordsOf([twin])).toBe(words.join(' '));
    const wrong = [
      'paper=gone',
      'silent=yes',
      'delayMs=none',
      'deaf=x',
      'toString=1',
      'silent',
      '',
    ];
    expect(wrong.filter((word) => setWord([twin], word))).toEqual([]);
    expect(['unpluggedAfter=none', 'deaf=none'].map((word) => setWord([twin], word))).toEqual([
      ...[true, true],
    ]);
    expect(twin).toMatchObject({ unpluggedAfter: null, deaf: [] });
  });
});
