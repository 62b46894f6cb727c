/** `npm run bench`: the real server process against bare rivals, measured in the same run. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BoardEffort, compareBoards } from './boards/compare.ts';
import { checkJournal, makeHallFolder, startHallServer } from './hall/hall-server.ts';
import { countEvents, missing } from './hall/journal-counts.ts';
import { measureStarts, type StartEffort } from './hall/starts.ts';
import { type Compared, compareLoad, type Effort } from './load/compare.ts';
import { type BenchOptions, HELP, readOptions, UsageError } from './options.ts';
import { unusable } from './report/check.ts';
import type { FanOutFigures } from './report/figures.ts';
import { describeMachine } from './report/machine.ts';
import {
  boardLines,
  boardsHead,
  loadHead,
  loadLines,
  machineLines,
  startLines,
} from './report/table.ts';

type Efforts = {
  readonly load: Omit<Effort, 'seed'>;
  readonly boards: Omit<BoardEffort, 'seed'>;
  readonly starts: Omit<StartEffort, 'seed'>;
};

const FULL: Efforts = {
  load: { connections: [1, 16, 64], slices: 3, seconds: 3, warmUpSeconds: 4 },
  boards: { boards: [1, 50, 500], calls: 200 },
  starts: { starts: 20, visits: 2_000 },
};
const QUICK: Efforts = {
  load: { connections: [1, 4], slices: 1, seconds: 0.2, warmUpSeconds: 0.2 },
  boards: { boards: [1, 5], calls: 5 },
  starts: { starts: 1, visits: 20 },
};

type Loaded = { readonly compared: Compared; readonly problems: readonly string[] };

/** Load, and then the journal it left: whole, and nothing in it but what was acknowledged. */
const runLoad = async (effort: Effort, nodeOptions: readonly string[]): Promise<Loaded> => {
  const folder = makeHallFolder();
  try {
    console.log(loadHead());
    const compared = await compareLoad(folder, effort, nodeOptions, (figures) =>
      console.log(loadLines(figures)),
    );
    await checkJournal(folder);
    return { compared, problems: missing(compared.acknowledged, countEvents(folder.journal)) };
  } finally {
    folder.remove();
  }
};

const runBoards = async (effort: BoardEffort): Promise<readonly FanOutFigures[]> => {
  const folder = makeHallFolder();
  const server = await startHallServer(folder);
  try {
    console.log(boardsHead());
    return await compareBoards(server, effort, (figures) => console.log(boardLines(figures)));
  } finally {
    await server.child.stop();
    folder.remove();
  }
};

/** What is wrong with the run, one sentence each; times are never wrong. */
const bench = async (options: BenchOptions): Promise<readonly string[]> => {
  const { seed, quick, json, profile } = options;
  const efforts = quick ? QUICK : FULL;
  const nodeOptions = profile ? ['--cpu-prof', `--cpu-prof-dir=${resolve(profile)}`] : [];
  const machine = describeMachine();
  console.log(machineLines(machine, seed));
  const { compared, problems } = await runLoad({ ...efforts.load, seed }, nodeOptions);
  const boards = await runBoards({ ...efforts.boards, seed });
  const start = await measureStarts({ ...efforts.starts, seed });
  console.log(startLines(start));
  const figures = { load: compared.load, boards, start };
  if (json)
    writeFileSync(json, `${JSON.stringify({ seed, quick, machine, ...figures }, null, 2)}\n`);
  return [...problems, ...unusable(figures)];
};

const main = async (): Promise<number> => {
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    console.log(HELP);
    return 0;
  }
  const problems = await bench(options);
  for (const problem of problems) console.error(problem);
  const failed = problems.length === 0 ? 0 : 1;
  console.log(failed === 0 ? '\nThe journal holds what was acknowledged.' : '\nThe run is wrong.');
  if (options.counts) console.log(JSON.stringify({ passed: 1 - failed, failed }));
  return failed;
};

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${HELP}`);
  process.exitCode = 2;
}
