import { describe, expect, test } from 'vitest';
import { bankHall } from '../model/bank-hall.ts';
import { scenarioOf } from '../model/scenario.ts';
import type { RecordedDay } from '../record/recorded-day.ts';
import { at, type CallSketch, dayOf } from '../testing/small-day.ts';
import { coreClient } from './core-client.ts';
import type { Observed } from './observed.ts';
import { playDay } from './play-day.ts';

const play = async (sketches: readonly CallSketch[], noShow = 0, seed = 1) => {
  const day = dayOf(...sketches);
  const scenario = scenarioOf(day, { seed, noShow });
  const hall = bankHall(scenario.counters, 'head-start');
  const client = coreClient(hall, day.date, scenario.startsAt);
  const { log } = await playDay(scenario, hall, client);
  return { day, scenario, client, log };
};

const seconds = (day: RecordedDay, log: readonly Observed[], type: Observed['type']) =>
  log.filter((one) => one.type === type).map((one) => (one.at - at(day, 0)) / 1000);

const fails = (log: readonly Observed[]) =>
  log.filter((one) => one.type === 'refused' || one.type === 'called-nobody');

describe('a played day', () => {
  test('serves each customer as long as recorded, at once when a counter is free', async () => {
    const { day, log } = await play([
      { arrives: 0, serves: 100 },
      { arrives: 120, serves: 40 },
    ]);
    expect(seconds(day, log, 'called')).toEqual([0, 120]);
    expect(seconds(day, log, 'finished')).toEqual([100, 160]);
    expect(fails(log)).toEqual([]);
  });

  test('lets a customer wait, and go when patience ends', async () => {
    const { day, log } = await play([
      { arrives: 0, serves: 100 },
      { arrives: 10, waits: 50 },
    ]);
    expect(seconds(day, log, 'cancelled')).toEqual([60]);
    expect(seconds(day, log, 'called')).toEqual([0]);
  });

  test('gives VIP customers their 90 s', async () => {
    const { log } = await play([
      { arrives: 0, serves: 100 },
      { arrives: 10, waits: 143, serves: 10 },
      { arrives: 99, waits: 4, serves: 50, lane: 'vip' },
    ]);
    const issued = log.filter((one) => one.type === 'issued');
    const called = log.flatMap((one) => (one.type === 'called' ? [one.ticket] : []));
    const lanes = called.map((ticket) => issued.find((one) => one.ticket === ticket)?.lane);
    expect(lanes).toEqual(['normal', 'vip', 'normal']);
  });

  test('pauses counters when the record does, and brings them back', async () => {
    const { client, log, day } = await play([
      { arrives: 0, serves: 100 },
      { arrives: 150, waits: 250, serves: 10 },
    ]);
    const events = client.journal().map((entry) => entry.event.type);
    expect(events).toContain('CounterPaused');
    expect(events).toContain('CounterResumed');
    expect(seconds(day, log, 'called')).toEqual([0, 400]);
    expect(fails(log)).toEqual([]);
  });

  test('closes the day with nobody left and every counter closed', async () => {
    const { client } = await play([
      { arrives: 0, serves: 100 },
      { arrives: 10, waits: 20 },
    ]);
    const hall = client.state();
    expect(hall.tickets.size).toBe(0);
    expect(hall.counters.map((counter) => counter.state)).toEqual(['closed']);
    expect(hall.day?.open).toBe(false);
  });

  test('is the same for the same seed', async () => {
    const sketches = Array.from({ length: 60 }, (_, index) => ({
      arrives: index * 20,
      waits: (index * 7) % 50,
      ...(index % 5 === 0 ? {} : { serves: 30 + ((index * 37) % 90) }),
      by: index % 2 ? 'S01' : 'S02',
    }));
    const first = await play(sketches, 0.2);
    const again = await play(sketches, 0.2);
    expect(again.log.map(({ type, at: when }) => [type, when])).toEqual(
      first.log.map(({ type, at: when }) => [type, when]),
    );
    const other = await play(sketches, 0.2, 2);
    expect(other.log.map(({ at: when }) => when)).not.toEqual(
      first.log.map(({ at: when }) => when),
    );
  });
});

describe('with customers who do not come', () => {
  test('the counter recalls and misses by the rule; some come back, the others end as no-shows', async () => {
    const { log, client } = await play(
      Array.from({ length: 80 }, (_, index) => ({ arrives: index * 60, serves: 45 })),
      0.5,
    );
    expect(fails(log)).toEqual([]);
    const count = (type: Observed['type']) => log.filter((one) => one.type === type).length;
    expect(count('missed')).toBeGreaterThan(20);
    expect(count('recalled')).toBe(count('missed'));
    expect(count('returned')).toBeGreaterThan(5);
    const totals = client.state().totals;
    const noShows = Object.values(totals).reduce((sum, row) => sum + row.noShow, 0);
    expect(noShows).toBe(count('missed') - count('returned'));
  });
});
