/** A server under load again and again, each time with what it cost. */

import { chanceOf } from '@tingxu/chance/chance';
import { COUNTERS } from '../hall/bench-hall.ts';
import { processorTimeOf } from '../process/processor-time.ts';
import type { Slice } from '../report/figures.ts';
import { type Acknowledged, drive } from './drive.ts';
import { ask, openLine } from './line.ts';
import { type Keys, openingRequests, visitRequests } from './requests.ts';

/** Tickets that wait before the load; with one more per connection there are never over 100. */
const WAITING = 36;

export type Driver = {
  /** Drives the server with so many connections. */
  run(connections: number, seconds: number): Promise<Slice>;
};

export type Driveable = { readonly port: number; readonly pid: number };

/** One connection per counter, from the first; every answer is added to `acknowledged`. */
export const driver = (
  server: Driveable,
  seed: number,
  keys: Keys,
  acknowledged: Acknowledged,
): Driver => {
  const choices = chanceOf(seed);
  const visits = COUNTERS.map((counter) => visitRequests(counter, keys, choices));
  return {
    run: async (connections, seconds) => {
      const [ownFrom, serverFrom] = [process.cpuUsage(), processorTimeOf(server.pid)];
      const driven = await drive({
        port: server.port,
        visits: visits.slice(0, connections),
        seconds,
        acknowledged,
      });
      const own = process.cpuUsage(ownFrom);
      const serverTo = processorTimeOf(server.pid);
      const perAnswer = (us: number): number => Math.round((us / driven.commands) * 10) / 10;
      return {
        ...driven,
        processorUs: {
          server:
            serverFrom === null || serverTo === null
              ? null
              : perAnswer((serverTo - serverFrom) * 1_000),
          generator: perAnswer(own.user + own.system),
        },
      };
    },
  };
};

/** Opens day and counters of a new hall and lets a few tickets wait. */
export const prepareHall = async (
  port: number,
  seed: number,
  keys: Keys,
  acknowledged: Acknowledged,
): Promise<void> => {
  const line = await openLine(port, () => undefined);
  for (const request of openingRequests(COUNTERS, keys)) await ask(line, request);
  const requests = visitRequests('1', keys, chanceOf(seed));
  for (let count = 0; count < WAITING; count += 1) {
    await ask(line, requests.of('issue', ''));
    acknowledged.issue += 1;
  }
  line.close();
};
