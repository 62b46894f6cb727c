import { HallEvent } from '@tingxu/contract/events';
import { REJECTIONS } from '@tingxu/contract/problems';
import { expect, test } from 'vitest';
import { explain, sweep } from '../testing/property.ts';
import { FIXED_SEED } from '../testing/seed.ts';

/** Enough for every rare branch and 180,000 commands of the million (DS-15); the test counts them. */
const DAYS = 600;

test('INV-01, INV-02, INV-03, INV-04, INV-05, INV-06, INV-11, INV-12, INV-13: random halls and the book agree', () => {
  const result = sweep({ seed: FIXED_SEED, days: DAYS, length: 600 });
  expect(explain(result, FIXED_SEED)).toBe('');
  console.log(`${result.commands} commands, fixed seed ${FIXED_SEED}`);
  expect(result.commands).toBeGreaterThan(180_000);

  // A model that never gets anywhere would agree, too.
  const rare = [
    ...['protected', 'passed over', 'called while held', 'overdue', 'secondary', 'helping'],
    ...['plan postponed', 'plan taken within the day', 'plan met the opening'],
    ...['checked in after a stop', 'booked as planned'],
  ];
  const events = HallEvent.def.options.map(({ shape }) => shape.type.def.values[0]);
  const expected = [...events, ...Object.keys(REJECTIONS), ...rare];
  const never = expected.filter((what) => !result.seen.has(String(what)));
  expect(never).toEqual(['ClockStepped', 'ClockCorrected']);
}, 300_000);
