/** From a request to what every board shows: one request at a time, until the last board has it. */
import { setTimeout as pause } from 'node:timers/promises';
import type { FanOut } from '../report/figures.ts';
import { percentilesOf } from '../report/percentiles.ts';

/** What boards have shown, by the name of the thing shown. */
export type Shown = {
  /** Notes the instant at which one board shows it. */
  note(what: string): void;
  /** Waits until so many boards have shown it; their instants. Units: ms. */
  by(what: string, boards: number): Promise<readonly number[]>;
};

export const shownLog = (): Shown => {
  const instants = new Map<string, number[]>();
  let changed = Promise.withResolvers<void>();
  return {
    note(what) {
      const known = instants.get(what);
      if (known) known.push(performance.now());
      else instants.set(what, [performance.now()]);
      changed.resolve();
      changed = Promise.withResolvers();
    },
    async by(what, boards) {
      for (;;) {
        const known = instants.get(what) ?? [];
        if (known.length >= boards) return known;
        await changed.promise;
      }
    },
  };
};

/** Does one thing and says what it was, once it is acknowledged; `sentMs` is when it was asked for. */
export type Act = () => Promise<{ readonly what: string; readonly sentMs: number }>;

/**
 * Between two acts, so that each meets idle processes as in a hall: the boards of the bench share one
 * process and one core, which has to be through with whatever was pushed before. Units: ms.
 */
const REST_MS = 10;
const REST_PER_BOARD_MS = 0.2;

export const measureFanOut = async (
  boards: number,
  calls: number,
  shown: Shown,
  act: Act,
  after: () => Promise<void>,
): Promise<FanOut> => {
  const all: number[] = [];
  const last: number[] = [];
  for (let call = 0; call < calls; call += 1) {
    const { what, sentMs } = await act();
    const instants = await shown.by(what, boards);
    const tookMs = instants.map((instant) => instant - sentMs);
    all.push(...tookMs);
    last.push(Math.max(...tookMs));
    await after();
    await pause(REST_MS + REST_PER_BOARD_MS * boards);
  }
  return { shown: percentilesOf(all), last: percentilesOf(last), samples: all.length };
};
