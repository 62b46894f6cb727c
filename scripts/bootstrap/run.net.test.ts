import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../tree.ts';
import { installStamp } from './install.mjs';
import { isAlive } from './lock.mjs';
import { writeStamp } from './stamp.mjs';

/** Stands where the server stands: says who it is, and stays until it is told to stop. */
const SERVER = `
import { writeFileSync } from 'node:fs';
if (process.argv[2] === 'fail') process.exit(7);
process.once('SIGTERM', () => { writeFileSync('stopped', ''); process.exit(0); });
setTimeout(() => process.exit(9), 60_000);
const { TINGXU_PARENT_PID, TINGXU_DEMO_MOVES } = process.env;
writeFileSync('moves', String(TINGXU_DEMO_MOVES));
writeFileSync('pid', process.pid + ' ' + TINGXU_PARENT_PID);
`;

/** Nothing is built in a checkout that is new. */
const BUILD = `
import { mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('server/dist', { recursive: true });
writeFileSync('server/dist/main.js', ${JSON.stringify(SERVER)});
`;

let root: string;
let started: ChildProcess | undefined;

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** A checkout in an awkward folder, installed, with the real start script. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), '厅序 run '));
  for (const path of ['scripts/run.mjs', 'scripts/bootstrap']) {
    cpSync(join(ROOT, path), join(root, path), { recursive: true });
  }
  put('package.json', JSON.stringify({ scripts: { start: 'node scripts/run.mjs start' } }));
  put('pnpm-lock.yaml', '');
  put('pnpm-workspace.yaml', '');
  put('scripts/build.ts', BUILD);
  writeStamp(
    join(root, 'node_modules', '.tingxu-stamp'),
    installStamp(root, process.versions.node),
  );
});

afterEach(() => {
  started?.kill('SIGKILL');
  started = undefined;
  rmSync(root, { recursive: true });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(20);
}

/** Starts it and gives the process ids of the stand-in and of the script above it. */
async function start(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<[number, number]> {
  started = spawn(command, args, { cwd: root, stdio: 'ignore', env });
  const file = join(root, 'pid');
  await until(() => existsSync(file) && readFileSync(file, 'utf8').includes(' '));
  const [own = 0, parent = 0] = readFileSync(file, 'utf8').split(' ').map(Number);
  return [own, parent];
}

test.each(['SIGTERM', 'SIGKILL'] as const)('%s to npm start stops the server', async (signal) => {
  const [server, script] = await start('npm', ['start']);
  expect(isAlive(server)).toBe(true);
  started?.kill(signal);
  await until(() => !isAlive(server) && !isAlive(script));
  expect(existsSync(join(root, 'stopped'))).toBe(true);
});

test('a stop signal to the script stops the server, and the exit code is the server’s', async () => {
  const [server, script] = await start(process.execPath, ['scripts/run.mjs', 'start']);
  expect(script).toBe(started?.pid);
  const ended = new Promise((resolve) => started?.once('exit', resolve));
  started?.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(isAlive(server)).toBe(false);
});

test.each([
  ['a demo moves', {}, [], '1'],
  ['a demo stands still when asked', {}, ['--still'], '0'],
  ['a demo beside halls of a file moves', { TINGXU_CONFIG: 'a', TINGXU_DEMO: '1' }, [], '1'],
  ['halls of a file are not told to move', { TINGXU_CONFIG: 'a' }, [], 'undefined'],
  ['nor without a demo', { TINGXU_DEMO: '0' }, [], 'undefined'],
] as const)('%s', async (_, set, args, moves) => {
  const { PATH } = process.env;
  await start(process.execPath, ['scripts/run.mjs', 'start', ...args], { PATH, ...set });
  expect(readFileSync(join(root, 'moves'), 'utf8')).toBe(moves);
});

test('the exit code of the server is passed through', async () => {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'start', 'fail'], { cwd: root });
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(7);
});

test('an unknown command is refused in one sentence', async () => {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'strat'], { cwd: root });
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(1);
  expect(text).toMatch(/^Unknown command "strat"\. Commands: start, .*\.\n$/);
});
