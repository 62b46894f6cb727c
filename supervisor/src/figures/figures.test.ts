import { describe, expect, it } from 'vitest';
import { AT, counterRow, NORMAL, totalsRow, VIP, viewWith, waited } from '../testing/rows.ts';
import { hallFigures, unfinished } from './hall-figures.ts';
import { laneFigures } from './lane-figures.ts';
import { allTotals, keepsPromise, laneTotals, meanWaitMs, onTime } from './totals.ts';

describe('the figures of a lane', () => {
  it('count who is over the promise and who soon will be', () => {
    const tickets = [waited(1, 15), waited(2, 12), waited(3, 11), waited(4, 3, { lane: VIP })];
    const [vip, normal] = laneFigures(viewWith({ tickets }), AT);
    expect(normal).toMatchObject({ waiting: 3, over: 1, dueSoon: 1, oldest: tickets[0] });
    expect(vip).toMatchObject({ waiting: 1, over: 0, dueSoon: 0, oldest: tickets[3], wait: null });
  });

  it('count nobody who does not wait', () => {
    const view = viewWith({ tickets: [waited(1, 99, { state: 'serving' })] });
    expect(laneFigures(view, AT)[1]).toMatchObject({ waiting: 0, over: 0, oldest: null });
  });
});

describe('the figures of the hall', () => {
  const hall = hallFigures(
    viewWith({
      tickets: [
        waited(1, 20),
        waited(2, 30, { state: 'serving' }),
        waited(3, 30, { state: 'called' }),
        waited(4, 30, { state: 'missed' }),
      ],
      counters: [
        counterRow('1', 'serving'),
        counterRow('2', 'calling'),
        counterRow('3', 'open'),
        counterRow('4', 'paused'),
        counterRow('5', 'closed'),
      ],
    }),
    AT,
  );

  it('count counters that work, and those that are paused', () => {
    expect(hall).toMatchObject({ countersOpen: 3, countersPaused: 1, counters: 5 });
  });

  it('sum up the lanes', () => {
    expect(hall).toMatchObject({ over: 1, dueSoon: 0, oldest: { number: 'A001' } });
  });

  it('DAY-3 count who stands in the way of closing the day: not the missed', () => {
    expect(unfinished(hall)).toBe(3);
  });
});

describe('the totals of the day', () => {
  const view = viewWith({
    totals: [
      totalsRow(VIP, { issued: 4, served: 4, waits: 4, within: 3, waitSumMs: 400, waitMaxMs: 200 }),
      totalsRow(NORMAL, {
        issued: 9,
        served: 6,
        waits: 6,
        within: 6,
        waitSumMs: 600,
        waitMaxMs: 150,
      }),
    ],
  });

  it('END-3 add up over the lanes; the longest wait is the longest of all', () => {
    expect(allTotals(view)).toMatchObject({ issued: 13, served: 10, within: 9, waitMaxMs: 200 });
  });

  it('tell the mean of the waits that are over', () => {
    expect(meanWaitMs(laneTotals(view, VIP))).toBe(100);
    expect(meanWaitMs(totalsRow(VIP))).toBeNull();
  });

  it('hold the promise up to the promised share, exactly', () => {
    expect(keepsPromise({ within: 19, known: 20 }, 950)).toBe(true);
    expect(keepsPromise({ within: 18, known: 20 }, 950)).toBe(false);
    expect(keepsPromise({ within: 0, known: 0 }, 950)).toBeNull();
  });

  it('STAT-1 count whoever waits past the promise as late already', () => {
    const totals = totalsRow(VIP, { waits: 8, within: 8 });
    expect(onTime(totals, 0)).toEqual({ within: 8, known: 8 });
    expect(onTime(totals, 8)).toEqual({ within: 8, known: 16 });
    expect(keepsPromise(onTime(totals, 8), 800)).toBe(false);
    expect(keepsPromise(onTime(totalsRow(VIP), 1), 800)).toBe(false);
  });
});
