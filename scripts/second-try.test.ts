import { expect, test } from 'vitest';
import { failedFiles, judgeTries, tellSecondTries } from './second-try.ts';
import type { VitestFile, VitestReport, VitestTest } from './vitest-counts.ts';

const passed = (fullName: string): VitestTest => ({
  ...{ fullName, status: 'passed', failureMessages: [], meta: {} },
});
const failed = (fullName: string, why: string): VitestTest => ({
  ...{ fullName, status: 'failed', failureMessages: [`${why}\n    at somewhere`], meta: {} },
});
const notTried = (fullName: string): VitestTest => ({
  ...failed(fullName, 'not tried'),
  meta: { notTried: true },
});
const file = (name: string, ...assertionResults: readonly VitestTest[]): VitestFile => {
  const sound = assertionResults.every(({ status }) => status === 'passed');
  return { name: `/r/${name}`, status: sound ? 'passed' : 'failed', message: '', assertionResults };
};
const report = (...testResults: readonly VitestFile[]): VitestReport => {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (wanted: string) => tests.filter(({ status }) => status === wanted).length;
  return {
    ...{ numPassedTests: count('passed'), numFailedTests: count('failed') },
    ...{ numPendingTests: count('skipped'), numTodoTests: 0, testResults },
  };
};

const SOUND = file('a.e2e.ts', passed('one'), passed('two'));
const RACED = file('b.e2e.ts', passed('three'), failed('four', 'Error: late'), notTried('five'));

test('only files with a failure are run again', () => {
  expect(failedFiles(report(SOUND, RACED))).toEqual(['/r/b.e2e.ts']);
  expect(failedFiles(report(SOUND))).toEqual([]);
});

test('what fails once passes, and is told with its reason', () => {
  const again = report(file('b.e2e.ts', passed('three'), passed('four'), passed('five')));
  const { counts, secondTries } = judgeTries('/r', report(SOUND, RACED), again, 0);
  expect(counts).toEqual({ passed: 5, failed: 0 });
  expect(secondTries).toEqual(['b.e2e.ts > four: Error: late']);
  expect(tellSecondTries(secondTries)).toBe(
    [
      '1 test needed a second try, which is a race to be mended:',
      '  passed at the second try: b.e2e.ts > four: Error: late',
    ].join('\n'),
  );
});

test('what fails twice has failed, and is not told as passed', () => {
  const again = report(
    file('b.e2e.ts', passed('three'), failed('four', 'Error: late'), passed('five')),
  );
  const { counts, secondTries } = judgeTries('/r', report(SOUND, RACED), again, 1);
  expect(counts).toEqual({ passed: 4, failed: 1 });
  expect(secondTries).toEqual([]);
});

test('what fails only at the second try has failed', () => {
  const again = report(
    file('b.e2e.ts', failed('three', 'Error: other'), passed('four'), passed('five')),
  );
  const { counts, secondTries } = judgeTries('/r', report(SOUND, RACED), again, 1);
  expect(counts).toEqual({ passed: 4, failed: 1 });
  expect(secondTries).toEqual(['b.e2e.ts > four: Error: late']);
});

test('a file that did not come up at first is named itself', () => {
  const broken = { ...file('b.e2e.ts'), status: 'failed', message: 'no browser\nmore' };
  const again = report(file('b.e2e.ts', passed('three')));
  const { counts, secondTries } = judgeTries('/r', report(SOUND, broken), again, 0);
  expect(counts).toEqual({ passed: 3, failed: 0 });
  expect(secondTries).toEqual(['b.e2e.ts: no browser']);
});

test('a second run that ends badly, or without a test, has failed', () => {
  const again = report(file('b.e2e.ts', passed('three'), passed('four'), passed('five')));
  expect(judgeTries('/r', report(SOUND, RACED), again, 1).counts.failed).toBe(1);
  expect(judgeTries('/r', report(SOUND, RACED), report(), 0).counts.failed).toBe(1);
});

test('skipped tests of a file that was not run again have failed', () => {
  const skipping = { ...SOUND, assertionResults: [{ ...passed('one'), status: 'skipped' }] };
  const again = report(file('b.e2e.ts', passed('three')));
  const { counts } = judgeTries('/r', report({ ...skipping, status: 'passed' }, RACED), again, 0);
  expect(counts).toEqual({ passed: 1, failed: 1 });
});
