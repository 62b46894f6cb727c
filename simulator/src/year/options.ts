/** The command line of `npm run simulate`. */
import { parseArgs } from 'node:util';
import { UsageError } from '../replay/options.ts';

export const SIMULATE_HELP = `Simulates a year of random bank halls through the pure core, every invariant on.

  npm run simulate -- [options]

  --days N      business days (default 365)
  --seed N      seed of everything (default 20261121)
  --once        runs the year once, so that no second hash is compared
  --json FILE   writes all figures
  --help        this text

Exits with 1 when two runs differ or a branch that must be taken was not, with 2 when asked wrongly.
A broken invariant ends the run with its id.`;

export type Simulation = {
  readonly days: number;
  readonly seed: number;
  readonly once: boolean;
  readonly json: string | undefined;
};

const whole = (name: string, text: string, least: number): number => {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least && value <= 2 ** 31) return value;
  throw new UsageError(`--${name} ${text}: a whole number from ${least} on`);
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        days: { type: 'string', default: '365' },
        seed: { type: 'string', default: '20261121' },
        once: { type: 'boolean', default: false },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

/** Null: help was asked for. Rejects: UsageError. */
export const readSimulation = (args: readonly string[]): Simulation | null => {
  const { help, days, seed, once, json } = parsed(args);
  if (help) return null;
  return { days: whole('days', days, 1), seed: whole('seed', seed, 0), once, json };
};
