import { expect, test } from 'vitest';
import { notIssuing } from './not-issuing.ts';

test('HOURS-6 a screen says that no number can be had, why, and until when', () => {
  const stopped = { state: 'stopped', untilAt: null, reason: 'overcrowded' } as const;
  const early = { state: 'not-yet', untilAt: 5_000, reason: null } as const;
  const over = { state: 'over', untilAt: 5_000, reason: null } as const;
  for (const issuing of [stopped, early, over]) {
    expect(notIssuing({ day: { issuing } })).toEqual(issuing);
  }
});

test('HOURS-6 a screen says nothing where none are posted, during the hours, and when extended', () => {
  expect(notIssuing({ day: {} })).toBeNull();
  for (const state of ['open', 'extended'] as const) {
    expect(notIssuing({ day: { issuing: { state, untilAt: 5_000, reason: null } } })).toBeNull();
  }
});
