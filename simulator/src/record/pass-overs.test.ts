import { expect, test } from 'vitest';
import { dayOf } from '../testing/small-day.ts';
import { recordedPassOvers } from './pass-overs.ts';
import { presences } from './presence.ts';

test('counts later customers whom a counter with the skill took first', () => {
  const { customers } = dayOf(
    { arrives: 0, waits: 100, serves: 10, by: 'S01' },
    { arrives: 10, waits: 20, serves: 10, by: 'S01' },
    { arrives: 20, waits: 20, serves: 10, by: 'S01' },
    // Another counter that never serves this type passes nobody over.
    { arrives: 30, waits: 20, serves: 10, by: 'S02', type: 'NE' },
  );
  const skills = new Map(presences(customers).map((one) => [one.counter, one.skills]));
  expect(recordedPassOvers(customers, skills)).toEqual([2, 0, 0, 0]);
});
