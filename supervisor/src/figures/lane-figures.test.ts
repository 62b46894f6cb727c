import { byRisk } from '@tingxu/ui/lib/risk';
import { describe, expect, it } from 'vitest';
import { AT, NORMAL, viewWith, waited } from '../testing/rows.ts';
import { laneFigures } from './lane-figures.ts';

const MINUTE = 60_000;
/** Taken 20 minutes ago, the doors opened 5 minutes ago. */
const early = waited(1, 20, { waitCountsFromAt: AT - 5 * MINUTE });

describe('a lane against its promise', () => {
  it('HOURS-3 holds the wait since the opening against the promise, not the one before', () => {
    const normal = (tickets: Parameters<typeof waited>[2]) =>
      laneFigures(viewWith({ tickets: [waited(1, 20, tickets)] }), AT).find(
        ({ lane }) => lane.id === NORMAL,
      );
    expect(normal({ waitCountsFromAt: early.waitCountsFromAt })).toMatchObject({
      ...{ waiting: 1, over: 0, dueSoon: 0 },
    });
    expect(normal({})).toMatchObject({ over: 1 });
  });

  it('HOURS-3 puts whoever really waits longer on top', () => {
    const view = viewWith({ tickets: [early, waited(2, 6)] });
    const order = byRisk(Object.values(view.tickets), view.profile, AT);
    expect(order.map(({ place }) => place)).toEqual([2, 1]);
    const lane = laneFigures(view, AT).find(({ lane: { id } }) => id === NORMAL);
    expect(lane?.oldest?.place).toBe(2);
  });
});
