import { expect, test } from 'vitest';
import { viewWith } from '../testing/calls.ts';
import { notIssuing } from './issuing.ts';

test('HOURS-6 says that no numbers are given, and why; nothing while they are', () => {
  const issuing = { state: 'stopped', untilAt: null, reason: 'equipment' } as const;
  const day = { ...viewWith().day, issuing };
  expect(notIssuing(viewWith({ day }))).toEqual(issuing);
  for (const state of ['open', 'extended'] as const) {
    expect(notIssuing(viewWith({ day: { ...day, issuing: { ...issuing, state } } }))).toBeNull();
  }
  expect(notIssuing(viewWith())).toBeNull();
});
