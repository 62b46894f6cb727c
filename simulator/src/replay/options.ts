/** The command line of `npm run replay`. */
import { parseArgs } from 'node:util';
import { PolicyKind } from '@tingxu/contract/config';
import * as z from 'zod/mini';

export const HELP = `Replays a recorded day of a real bank against a real server process.

  npm run replay -- <calls_YYYY_MM.csv.gz> --date YYYY-MM-DD [options]

  --policy NAME   calling rule: ${PolicyKind.options.join(', ')},
                  or "all" to compare them on the same customers (default weighted-delay);
                  head-start is the rule that the bank itself published
  --seed N        seed of everything that the record does not hold (default 1)
  --no-show P     share of customers, 0 to 1, who are not there when called (default 0)
  --boards N      boards that follow the hall, every second one with a line that is cut (default 4)
  --json FILE     writes all figures
  --counts        ends with a line of counts for npm test
  --help          this text

Exits with 1 when a check fails, with 2 when the command line or the file is wrong.`;

const whole = (low: number, high: number) =>
  z.coerce.number().check(z.int(), z.gte(low), z.lte(high));

const Options = z.object({
  file: z.string('name a file of recorded calls').check(z.minLength(1)),
  date: z.string('--date YYYY-MM-DD is missing').check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  policy: z.enum([...PolicyKind.options, 'all']),
  seed: whole(0, 2 ** 31),
  noShow: z.coerce.number().check(z.gte(0), z.lte(1)),
  boards: whole(1, 500),
  json: z.optional(z.string().check(z.minLength(1))),
  counts: z.boolean(),
});
export type ReplayOptions = z.infer<typeof Options>;

/** A command line that cannot be followed; its message is for the person. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const parseLine = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        date: { type: 'string' },
        policy: { type: 'string', default: 'weighted-delay' },
        seed: { type: 'string', default: '1' },
        'no-show': { type: 'string', default: '0' },
        boards: { type: 'string', default: '4' },
        json: { type: 'string' },
        counts: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

/** Null: help was asked for. Rejects: UsageError. */
export const readOptions = (args: readonly string[]): ReplayOptions | null => {
  const { values, positionals } = parseLine(args);
  if (values.help) return null;
  if (positionals.length > 1) throw new UsageError('name one file');
  const { 'no-show': noShow, help: _help, ...rest } = values;
  const parsed = Options.safeParse({ file: positionals[0], ...rest, noShow });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}`);
};
