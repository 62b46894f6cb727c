/** The real server, built as `npm start` runs it, on a data folder of its own. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Child, Ready, startChild } from '../process/child.ts';
import { processorTimeOf } from '../process/processor-time.ts';
import { BENCH_HALL } from './bench-hall.ts';
import { seedPeople } from './people.ts';

const ROOT = new URL('../../../', import.meta.url);
const SERVER = fileURLToPath(new URL('server/dist/main.js', ROOT));
const JOURNAL_CHECK = fileURLToPath(new URL('server/src/admin/journal-check.ts', ROOT));

/** Nobody's limit, and yet counted: the limiter is a part of the server. */
const RATE_LIMIT = 10_000_000;

export type HallFolder = {
  readonly dataFolder: string;
  readonly configFile: string;
  readonly journal: string;
  remove(): void;
};

export const makeHallFolder = (): HallFolder => {
  const folder = mkdtempSync(join(tmpdir(), 'tingxu-bench-'));
  const configFile = join(folder, 'tingxu.yaml');
  writeFileSync(configFile, JSON.stringify({ halls: [BENCH_HALL] }));
  const dataFolder = join(folder, 'data');
  seedPeople(dataFolder);
  return {
    dataFolder,
    configFile,
    journal: join(dataFolder, 'halls', BENCH_HALL.hall, 'journal.sqlite'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

const environment = ({ dataFolder, configFile }: HallFolder): NodeJS.ProcessEnv => {
  const own = Object.entries(process.env).filter(([name]) => !/^(TINGXU_|PORT$|HOST$)/.test(name));
  return {
    ...Object.fromEntries(own),
    PORT: '0',
    HOST: '127.0.0.1',
    TINGXU_DATA: dataFolder,
    TINGXU_CONFIG: configFile,
    TINGXU_DEMO: '0',
    TINGXU_LOG_LEVEL: 'error',
    TINGXU_RATE_LIMIT: String(RATE_LIMIT),
    TINGXU_TICKET_LIMIT: '0',
    TINGXU_PARENT_PID: String(process.pid),
  };
};

export type HallServer = {
  readonly port: number;
  readonly child: Child;
  /** From the start of the process to its word that it is ready. Units: ms. */
  readonly readyMs: number;
  /** Processor time until then; null where the system does not tell. Units: ms. */
  readonly readyProcessorMs: number | null;
};

/** `nodeOptions` are options of Node itself, e.g. `--cpu-prof`. */
export const startHallServer = async (
  folder: HallFolder,
  nodeOptions: readonly string[] = [],
): Promise<HallServer> => {
  const fromMs = performance.now();
  const child = startChild(SERVER, environment(folder), nodeOptions);
  const { port } = await child.hear(Ready);
  const readyMs = performance.now() - fromMs;
  return { port, child, readyMs, readyProcessorMs: processorTimeOf(child.pid) };
};

/** `journal:check` on the folder of a stopped server. Rejects: a journal that is not whole. */
export const checkJournal = async ({ dataFolder }: HallFolder): Promise<void> => {
  await promisify(execFile)(process.execPath, [JOURNAL_CHECK, dataFolder]);
};
