import { expect, test } from 'vitest';
import { notIssuing, opensAfter } from './not-issuing.ts';

test('HOURS-6 a screen says that no number can be had, why, and until when', () => {
  const stopped = { state: 'stopped', untilAt: null, reason: 'overcrowded' } as const;
  const early = { state: 'not-yet', untilAt: 5_000, reason: null } as const;
  const over = { state: 'over', untilAt: null, reason: null } as const;
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

test('HOURS-13 a day that is over is over until the next posted opening, and no other state is', () => {
  const day = (state: 'over' | 'stopped' | 'not-yet', untilAt: number | null) =>
    notIssuing({ day: { issuing: { state, untilAt, reason: null }, opensNextAt: 9_000 } })?.untilAt;
  expect(day('over', null)).toBe(9_000);
  expect(day('stopped', null)).toBeNull();
  expect(day('not-yet', 5_000)).toBe(5_000);
});

test('HOURS-13 a closed hall names its next opening until that has come', () => {
  expect(opensAfter({ opensNextAt: 9_000 }, 8_999)).toBe(9_000);
  expect(opensAfter({ opensNextAt: 9_000 }, 9_000)).toBeNull();
  expect(opensAfter({}, 0)).toBeNull();
});
