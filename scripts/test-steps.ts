/**
 * What `npm test` does, in this order, from cheap to dear.
 *
 * A `script` runs with Node and prints `{"passed":N,"failed":N}` as the last line of its output.
 * A `vitest` stage runs the project of that name; it passes over a kind of test that has no file.
 * To add a step, write the script and add a line.
 */
export type TestStep = ScriptStep | VitestStep;

export interface ScriptStep {
  readonly name: string;
  readonly script: string;
  readonly args?: readonly string[];
}

export interface VitestStep {
  readonly name: string;
  readonly vitest: string;
  readonly files: RegExp;
  /** Files that fail are run once more, and what needed it is told (second-try.ts). */
  readonly secondTry?: boolean;
}

export const STEPS: readonly TestStep[] = [
  { name: 'lint', script: 'scripts/lint.ts' },
  { name: 'check', script: 'scripts/checks.ts' },
  { name: 'typecheck', script: 'scripts/typecheck.ts' },
  { name: 'pure', vitest: 'pure', files: /(?<!\.db|\.net)\.test\.tsx?$/ },
  { name: 'db', vitest: 'db', files: /\.db\.test\.ts$/, secondTry: true },
  { name: 'net', vitest: 'net', files: /\.net\.test\.ts$/, secondTry: true },
  // A recorded day of real customers; one in twenty misses the call.
  {
    name: 'replay',
    script: 'simulator/src/replay.ts',
    args: [
      'test/fixtures/anonymous-bank-1999/calls_1999-01-27.csv.gz',
      ...['--date', '1999-01-27', '--no-show', '0.05', '--counts'],
    ],
  },
  { name: 'build', script: 'scripts/build.ts', args: ['--counts'] },
  // A few hundred commands: that the bench runs, and that the journal is right after it.
  { name: 'bench', script: 'bench/src/main.ts', args: ['--quick', '--counts'] },
  { name: 'e2e', vitest: 'e2e', files: /\.e2e\.ts$/, secondTry: true },
  { name: 'kill', script: 'test/faults/kill-test.ts' },
];
