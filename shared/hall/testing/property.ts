/** Random days, run until one breaks a rule. */
import fc from 'fast-check';
import { type RandomDay, randomDay } from './arbitraries.ts';
import { CORE, type Core, type RunOptions, runModel } from './model-run.ts';

export type Sweep = {
  readonly commands: number;
  readonly seen: ReadonlyMap<string, number>;
  /** The smallest day found that breaks a rule, and what it breaks. */
  readonly breach: { readonly message: string; readonly day: RandomDay } | null;
};

export type SweepOptions = RunOptions & {
  readonly seed: number;
  readonly days: number;
  /** Most commands of a day. */
  readonly length: number;
  readonly core?: Core;
  /** Whether a breach is made as small as can be, which takes many more runs. */
  readonly shrink?: boolean;
};

/** Runs random days until one breaks a rule, which is then made as small as can be. */
export const sweep = (asked: SweepOptions): Sweep => {
  const { seed, days, length, core = CORE, shrink = true, ...options } = asked;
  let commands = 0;
  const seen = new Map<string, number>();
  const property = fc.property(randomDay(length), (day) => {
    const outcome = runModel(day, core, options);
    commands += outcome.commands;
    for (const [what, count] of outcome.seen) seen.set(what, (seen.get(what) ?? 0) + count);
  });
  const result = fc.check(property, { seed, numRuns: days, endOnFailure: !shrink });
  if (!result.failed) return { commands, seen, breach: null };
  const day = result.counterexample?.[0];
  const error: unknown = result.errorInstance;
  const message = error instanceof Error ? error.message : String(error);
  if (!day) throw new Error(`no counterexample: ${message}`);
  return { commands, seen, breach: { message, day } };
};

/** What a person needs to see the breach again. */
export const explain = ({ breach }: Sweep, seed: number): string =>
  breach === null ? '' : `${breach.message}\nTINGXU_SEED=${seed}\n${JSON.stringify(breach.day)}`;
