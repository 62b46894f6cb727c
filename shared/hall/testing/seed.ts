/** How random tests are seeded: one seed for ever, and one of each run that is printed. */
import { randomInt } from 'node:crypto';

export const FIXED_SEED = 20_261_121;

/**
 * The seed of the long runs. The same in each run of the tests, so that a red one comes from the change
 * that it judges; `TINGXU_SEED=random` goes where nobody has been, `TINGXU_SEED=<seed>` there again.
 */
export const runSeed = (): number => {
  const asked = process.env['TINGXU_SEED'] ?? String(FIXED_SEED + 1);
  const seed = asked === 'random' ? randomInt(2 ** 31 - 1) : Number(asked);
  if (!Number.isSafeInteger(seed)) throw new Error(`TINGXU_SEED=${asked} is no whole number`);
  return seed;
};
