import { describe, expect, it } from 'vitest';
import { AT, NORMAL, totalsRow, VIP, viewWith, waited } from '../testing/rows.ts';
import { equationOf } from './equation.ts';
import { hallFigures } from './hall-figures.ts';

const equation = (issued: number) =>
  equationOf(
    hallFigures(
      viewWith({
        tickets: [
          waited(1, 1),
          waited(2, 1, { state: 'parked' }),
          waited(3, 1, { state: 'preparing' }),
        ],
        totals: [
          totalsRow(NORMAL, { issued, served: 4, noShow: 1, transferredOut: 2 }),
          totalsRow(VIP, { entered: 2, cancelled: 1, left: 1 }),
        ],
      }),
      AT,
    ),
  );

describe('the sum of the day', () => {
  it('END-3 names who came, who is here by state, and who has ended by reason', () => {
    const { came, here, ended, holds } = equation(10);
    expect(came.map(({ count }) => count)).toEqual([10, 2]);
    expect(here.map(({ name, count }) => [name, count])).toContainEqual(['preparing', 1]);
    expect(ended.map(({ count }) => count)).toEqual([4, 1, 1, 1, 2]);
    expect(holds).toBe(true);
  });

  it('says when it does not hold', () => {
    expect(equation(11).holds).toBe(false);
  });
});
