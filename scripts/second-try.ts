/**
 * A file of tests with a disk, sockets or a browser that fails is run a second time, as a whole:
 * journeys build on one another in one hall, and only a new server and a new browser are a sane state
 * to start from. The second run decides; what needed it is told, because a race that nobody hears of
 * is never mended. Tests that need none of these are run once. Pure.
 */
import { relative } from 'node:path';
import { addCounts, type Counts } from './counts.ts';
import {
  countsOfReport,
  type VitestFile,
  type VitestReport,
  type VitestTest,
} from './vitest-counts.ts';

export interface Tried {
  readonly counts: Counts;
  /** What failed at first and passed then, and why it failed. */
  readonly secondTries: readonly string[];
}

const isPassed = ({ status }: { readonly status: string }): boolean => status === 'passed';

export const failedFiles = ({ testResults }: VitestReport): string[] =>
  testResults.filter((file) => !isPassed(file)).map(({ name }) => name);

/** `second` holds the failed files of `first`, and `exitCode` is of that run. */
export function judgeTries(
  root: string,
  first: VitestReport,
  second: VitestReport,
  exitCode: number,
): Tried {
  const sound = first.testResults.filter(isPassed).map(countsOfFile);
  return {
    counts: sound.reduce(addCounts, countsOfReport(second, exitCode)),
    secondTries: first.testResults.flatMap((file) => {
      const again = second.testResults.find(({ name }) => name === file.name);
      return again ? passedAgain(root, file, again) : [];
    }),
  };
}

export const tellSecondTries = (secondTries: readonly string[]): string => {
  const many = secondTries.length === 1 ? '1 test' : `${secondTries.length} tests`;
  const lines = secondTries.map((each) => `  passed at the second try: ${each}`);
  return [`${many} needed a second try, which is a race to be mended:`, ...lines].join('\n');
};

const countsOfFile = ({ assertionResults }: VitestFile): Counts => {
  const passed = assertionResults.filter(isPassed).length;
  return { passed, failed: assertionResults.length - passed };
};

const passedAgain = (root: string, first: VitestFile, second: VitestFile): string[] => {
  const path = relative(root, first.name);
  const failed = first.assertionResults.filter(isFailed);
  if (failed.length === 0) return isPassed(second) ? [`${path}: ${lineOf(first.message)}`] : [];
  const passed = new Set(second.assertionResults.filter(isPassed).map(({ fullName }) => fullName));
  return failed
    .filter(({ fullName }) => passed.has(fullName))
    .map(({ fullName, failureMessages: [why = ''] }) => `${path} > ${fullName}: ${lineOf(why)}`);
};

const isFailed = ({ status, meta }: VitestTest): boolean =>
  status === 'failed' && meta.notTried !== true;

const lineOf = (message: string): string => message.split('\n', 1)[0] ?? '';
