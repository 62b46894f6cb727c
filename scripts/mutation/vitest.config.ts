/** The unit tests of the hall with one mutant in place of a file. Only `npm run mutation` uses it. */
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** `{ file, source }`: the file that is replaced, and by what. */
const planted = process.env['TINGXU_MUTANT'];
const mutant: { file: string; source: string } | null = planted
  ? JSON.parse(readFileSync(planted, 'utf8'))
  : null;

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  plugins: [
    {
      name: 'plant-a-mutant',
      enforce: 'pre',
      load: (id) => (mutant && id.split('?')[0] === mutant.file ? mutant.source : undefined),
    },
  ],
  test: {
    // Tests of the rules; verify-call also runs the model with its book for a short while.
    include: [
      'shared/hall/src/{call,call-order,classics,counter,counter-life,day,issue,lookup,miss,numbers}.test.ts',
      'shared/hall/src/{legs,missed-rule,park,rejections,serve,skills,verify-call}.test.ts',
    ],
    // The cache on disk knows a module by its file, not by what is planted in it.
    fsModuleCache: false,
    pool: 'forks',
    isolate: false,
    maxWorkers: 1,
    bail: 1,
    testTimeout: 60_000,
  },
});
