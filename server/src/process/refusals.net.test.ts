import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { HallId } from '@tingxu/contract/ids';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seedIdentity } from '../identity/testing/seed-identity.ts';
import { hallFolder, journalFile } from '../journal/journal.ts';
import { temporaryFolder } from '../runtime/testing/hall-fixture.ts';
import { refusalSentence } from './refusals.ts';
import { type ServerProcess, startServer } from './testing/server-process.ts';

const DEMO = HallId.parse('demo');

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

/** One clear sentence on stderr, no stack, a non-zero exit. */
const refused = async (server: ServerProcess): Promise<string> => {
  const code = await server.ended;
  const lines = server.said.err.trim().split('\n');
  expect([code, lines.length]).toEqual([1, 1]);
  expect(lines[0]).toMatch(/^Tingxu cannot start\. .+\.$/);
  expect(server.said.err).not.toMatch(/\bat .+:\d+|node:internal/);
  expect(server.said.out).not.toContain('TINGXU_READY');
  return lines[0] ?? '';
};

describe('a server that cannot start says why in one sentence', () => {
  it('when its port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    expect(await refused(start({ PORT: port }))).toContain(
      `address already in use 127.0.0.1:${port}`,
    );
    other.close();
  });

  it('when its data folder is a file, or cannot be made', async () => {
    writeFileSync(join(disk.folder, 'demo-data'), '');
    expect(await refused(start())).toContain('demo-data');
    expect(await refused(start({ TINGXU_DATA: '/proc/tingxu' }))).toContain('/proc/tingxu');
  });

  it('when it may not write its data folder', async () => {
    const data = join(disk.folder, 'demo-data');
    mkdirSync(data);
    chmodSync(data, 0o500);
    // Root may write everywhere, so the folder of the halls is a file there.
    if (process.getuid?.() === 0) writeFileSync(join(data, 'halls'), '');
    expect(await refused(start())).toMatch(/Permission is missing|folder cannot be used/);
    chmodSync(data, 0o700);
  });

  it('when another server has the data folder open', async () => {
    const first = start();
    await first.ready;
    const second = start();
    const sentence = await refused(second);
    expect(sentence).toMatch(/Another server \(process \d+\) has .*demo-data open/);
    expect(sentence).toContain(String(first.child.pid));
  });

  it('JRN-6, AUTH-6 when another server has it open with other halls, by whatever path it comes', async () => {
    const example = readFileSync(
      new URL('../../../docs/tingxu.example.yaml', import.meta.url),
      'utf8',
    );
    const config = (name: string, hall: string): string => {
      const file = join(disk.folder, name);
      writeFileSync(file, example.replaceAll('riverside', hall));
      return file;
    };
    const [one, other] = [config('one.yaml', 'riverside'), config('other.yaml', 'lakeside')];
    const [data, again] = [join(disk.folder, 'kept'), join(disk.folder, 'link')];
    symlinkSync(data, again);
    const first = start({ TINGXU_DATA: data, TINGXU_CONFIG: one });
    await first.ready;
    for (const path of [data, again]) {
      const sentence = await refused(start({ TINGXU_DATA: path, TINGXU_CONFIG: other }));
      expect(sentence).toContain(`Another server (process ${first.child.pid})`);
    }
    expect(existsSync(hallFolder(data, HallId.parse('lakeside')))).toBe(false);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    // Control: with the same halls and folder it starts once the first has gone.
    await start({ TINGXU_DATA: data, TINGXU_CONFIG: other }).ready;
  }, 120_000);

  it('when the journal was written by a newer version', async () => {
    const first = start();
    await first.ready;
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const file = journalFile(hallFolder(join(disk.folder, 'demo-data'), DEMO));
    const db = new Database(file);
    db.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('newer', 99999999999999)");
    db.close();
    expect(await refused(start())).toContain('start the newer version that wrote it');
  });

  it('when the journal is no journal', async () => {
    const folder = hallFolder(join(disk.folder, 'demo-data'), DEMO);
    mkdirSync(folder, { recursive: true });
    writeFileSync(journalFile(folder), 'this is a text file, and a long one at that '.repeat(100));
    expect(await refused(start())).toContain('damaged or no journal');
  });

  it('AUTH-17 when its data folder is of the other kind, and changes nothing there', async () => {
    const config = join(disk.folder, 'real.yaml');
    const example = new URL('../../../docs/tingxu.example.yaml', import.meta.url);
    copyFileSync(example, config);
    const data = { TINGXU_DATA: join(disk.folder, 'one') };
    const real = { ...data, TINGXU_CONFIG: config };
    const first = start(data);
    await first.ready;
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(await refused(start(real))).toContain('a demo never becomes a real server');
    expect(existsSync(hallFolder(data.TINGXU_DATA, HallId.parse('riverside')))).toBe(false);
    const other = { ...real, TINGXU_DATA: join(disk.folder, 'two') };
    seedIdentity(other.TINGXU_DATA, { kind: 'real', people: [] });
    expect(await refused(start({ ...other, TINGXU_DEMO: '1' }))).toContain(
      'the demo hall never runs',
    );
    expect(existsSync(hallFolder(other.TINGXU_DATA, DEMO))).toBe(false);
  }, 120_000);

  it('when a setting is wrong', async () => {
    writeFileSync(join(disk.folder, 'tingxu.yaml'), 'server:\n  prot: 80\n');
    expect(await refused(start())).toMatch(
      /tingxu\.yaml line 2: server\.prot: unknown key \(did you mean "port"\?\)\.$/,
    );
    expect(await refused(start({ TINGXU_DEMOO: '1' }))).toContain('TINGXU_DEMOO');
  });

  it('when the address is not this machine’s', async () => {
    expect(await refused(start({ HOST: '203.0.113.7' }))).toContain('203.0.113.7');
  });
});

describe('a defect', () => {
  it('is not dressed up as a refusal', () => {
    expect(refusalSentence(new TypeError('x is not a function'))).toBeNull();
    expect(refusalSentence('text')).toBeNull();
  });
});
