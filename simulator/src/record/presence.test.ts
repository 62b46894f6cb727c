import { describe, expect, test } from 'vitest';
import { at, dayOf } from '../testing/small-day.ts';
import { presences, turnarounds } from './presence.ts';

const ofS01 = (day: ReturnType<typeof dayOf>) =>
  presences(day.customers).find((presence) => presence.counter === 's01');

/** Two services of S01 with a gap from 100 to `until`. */
const gap = (until: number) =>
  [
    { arrives: 0, serves: 100 },
    { arrives: until, serves: 100 },
  ] as const;

describe('a counter', () => {
  test('is there from its first service, takes what it served, leaves after its last', () => {
    const day = dayOf(...gap(130), { arrives: 300, serves: 50, type: 'NE' });
    expect(ofS01(day)).toEqual({
      counter: 's01',
      skills: ['regular', 'stocks'],
      opensAt: at(day, 0),
      leaves: [{ kind: 'close', meansToAt: at(day, 300), atLatestAt: at(day, 350), backAt: null }],
    });
  });

  test('is away when somebody whom it could take waits for a minute beside it', () => {
    const day = dayOf(...gap(400), { arrives: 200, waits: 60, serves: 9, by: 'S02' });
    expect(ofS01(day)?.leaves[0]).toEqual({
      kind: 'pause',
      meansToAt: at(day, 0),
      atLatestAt: at(day, 100),
      backAt: at(day, 400),
    });
  });

  test('has left when that lasts longer than half an hour', () => {
    const day = dayOf(...gap(100 + 1801), { arrives: 200, waits: 60 });
    expect(ofS01(day)?.leaves[0]?.kind).toBe('close');
  });

  test.each([
    ['nobody waits', []],
    ['somebody waits for less than a minute', [{ arrives: 200, waits: 59 }]],
    ['somebody waits whom it cannot take', [{ arrives: 200, waits: 90, type: 'NE' }]],
    ['the wait lies mostly before the gap', [{ arrives: 0, waits: 150 }]],
  ])('is free, not away, when %s', (_case, others) => {
    const day = dayOf(...gap(400), ...others);
    expect(ofS01(day)?.leaves).toHaveLength(1);
  });
});

test('wrapping up is what passes between two services while the next customer waits already', () => {
  const day = dayOf(
    { arrives: 0, serves: 100 },
    { arrives: 50, waits: 57, serves: 10 },
    // Arrives after the counter got free: no wrapping up to be seen.
    { arrives: 200, waits: 5, serves: 10 },
    // A gap of a minute and more is an absence.
    { arrives: 205, waits: 100, serves: 10 },
  );
  expect(turnarounds(day.customers)).toEqual([7_000]);
});
