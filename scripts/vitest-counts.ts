import type { Counts } from './counts.ts';

export interface VitestTest {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
  /** `notTried`: a journey before it in its file had failed (test/journeys/give-up.ts). */
  readonly meta: { readonly notTried?: boolean };
}

export interface VitestFile {
  readonly name: string;
  readonly status: string;
  /** Why it failed as a whole. */
  readonly message: string;
  readonly assertionResults: readonly VitestTest[];
}

export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly VitestFile[];
}

/**
 * The outcome of one project of vitest. Skipped tests count as failed: nothing is skipped here. So
 * do files that fail before their first test, errors outside tests, and a run without any test.
 */
export function countsOfReport(report: VitestReport, exitCode: number): Counts {
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests;
  const silent = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : failed };
}
