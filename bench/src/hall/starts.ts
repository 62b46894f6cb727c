/** How long a killed server needs to be back in the middle of a busy day. */
import { nothingAcknowledged } from '../load/drive.ts';
import { driver, prepareHall } from '../load/driver.ts';
import { commandKeys } from '../load/requests.ts';
import type { StartFigures } from '../report/figures.ts';
import { percentilesOf } from '../report/percentiles.ts';
import { type HallFolder, makeHallFolder, startHallServer } from './hall-server.ts';
import { countEvents } from './journal-counts.ts';

const CONNECTIONS = 16;
const SECONDS = 0.2;

/** A day with so many visits in the journal, its server killed. */
const workDay = async (folder: HallFolder, visits: number, seed: number): Promise<void> => {
  const { port, child } = await startHallServer(folder);
  const acknowledged = nothingAcknowledged();
  const keys = commandKeys();
  await prepareHall(port, seed, keys, acknowledged);
  const hall = driver({ port, pid: child.pid }, seed, keys, acknowledged);
  while (acknowledged.finish < visits) await hall.run(CONNECTIONS, SECONDS);
  await child.stop('SIGKILL');
};

export type StartEffort = {
  readonly seed: number;
  readonly starts: number;
  /** Customers served before the first kill. */
  readonly visits: number;
};

export const measureStarts = async ({
  seed,
  starts,
  visits,
}: StartEffort): Promise<StartFigures> => {
  const folder = makeHallFolder();
  const ready: number[] = [];
  const processor: number[] = [];
  await workDay(folder, visits, seed);
  for (let start = 0; start < starts; start += 1) {
    const server = await startHallServer(folder);
    ready.push(server.readyMs);
    if (server.readyProcessorMs !== null) processor.push(server.readyProcessorMs);
    await server.child.stop('SIGKILL');
  }
  const events = Object.values(countEvents(folder.journal)).reduce((sum, count) => sum + count, 0);
  folder.remove();
  return {
    ready: percentilesOf(ready),
    processor: processor.length === starts ? percentilesOf(processor) : null,
    starts,
    events,
  };
};
