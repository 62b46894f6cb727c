/**
 * Runs tests of the hall with a mutant in place of one file, asked again and again by
 * `scripts/mutation.ts`: one Vitest that stays, so a mutant costs its tests and little else. A process
 * of its own, since a mutant that never ends can only be killed with it.
 */
import { relative } from 'node:path';
import { createVitest, type TestCase, type TestModule } from 'vitest/node';
import { ROOT } from '../tree.ts';

export type Planted = { readonly file: string; readonly source: string };
export type Question = { readonly planted: Planted | null; readonly tests: readonly string[] };
/** By which test the mutant was found; null when every test passed. */
export type Answer = { readonly foundBy: { readonly file: string; readonly title: string } | null };

let planted: Planted | null = null;

const vitest = await createVitest(
  {
    config: false,
    root: ROOT,
    watch: false,
    reporters: [{}],
    include: ['shared/hall/src/*.test.ts'],
    setupFiles: ['shared/hall/testing/no-shrinking.ts'],
    // The cache on disk knows a module by its file, not by what is planted in it.
    fsModuleCache: false,
    // Threads end with the process, whatever they are doing.
    pool: 'threads',
    isolate: false,
    maxWorkers: 1,
    bail: 1,
    testTimeout: 60_000,
  },
  {
    plugins: [
      {
        name: 'plant-a-mutant',
        enforce: 'pre',
        load: (id) => (planted && id.split('?')[0] === planted.file ? planted.source : undefined),
      },
    ],
  },
);
await vitest.standalone();

const isFailed = (test: TestCase): boolean => test.result().state === 'failed';

/** The test that failed, or the file that could not be loaded. */
const failureOf = (module: TestModule): string | null => {
  for (const test of module.children.allTests()) if (isFailed(test)) return test.fullName;
  return module.ok() ? null : '(the file itself)';
};

const answer = async (question: Question): Promise<Answer> => {
  if (planted) vitest.invalidateFile(planted.file);
  planted = question.planted;
  if (planted) vitest.invalidateFile(planted.file);
  // Else files of an earlier question would still be told as failed.
  vitest.state.filesMap.clear();
  const { testModules, unhandledErrors } = await vitest.runTestFiles([...question.tests]);
  for (const module of testModules) {
    const title = failureOf(module);
    if (title !== null) return { foundBy: { file: relative(ROOT, module.moduleId), title } };
  }
  if (unhandledErrors.length > 0) return { foundBy: { file: '', title: 'an unhandled error' } };
  if (testModules.length < question.tests.length) throw new Error('not every test file has run');
  return { foundBy: null };
};

process.on('message', (question: Question) => {
  answer(question).then(
    (told) => process.send?.(told),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
