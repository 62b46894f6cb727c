/** The real server, as a hall runs it, in a process that can be killed. Needs a build. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url));
const READY = /^TINGXU_READY (\{.*\})$/m;
/** A server that takes longer than this to start is broken, not slow. Units: ms. */
const START_LIMIT_MS = 60_000;

export type RunningServer = {
  readonly url: string;
  /** What stands on its console until now. */
  said(): string;
  /** From spawn to the line that says it is ready. Units: ms. */
  readonly readyMs: number;
  /** SIGKILL, and wait until the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
};

export type StartOptions = {
  readonly dataFolder: string;
  readonly configFile: string;
  /** With the demo hall beside the halls of the config file. */
  readonly demo?: boolean;
  /** Without it any free one. */
  readonly port?: number;
  /** With the limits of requests and tickets that a hall has; without them unless asked for. */
  readonly limited?: boolean;
  /** A module to load before the server, for controls. */
  readonly preload?: URL;
};

const environment = (options: StartOptions): NodeJS.ProcessEnv => {
  const { dataFolder, configFile, demo = false, port = 0, limited = false } = options;
  const own = Object.entries(process.env).filter(([name]) => !/^(TINGXU_|PORT$|HOST$)/.test(name));
  return {
    ...Object.fromEntries(own),
    PORT: String(port),
    TINGXU_DATA: dataFolder,
    TINGXU_CONFIG: configFile,
    TINGXU_DEMO: demo ? '1' : '0',
    TINGXU_LOG_LEVEL: 'error',
    ...(!limited && { TINGXU_RATE_LIMIT: '0', TINGXU_TICKET_LIMIT: '0' }),
    TINGXU_PARENT_PID: String(process.pid),
  };
};

type Console = { said: string };

const readyUrl = (child: ChildProcess, heard: Console): Promise<string> =>
  new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(timer);
      reject(new Error(`${why}: ${heard.said.trim()}`));
    };
    const timer = setTimeout(() => fail('the server does not start'), START_LIMIT_MS);
    const listen = (chunk: Buffer): void => {
      heard.said += chunk.toString('utf8');
      const line = READY.exec(heard.said)?.[1];
      if (!line) return;
      clearTimeout(timer);
      resolve((JSON.parse(line) as { url: string }).url);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => fail(`the server ended with ${code}`));
  });

const gone = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
};

export const startServer = async (options: StartOptions): Promise<RunningServer> => {
  const from = performance.now();
  const preload = options.preload ? ['--import', options.preload.href] : [];
  const child = spawn(process.execPath, [...preload, SERVER], {
    env: environment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard = { said: '' };
  const url = await readyUrl(child, heard);
  const readyMs = performance.now() - from;
  return {
    url,
    readyMs,
    said: () => heard.said,
    kill: async () => {
      child.kill('SIGKILL');
      await gone(child);
    },
    stop: async () => {
      child.kill('SIGTERM');
      return await gone(child);
    },
  };
};
