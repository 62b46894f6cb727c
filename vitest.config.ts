import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { SLOW } from './test/journeys/slow.ts';

if (!('groupBy' in Map)) {
  throw new Error(
    `Node ${process.version} is too old for the tests: . scripts/env.sh brings the right one`,
  );
}

/** A random test draws the same each time. */
const SEEDED = { setupFiles: ['test/fixed-seed.ts'] };
const IGNORED = ['**/node_modules/**', '**/dist/**', '**/canary/**', 'data/**'];
/** Most of the start of a program is reading TypeScript, so that is done once. */
const PROGRAMS = { NODE_COMPILE_CACHE: join(import.meta.dirname, '.tingxu', 'compiled') };

/**
 * One project per price of a test: pure, SQLite (`db`), sockets and HTTP (`net`), browser (`e2e`).
 * A file belongs to exactly one of them by its suffix.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    passWithNoTests: false,
    allowOnly: false,
    // Vitest would leave one processor idle.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          ...SEEDED,
          name: 'pure',
          include: ['**/*.test.{ts,tsx,mts}'],
          exclude: [...IGNORED, '**/*.{db,net}.test.{ts,tsx}'],
          pool: 'threads',
          // A module that keeps nothing need not be read again for every file.
          isolate: false,
          // For a machine that is busy with other things; nothing waits here.
          testTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          ...SEEDED,
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: IGNORED,
          pool: 'forks',
          env: PROGRAMS,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          ...SEEDED,
          name: 'net',
          include: ['**/*.net.test.ts'],
          exclude: IGNORED,
          pool: 'forks',
          // They wait for one another's answers more than they work.
          maxWorkers: 2 * availableParallelism(),
          env: PROGRAMS,
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['**/*.e2e.ts'],
          exclude: IGNORED,
          setupFiles: ['test/journeys/give-up.ts'],
          pool: 'forks',
          sequence: { groupOrder: 3 },
          // Each file has a server and a browser of its own; a page waits more than it works.
          maxWorkers: availableParallelism() + 1,
          testTimeout: 120_000 * SLOW,
          hookTimeout: 120_000 * SLOW,
          // A wait costs nothing when it succeeds.
          expect: { poll: { timeout: 30_000 * SLOW } },
        },
      },
    ],
  },
});
