import { describe, expect, it } from 'vitest';
import { AT, ELDERLY, PROFILE, waited } from '../testing/rows.ts';
import { groupsOf } from './groups.ts';

describe('the people of the hall', () => {
  const groups = groupsOf(
    [
      waited(1, 10),
      waited(2, 7, { lane: ELDERLY }),
      waited(3, 9, { state: 'missed', validUntilAt: AT + 9_000 }),
      waited(4, 9, { state: 'missed', validUntilAt: AT + 2_000 }),
      waited(5, 9, { state: 'preparing' }),
      waited(6, 9, { state: 'parked', validUntilAt: AT + 5_000 }),
      waited(7, 9, { state: 'serving' }),
    ],
    PROFILE,
    AT,
  );
  const numbers = (group: keyof typeof groups) => groups[group].map(({ number }) => number);

  it('wait by risk: the share of the promise that is used up', () => {
    expect(numbers('waiting')).toEqual(['A002', 'A001']);
  });

  it('have missed or are set aside, whose time runs out first on top', () => {
    expect(numbers('missed')).toEqual(['A004', 'A003']);
    expect(numbers('aside')).toEqual(['A006', 'A005']);
  });
});
