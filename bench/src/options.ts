/** The command line of `npm run bench`. */
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';

export const HELP = `Measures the real server process against bare rivals in the same run.

  npm run bench -- [options]

  --json FILE   writes all figures
  --seed N      seed of services and lanes (default 1)
  --quick       a few hundred commands and few boards: checks the bench, measures nothing of worth
  --profile DIR the hall's server writes a processor profile into DIR
  --counts      ends with a line of counts for npm test
  --help        this text

It prints figures and never judges times; it fails when the journal is not what was acknowledged.`;

const Options = z.object({
  json: z.optional(z.string().check(z.minLength(1))),
  seed: z.coerce.number().check(z.int(), z.gte(0), z.lte(2 ** 31)),
  quick: z.boolean(),
  profile: z.optional(z.string().check(z.minLength(1))),
  counts: z.boolean(),
});
export type BenchOptions = z.infer<typeof Options>;

/** A command line that cannot be followed; its message is for the person. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const parseLine = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: { type: 'string' },
        seed: { type: 'string', default: '1' },
        quick: { type: 'boolean', default: false },
        profile: { type: 'string' },
        counts: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

/** Null: help was asked for. Rejects: UsageError. */
export const readOptions = (args: readonly string[]): BenchOptions | null => {
  const { help, ...values } = parseLine(args);
  if (help) return null;
  const parsed = Options.safeParse(values);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(`--${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}`);
};
