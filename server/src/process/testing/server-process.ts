/** A real server process for tests: its own folder, a free port, every line it says. */
import { type ChildProcess, fork } from 'node:child_process';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../main.ts', import.meta.url));

export type ServerProcess = {
  readonly child: ChildProcess;
  readonly said: { out: string; err: string };
  /** Resolves with the address when the server is ready; rejects when it ends before. */
  readonly ready: Promise<string>;
  /** Resolves with the exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
};

/** Nothing of the test's own environment but what a program needs, and where compiled code is kept. */
const clean = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && !/^(TINGXU_|VITEST|NODE_(?!COMPILE_CACHE))/.test(entry[0]),
    ),
  );

const READY = /^TINGXU_READY (\{.*\})$/m;

/** `preload` is a module that the process loads before the server. */
export function startServer(
  env: Readonly<Record<string, string>>,
  folder: string,
  preload?: string,
): ServerProcess {
  const child = fork(MAIN, [], {
    cwd: folder,
    env: { ...clean(), PORT: '0', ...env },
    execArgv: preload === undefined ? [] : ['--import', preload],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said = { out: '', err: '' };
  // Not `close`: that never comes once the parent has cut the channel itself.
  const exited = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  const ended = exited.then(async (code) => {
    await Promise.all([child.stdout, child.stderr].map((stream) => stream && finished(stream)));
    return code;
  });
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said.out += String(chunk);
      const found = READY.exec(said.out)?.[1];
      if (found !== undefined) resolve((JSON.parse(found) as { url: string }).url);
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      said.err += String(chunk);
    });
    void ended.then((code) => reject(new Error(`ended with ${code}: ${said.err}`)));
  });
  // A test that expects the end does not look at `ready`.
  ready.catch(() => undefined);
  return { child, said, ready, ended };
}
