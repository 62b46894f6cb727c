/** `npm run policies`: every calling policy on the same customers, with what each lane got. */
import { writeFileSync } from 'node:fs';
import { type Comparison, compareSynthetic } from './policies/compare.ts';
import { HELP, type PolicyOptions, readOptions } from './policies/options.ts';
import { compareRecorded } from './policies/recorded.ts';
import { runJobs } from './policies/run-jobs.ts';
import { comparisonTable } from './policies/table.ts';
import { UsageError } from './replay/options.ts';

const show = (comparison: Comparison): void => console.log(`${comparisonTable(comparison)}\n`);

const recordedDays = async (
  file: string,
  { seed, recorded }: PolicyOptions,
): Promise<Comparison> => {
  try {
    return await compareRecorded(file, { seed, most: recorded });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

const compare = async (options: PolicyOptions): Promise<void> => {
  const synthetic = options.days === 0 ? [] : await compareSynthetic(options, runJobs);
  for (const comparison of synthetic) show(comparison);
  const recorded: Comparison[] = [];
  for (const file of options.files) {
    const comparison = await recordedDays(file, options);
    show(comparison);
    recorded.push(comparison);
  }
  const { json, seed } = options;
  if (json) writeFileSync(json, `${JSON.stringify({ seed, synthetic, recorded }, null, 2)}\n`);
};

const main = async (): Promise<void> => {
  const options = readOptions(process.argv.slice(2));
  if (options) await compare(options);
  else console.log(HELP);
};

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${HELP}`);
  process.exitCode = 2;
}
