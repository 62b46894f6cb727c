import type { Counts } from './counts.ts';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
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
