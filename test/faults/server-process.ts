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
  /** A module to load before the server, for controls. */
  readonly preload?: URL;
};

const environment = (options: StartOptions): NodeJS.ProcessEnv => {
  const { dataFolder, configFile, demo = false, port = 0 } = options;
  const own = Object.entries(process.env).filter(([name]) => !/^(TINGXU_|PORT$|HOST$)/.test(name));
  return {
    ...Object.fromEntries(own),
    PORT: String(port),
    TINGXU_DATA: dataFolder,
    TINGXU_CONFIG: configFile,
    TINGXU_DEMO: demo ? '1' : '0',
    TINGXU_LOG_LEVEL: 'error',
    TINGXU_RATE_LIMIT: '0',
    TINGXU_TICKET_LIMIT: '0',
    TINGXU_PARENT_PID: String(process.pid),
  };
};

const readyUrl = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string) => {
      clearTimeout(timer);
      reject(new Error(`${why}: ${said.trim()}`));
    };
    const timer = setTimeout(() => fail('the server does not start'), START_LIMIT_MS);
    const listen = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      const line = READY.exec(said)?.[1];
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
  const url = await readyUrl(child);
  const readyMs = performance.now() - from;
  return {
    url,
    readyMs,
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
