/** Call → shown on so many boards, beside a bare Socket.IO server that sends the same payload. */
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { COUNTERS } from '../hall/bench-hall.ts';
import type { HallServer } from '../hall/hall-server.ts';
import { ask, openLine } from '../load/line.ts';
import { commandKeys, openingRequests } from '../load/requests.ts';
import { Ready, startChild } from '../process/child.ts';
import type { FanOutFigures } from '../report/figures.ts';

const BARE = fileURLToPath(new URL('../rivals/bare-feed.ts', import.meta.url));
const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));

const Percentiles = z.object({ p50: z.number(), p99: z.number(), max: z.number() });
const Measured = z.object({
  type: z.literal('measured'),
  figures: z.object({ shown: Percentiles, last: Percentiles, samples: z.int() }),
  payload: z.unknown(),
});
const Taken = z.object({ type: z.literal('taken') });

export type BoardEffort = {
  readonly seed: number;
  readonly boards: readonly number[];
  /** Calls on one board; more boards give more samples each, and get fewer calls. */
  readonly calls: number;
};

/** Enough for a p99 over the calls, few enough for five hundred boards. */
const callsFor = (boards: number, calls: number): number => (boards > 100 ? calls / 2 : calls);

const openHall = async (port: number): Promise<void> => {
  const line = await openLine(port, () => undefined);
  for (const request of openingRequests(COUNTERS.slice(0, 1), commandKeys())) {
    await ask(line, request);
  }
  line.close();
};

const compareOn = async (
  server: HallServer,
  boards: number,
  { seed, calls }: BoardEffort,
): Promise<FanOutFigures> => {
  const [bare, worker] = [startChild(BARE), startChild(WORKER)];
  try {
    const { port } = await bare.hear(Ready);
    const task = { boards, calls: callsFor(boards, calls), seed };
    const hall = await worker.ask({ type: 'hall', port: server.port, ...task }, Measured);
    await bare.ask({ type: 'payload', payload: hall.payload }, Taken);
    const rival = await worker.ask({ type: 'bare', port, ...task }, Measured);
    const ratio = (own: number, other: number): number => Math.round((own / other) * 100) / 100;
    const [own, other] = [hall.figures, rival.figures];
    return {
      boards,
      hall: own,
      bare: other,
      payloadBytes: JSON.stringify(hall.payload).length,
      ratioP50: ratio(own.shown.p50, other.shown.p50),
      ratioP99: ratio(own.shown.p99, other.shown.p99),
    };
  } finally {
    await Promise.all([bare.stop(), worker.stop()]);
  }
};

/** The hall must be new: its day is opened here. */
export const compareBoards = async (
  server: HallServer,
  effort: BoardEffort,
  told: (figures: FanOutFigures) => void,
): Promise<readonly FanOutFigures[]> => {
  await openHall(server.port);
  const all: FanOutFigures[] = [];
  for (const boards of effort.boards) {
    const figures = await compareOn(server, boards, effort);
    told(figures);
    all.push(figures);
  }
  return all;
};
