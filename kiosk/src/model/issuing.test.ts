import { expect, test } from 'vitest';
import { viewWith } from '../testing/hall.ts';
import { notIssuing } from './issuing.ts';

const day = { open: true, businessDay: viewWith({}).day.businessDay };

test('HOURS-6 the kiosk says that no number can be had, why, and until when', () => {
  const stopped = { state: 'stopped', untilAt: 5_000, reason: 'overcrowded' } as const;
  expect(notIssuing(viewWith({ day: { ...day, issuing: stopped } }))).toEqual(stopped);
  const early = { state: 'not-yet', untilAt: 5_000, reason: null } as const;
  expect(notIssuing(viewWith({ day: { ...day, issuing: early } }))).toEqual(early);
});

test('HOURS-6 the kiosk gives numbers where nothing is posted, during the hours, and when extended', () => {
  expect(notIssuing(viewWith({ day }))).toBeNull();
  for (const state of ['open', 'extended'] as const) {
    const issuing = { state, untilAt: 5_000, reason: null };
    expect(notIssuing(viewWith({ day: { ...day, issuing } }))).toBeNull();
  }
});
