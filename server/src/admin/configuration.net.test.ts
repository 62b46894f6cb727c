import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_PASSPHRASE } from '../demo/demo-accounts.ts';
import { rigHeaders, rigPeople } from '../identity/testing/rig-people.ts';
import { seedIdentity } from '../identity/testing/seed-identity.ts';
import { type ServerProcess, startServer } from '../process/testing/server-process.ts';
import { temporaryFolder } from '../runtime/testing/hall-fixture.ts';

const run = promisify(execFile);
const PROGRAM = fileURLToPath(new URL('configuration.ts', import.meta.url));
const EXAMPLE = readFileSync(new URL('../../../docs/tingxu.example.yaml', import.meta.url), 'utf8');

let disk: ReturnType<typeof temporaryFolder>;
let servers: ServerProcess[];
beforeEach(() => {
  disk = temporaryFolder();
  servers = [];
  seedIdentity(join(disk.folder, 'data'), { kind: 'real', people: rigPeople() });
  edit((text) => text);
});
afterEach(async () => {
  for (const { child } of servers) child.kill('SIGKILL');
  await Promise.all(servers.map(({ ended }) => ended));
  disk.remove();
});

const edit = (change: (text: string) => string): void =>
  writeFileSync(join(disk.folder, 'tingxu.yaml'), change(EXAMPLE));
const slower = (text: string): string => text.replace('targetMs: 900000', 'targetMs: 1200000');

/** A server on the example, its day open. */
const serve = async (): Promise<string> => {
  const server = startServer({}, disk.folder);
  servers.push(server);
  const url = await server.ready;
  await fetch(`${url}/api/v1/halls/riverside/day/open`, {
    method: 'POST',
    headers: {
      'idempotency-key': `open-${servers.length}-of-the-day`,
      ...rigHeaders('supervisor'),
    },
  });
  return url;
};

/** What the command says; it fails when the command does. */
const says = async (...args: readonly string[]): Promise<string> =>
  (await run(process.execPath, [PROGRAM, ...args], { cwd: disk.folder, env: knowing() })).stdout;
/** The environment of somebody who knows the passphrase. */
const knowing = (passphrase = DEMO_PASSPHRASE): NodeJS.ProcessEnv => ({
  ...process.env,
  TINGXU_PASSPHRASE: passphrase,
});
const fails = async (...args: readonly string[]): Promise<string> => {
  try {
    await says(...args);
  } catch (error) {
    return String((error as { stderr?: string }).stderr);
  }
  throw new Error('the command succeeded');
};

describe('the configuration on the command line', () => {
  it('CONF-1 tells what a file would change, changes it when told to, and a restart keeps it', async () => {
    const url = await serve();
    const about = ['--hall', 'riverside', '--staff', 's01', '--url', url];
    expect(await says('import', ...about)).toBe(
      'Hall riverside already works by this configuration.\n',
    );
    const file = join(disk.folder, 'passphrase');
    writeFileSync(file, 'not what it is', { mode: 0o644 });
    expect(await fails('export', ...about, '--passphrase-file', 'passphrase')).toContain(
      'may be read by others; give it mode 0600',
    );
    chmodSync(file, 0o600);
    expect(await fails('export', ...about, '--passphrase-file', 'passphrase')).toMatch(
      /^Refused: /,
    );
    edit(slower);
    const preview = await says('import', ...about);
    expect(preview).toContain('lane Standard, promise, target wait: 15 min → 20 min');
    expect(preview).toContain('Nothing was changed. Add --apply to change it.');
    expect(await says('export', ...about)).toContain('targetMs: 900000');
    expect(await says('import', ...about, '--apply')).toMatch(/Changed\.\n$/);
    expect(await says('export', ...about)).toContain('targetMs: 1200000');

    edit((text) => text);
    servers[0]?.child.kill('SIGTERM');
    await servers[0]?.ended;
    const again = await serve();
    expect(await says('export', '--hall', 'riverside', '--staff', 'u01', '--url', again)).toContain(
      '1200000',
    );
    expect(`${servers[1]?.said.out}${servers[1]?.said.err}`).toContain(
      'The config file describes hall riverside otherwise than its journal',
    );
  }, 120_000);

  it('finds the server of the data folder whatever its port, and no longer once it is gone', async () => {
    await serve();
    const exported = ['export', '--hall', 'riverside', '--staff', 's01'];
    expect(await says(...exported)).toContain('targetMs: 900000');
    const data = join(disk.folder, 'data');
    const here = join(disk.folder, 'elsewhere');
    mkdirSync(here);
    const about = { cwd: here, env: { ...knowing(), TINGXU_DEMO: '1' } };
    const found = await run(process.execPath, [PROGRAM, ...exported, '--data', data], about);
    expect(found.stdout).toContain('targetMs: 900000');
    edit((text) => text.replace('port: 8080', 'port: 9'));
    servers[0]?.child.kill('SIGTERM');
    await servers[0]?.ended;
    expect(existsSync(join(data, 'server.json'))).toBe(false);
    expect(await fails(...exported)).toContain('No server answers at http://127.0.0.1:9.');
    // A killed server leaves its address behind, and nobody goes there.
    const gone = { url: 'http://127.0.0.1:7', pid: servers[0]?.child.pid };
    writeFileSync(join(data, 'server.json'), JSON.stringify(gone));
    expect(await fails(...exported)).toContain('No server answers at http://127.0.0.1:9.');
  }, 120_000);

  it('DEV-6 says which line of a file is wrong, and of devices without a counter, without a server', async () => {
    expect(await says('check')).toContain('hall riverside: 3 lanes');
    const devices = `
devices:
  - id: callers
    hall: riverside
    kind: caller
    name: { zh-CN: 呼叫器, en: Callers }
    line: { tcp: 127.0.0.1 }
    boxes: [{ address: 7, counter: "77" }]
`;
    edit((text) => `${text}${devices}`);
    const { stdout, stderr } = await run(process.execPath, [PROGRAM, 'check'], {
      cwd: disk.folder,
    });
    expect(stdout).toContain('hall riverside: 3 lanes');
    expect(stderr).toBe(
      'Warning: device callers, address 7: hall riverside has no counter "77".\n',
    );
    edit((text) => text.replace('targetMs: 900000', 'targetMs: 9'));
    expect(await fails('check')).toMatch(
      /tingxu\.yaml line \d+: halls\[0\]\.lanes\[2\]\.promise\.targetMs: Too small/,
    );
    expect(await fails('import', '--hall', 'riverside', '--staff', 's01')).toContain('targetMs');
  }, 120_000);

  it('says what it needs', async () => {
    expect(await fails('import')).toContain('--hall');
    expect(await fails('import', '--hall', 'riverside')).toContain('--staff');
    expect(await fails('export', '--hall', 'riverside')).toContain('--staff');
    expect(await fails('forget')).toContain('export, check or import?');
    const nobody = ['--hall', 'riverside', '--staff', 's01', '--url', 'http://127.0.0.1:9'];
    expect(await fails('export', ...nobody)).toContain('No server answers at http://127.0.0.1:9');
  }, 120_000);
});
