/** The words behind a command of the administration: what they mean, or how it is used. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { makeAllOwn } from '../journal/own-rights.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

const HELP = { type: 'boolean', short: 'h' } as const;

type Line<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O & { help: typeof HELP }; allowPositionals: true; args: string[] }>
>;

/**
 * What was asked. With `--help` it tells how the command is used and ends with 0; of words that it does
 * not take it tells which, and ends with 2. What the command writes is its user's alone.
 */
export const commandLine = <const O extends Options>(usage: string, options: O): Line<O> => {
  makeAllOwn();
  try {
    const args = process.argv.slice(2);
    const line: Line<O> = parseArgs({
      ...{ args, allowPositionals: true },
      options: { ...options, help: HELP },
    });
    if (!('help' in line.values && line.values.help === true)) return line;
    console.log(`Usage: npm run ${usage}`);
    process.exit(0);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\nUsage: npm run ${usage}`);
    process.exit(2);
  }
};
