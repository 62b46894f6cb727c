/** The command line of `npm run policies`. */
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { UsageError } from '../replay/options.ts';

export const HELP = `Compares the calling policies on a synthetic hall, and on recorded days of a real bank.

  npm run policies -- [calls_YYYY_MM.csv.gz ...] [options]

  --days N       synthetic days of each kind, 0 for none (default 200)
  --recorded N   most working days of each file (default 5)
  --seed N       seed of everything drawn (default 1)
  --json FILE    writes all figures
  --help         this text

The same seed gives the same table. Exits with 2 when the command line or a file is wrong.`;

const whole = (low: number, high: number) =>
  z.coerce.number().check(z.int(), z.gte(low), z.lte(high));

const Options = z.object({
  files: z.array(z.string()),
  days: whole(0, 100_000),
  recorded: whole(1, 1_000),
  seed: whole(0, 2 ** 31),
  json: z.optional(z.string().check(z.minLength(1))),
});
export type PolicyOptions = z.infer<typeof Options>;

const parseLine = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        days: { type: 'string', default: '200' },
        recorded: { type: 'string', default: '5' },
        seed: { type: 'string', default: '1' },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

/** Null: help was asked for. Rejects: UsageError. */
export const readOptions = (args: readonly string[]): PolicyOptions | null => {
  const { values, positionals } = parseLine(args);
  const { help, ...rest } = values;
  if (help) return null;
  const parsed = Options.safeParse({ files: positionals, ...rest });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}`);
};
