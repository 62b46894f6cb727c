/** The hall between its two yardsticks, slice by slice, so that the machine's own noise shows. */
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { type HallFolder, startHallServer } from '../hall/hall-server.ts';
import { type Child, Ready, startChild } from '../process/child.ts';
import type { Commits, LoadFigures, Slice } from '../report/figures.ts';
import { ratiosOf } from '../report/ratios.ts';
import { type Acknowledged, nothingAcknowledged } from './drive.ts';
import { type Driver, driver, prepareHall } from './driver.ts';
import { commandKeys } from './requests.ts';

const ECHO = fileURLToPath(new URL('../rivals/echo-server.ts', import.meta.url));
const COMMITS = fileURLToPath(new URL('../rivals/bare-commits.ts', import.meta.url));

export type Effort = {
  readonly seed: number;
  readonly connections: readonly number[];
  /** Slices of the hall per number of connections. */
  readonly slices: number;
  readonly seconds: number;
  /** Not measured: until the code of both servers is compiled. */
  readonly warmUpSeconds: number;
};

const Committed = z.object({
  type: z.literal('committed'),
  perSecond: z.number(),
  latency: z.object({ p50: z.number(), p99: z.number(), max: z.number() }),
});

const commitsIn = async (child: Child, seconds: number): Promise<Commits> => {
  const { perSecond, latency } = await child.ask({ type: 'commit', seconds }, Committed);
  return { perSecond, latency };
};

type Contenders = { readonly hall: Driver; readonly echo: Driver; readonly commits: Child };

/** echo, commits, hall, echo, commits, hall, …, echo, commits. */
const compareAt = async (
  connections: number,
  { hall, echo, commits }: Contenders,
  { slices, seconds }: Effort,
): Promise<LoadFigures> => {
  const figures = {
    hall: [] as Slice[],
    echo: [await echo.run(connections, seconds)],
    commits: [await commitsIn(commits, seconds)],
  };
  for (let slice = 0; slice < slices; slice += 1) {
    figures.hall.push(await hall.run(connections, seconds));
    figures.echo.push(await echo.run(connections, seconds));
    figures.commits.push(await commitsIn(commits, seconds));
  }
  return { connections, ...figures, ratios: ratiosOf(figures) };
};

export type Compared = {
  readonly load: readonly LoadFigures[];
  readonly acknowledged: Acknowledged;
};

/** Drives hall and rivals over every number of connections; the hall's journal stays in `folder`. */
export const compareLoad = async (
  folder: HallFolder,
  effort: Effort,
  nodeOptions: readonly string[],
  told: (figures: LoadFigures) => void,
): Promise<Compared> => {
  const acknowledged = nothingAcknowledged();
  const keys = commandKeys();
  const [server, echo, commits] = [
    await startHallServer(folder, nodeOptions),
    startChild(ECHO),
    startChild(COMMITS),
  ];
  try {
    const { port } = await echo.hear(Ready);
    await prepareHall(server.port, effort.seed, keys, acknowledged);
    const hallAt = { port: server.port, pid: server.child.pid };
    const contenders = {
      hall: driver(hallAt, effort.seed, keys, acknowledged),
      echo: driver({ port, pid: echo.pid }, effort.seed, keys, nothingAcknowledged()),
      commits,
    };
    const most = Math.max(...effort.connections);
    await contenders.echo.run(most, effort.warmUpSeconds);
    await contenders.hall.run(most, effort.warmUpSeconds);
    const load: LoadFigures[] = [];
    for (const connections of effort.connections) {
      const figures = await compareAt(connections, contenders, effort);
      told(figures);
      load.push(figures);
    }
    return { load, acknowledged };
  } finally {
    await Promise.all([server.child.stop(), echo.stop(), commits.stop()]);
  }
};
