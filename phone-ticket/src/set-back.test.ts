import { PhoneRow } from '@tingxu/contract/views';
import { describe, expect, test } from 'vitest';
import { isSetBack, type Standing, standingAfter } from './set-back.ts';

const row = (more: object): PhoneRow =>
  PhoneRow.parse({
    ...{ number: 'A007', lane: 'normal', service: 'cash', state: 'waiting', issuedAt: 0 },
    ...{ further: [], ahead: 3, worstPosition: 5, wait: null, hold: 0, counter: null, calls: 0 },
    ...{ calledAt: null, validUntilAt: null, mayReturn: false },
    ...more,
  });
/** What is told after each of the rows. */
const told = (...rows: readonly object[]): readonly boolean[] => {
  let standing: Standing | null = null;
  return rows.map((more) => {
    standing = standingAfter(standing, row(more));
    return isSetBack(standing);
  });
};

describe('LINK-3 whoever waits is told why the place has gone back', () => {
  test('from when more are ahead than were told, until no more are', () => {
    const course = [3, 2, 4, 3, 2, 1, 2].map((ahead) => ({ ahead }));
    expect(told(...course)).toEqual([false, false, true, true, false, false, true]);
  });

  test('not while the line only moves on, and not at the first look', () => {
    expect(told({ ahead: 9 }, { ahead: 4 }, { ahead: 4 }, { ahead: 0 })).toEqual([
      ...[false, false, false, false],
    ]);
  });

  test('not for another line, or for the way back into one', () => {
    for (const elsewhere of [{ lane: 'vip' }, { service: 'wealth' }]) {
      expect(told({ ahead: 1 }, { ahead: 5, ...elsewhere })).toEqual([false, false]);
    }
    for (const state of ['missed', 'parked', 'preparing', 'called'] as const) {
      expect(told({ ahead: 1 }, { ahead: 0, state }, { ahead: 5 })).toEqual([false, false, false]);
    }
  });

  test('a ticket that has ended stands nowhere', () => {
    expect(standingAfter(standingAfter(null, row({})), null)).toBeNull();
    expect(isSetBack(null)).toBe(false);
  });
});
