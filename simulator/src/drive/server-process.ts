/** The server as a process of its own with its own data folder, its clock driven over IPC. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Instant } from '@tingxu/contract/ids';
import * as z from 'zod/mini';

const ROOT = new URL('../../../', import.meta.url);
const SERVER = fileURLToPath(new URL('server/src/main.ts', ROOT));
const JOURNAL_CHECK = fileURLToPath(new URL('server/src/admin/journal-check.ts', ROOT));

const Ready = z.object({ type: z.literal('ready'), url: z.string(), port: z.int() });
const Advanced = z.object({ type: z.literal('advanced'), at: z.int() });

export type ServerProcess = {
  /** Address of the server, e.g. `http://127.0.0.1:40123`. */
  readonly url: string;
  readonly pid: number | undefined;
  advance(to: Instant): Promise<void>;
  /** Asks it to stop and waits. Rejects: an exit code other than 0. */
  stop(): Promise<void>;
  /** Ends it in any case; for when something went wrong. */
  kill(): void;
};

export type ServerOptions = {
  readonly dataFolder: string;
  readonly configFile: string;
  readonly startsAt: Instant;
};

/** A server that takes longer to start or to move its clock is broken. Units: ms. */
const TIMEOUT_MS = 30_000;

const environment = (options: ServerOptions): NodeJS.ProcessEnv => {
  const own = Object.entries(process.env).filter(([name]) => !/^(TINGXU_|PORT$|HOST$)/.test(name));
  return {
    ...Object.fromEntries(own),
    PORT: '0',
    HOST: '127.0.0.1',
    TINGXU_DATA: options.dataFolder,
    TINGXU_CONFIG: options.configFile,
    TINGXU_DEMO: '0',
    TINGXU_LOG_LEVEL: 'warn',
    TINGXU_RATE_LIMIT: '0',
    TINGXU_TICKET_LIMIT: '0',
    TINGXU_PARENT_PID: String(process.pid),
    TINGXU_TEST: '1',
    TINGXU_CLOCK: 'controlled',
    TINGXU_CLOCK_START: String(options.startsAt),
  };
};

/** The next message of a kind, or the reason why there is none. */
const message = async <T>(
  child: ChildProcess,
  schema: z.ZodMiniType<T>,
  said: () => string,
): Promise<T> => {
  const ended = new AbortController();
  const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(TIMEOUT_MS)]);
  const onExit = () => ended.abort();
  child.once('exit', onExit);
  try {
    for (;;) {
      const [received] = await once(child, 'message', { signal });
      const parsed = schema.safeParse(received);
      if (parsed.success) return parsed.data;
    }
  } catch (cause) {
    throw new Error(`the server is gone or does not answer: ${said()}`, { cause });
  } finally {
    child.off('exit', onExit);
  }
};

/** The last words of a child, for the report of a failure. */
const listen = (child: ChildProcess): (() => string) => {
  let text = '';
  const keep = (chunk: Buffer) => {
    text = `${text}${chunk.toString('utf8')}`.slice(-4_000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text.trim();
};

const exitOf = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
};

export const startServer = async (options: ServerOptions): Promise<ServerProcess> => {
  const child = fork(SERVER, [], {
    env: environment(options),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said = listen(child);
  const { url } = await message(child, Ready, said);
  return {
    url,
    pid: child.pid,
    advance: async (to) => {
      const advanced = message(child, Advanced, said);
      child.send({ type: 'advance', to });
      const { at } = await advanced;
      if (at !== to) throw new Error(`the server's clock is at ${at} instead of ${to}`);
    },
    stop: async () => {
      child.kill('SIGTERM');
      const code = await exitOf(child);
      if (code !== 0) throw new Error(`the server stopped with ${code}: ${said()}`);
    },
    kill: () => child.kill('SIGKILL'),
  };
};

/** Runs `journal:check` on a folder that no server uses. */
export const checkJournal = async (
  dataFolder: string,
): Promise<{ passed: boolean; output: string }> => {
  const child = fork(JOURNAL_CHECK, [dataFolder], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const said = listen(child);
  const code = await exitOf(child);
  return { passed: code === 0, output: said() };
};
