import { expect, test } from 'vitest';
import { readCounts } from './counts.ts';
import { STEPS } from './test-steps.ts';
import { filesOfProject, hasSources } from './typecheck-files.ts';
import { countsOfReport } from './vitest-counts.ts';

const report = {
  ...{ numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 },
  testResults: [],
};

test('counts stand in the last line of the output', () => {
  expect(readCounts('words\n{"passed":2,"failed":1}\n\n')).toEqual({ passed: 2, failed: 1 });
  expect(readCounts('{"passed":2,"failed":1}\nwords')).toBeUndefined();
  expect(readCounts('{"passed":"2","failed":1}')).toBeUndefined();
  expect(readCounts('')).toBeUndefined();
});

test('a run without any test has failed', () => {
  expect(countsOfReport({ ...report, numPassedTests: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
});

test('skipped tests and errors outside tests have failed', () => {
  expect(countsOfReport(report, 0)).toEqual({ passed: 3, failed: 0 });
  expect(countsOfReport({ ...report, numPendingTests: 2 }, 0)).toEqual({ passed: 3, failed: 2 });
  expect(countsOfReport(report, 1)).toEqual({ passed: 3, failed: 1 });
});

test('each kind of test file belongs to exactly one step', () => {
  const kindsOf = (path: string) =>
    STEPS.flatMap((step) => ('files' in step && step.files.test(path) ? step.name : []));
  expect(kindsOf('shared/hall/src/call.test.ts')).toEqual(['pure']);
  expect(kindsOf('kiosk/src/app.test.tsx')).toEqual(['pure']);
  expect(kindsOf('server/src/journal/append.db.test.ts')).toEqual(['db']);
  expect(kindsOf('server/src/http/day.net.test.ts')).toEqual(['net']);
  expect(kindsOf('test/journeys/first.e2e.ts')).toEqual(['e2e']);
});

test('a compiler that has read only the files of others has checked nothing', () => {
  const lines = ['/x/node_modules/a.ts', '/x/shared/contract/src/ids.ts', '/x/kiosk/src/main.tsx'];
  expect(filesOfProject(lines, '/x', 'kiosk')).toEqual(['/x/kiosk/src/main.tsx']);
  expect(filesOfProject(lines, '/x', 'server')).toEqual([]);
  expect(hasSources('kiosk/tsconfig.json', ['kiosk/src/main.tsx'])).toBe(true);
  expect(hasSources('server/tsconfig.json', ['kiosk/src/main.tsx'])).toBe(false);
});
