import type { HallEvent } from '@tingxu/contract/events';
import { DayStatistics, type VisitFigures } from '@tingxu/contract/statistics';
import type { TotalsRow } from '@tingxu/contract/totals-row';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomDay } from '../testing/arbitraries.ts';
import {
  call,
  callChosen,
  cancel,
  changeConfig,
  changeLane,
  close,
  comeBack,
  finish,
  issue,
  miss,
  open,
  pause,
  recall,
  resume,
  start,
  transfer,
} from '../testing/commands.ts';
import { ELDERLY, hallConfig, lane, NORMAL, VIP } from '../testing/config.ts';
import { play } from '../testing/model-run.ts';
import { after, by, minutes, openScene, type Scene, seconds } from '../testing/scene.ts';
import { FIXED_SEED } from '../testing/seed.ts';
import { evolve } from './evolve.ts';
import { allLive } from './live-tickets.ts';
import { emptyHall, type HallState } from './state.ts';
import { type StatisticsFold, statisticsFold } from './statistics.ts';
import { QUARTER_MS } from './statistics-course.ts';

const foldOf = (scene: Scene): StatisticsFold => {
  const fold = statisticsFold();
  for (const entry of scene.journal()) fold.add(entry);
  return fold;
};
const statisticsOf = (scene: Scene): DayStatistics =>
  DayStatistics.parse(foldOf(scene).figures(scene.now()));

/** The totals that the statistics of a lane amount to. */
const totalsOf = (lane: VisitFigures): Omit<TotalsRow, 'lane'> => {
  const { ended, waits } = lane;
  const of = (...reasons: (keyof typeof ended)[]) =>
    reasons.reduce((sum, reason) => sum + (ended[reason] ?? 0), 0);
  return {
    issued: lane.issued,
    entered: lane.entered,
    served: of('served'),
    visitsServed: lane.visitsServed,
    noShow: of('no-show'),
    cancelled: of('cancelled-by-customer', 'removed-by-staff', 'walked-out'),
    walkedOut: of('walked-out'),
    left: of('left-at-closing', 'carried-over', 'session-ended'),
    transferredOut: of('transferred-out'),
    waits: waits.count,
    within: waits.withinPromise,
    waitSumMs: waits.sumMs,
    waitMaxMs: waits.maxMs,
    passedOverMax: lane.passedOverMax,
  };
};

const inLineDisagrees = ({ course }: DayStatistics, { tickets }: HallState): string | null => {
  const told = course.at(-1)?.inLine;
  const inLine = allLive(tickets).filter(({ state }) => state === 'waiting').length;
  return told === inLine ? null : `${told} in line, not ${inLine}`;
};

/** INV-11 for one instant: the statistics of events against the state's totals and its live tickets. */
const disagreement = (fold: StatisticsFold, hall: HallState): string | null => {
  const figures = fold.figures();
  if (!figures) return hall.day ? 'no statistics of the day' : null;
  for (const [lane, { lane: _, ...totals }] of Object.entries(hall.totals)) {
    const own = figures.lanes[lane as keyof typeof figures.lanes];
    // A lane that came and went with the configuration, and had nobody.
    if (!own && totals.issued + totals.entered === 0) continue;
    const found = own ? totalsOf(own) : null;
    if (JSON.stringify(found) !== JSON.stringify(totals))
      return `${lane}: ${JSON.stringify(found)}`;
    const { issued, entered, served, noShow, cancelled, left, transferredOut } = totals;
    const over = served + noShow + cancelled + left + transferredOut;
    if (issued + entered !== (own?.live ?? 0) + over) return `${lane}: sum`;
  }
  const live = Object.values(figures.lanes).reduce((sum, lane) => sum + lane.live, 0);
  if (live !== hall.tickets.size) return `${live} live tickets, not ${hall.tickets.size}`;
  return inLineDisagrees(figures, hall);
};

type Entry = { readonly at: number; readonly event: HallEvent };
const disagreements = (journal: readonly Entry[], bend: (event: HallEvent) => HallEvent) => {
  const fold = statisticsFold();
  let hall = emptyHall(openScene().hall().hall);
  for (const { at, event } of journal) {
    fold.add({ at, event: bend(event) });
    hall = evolve(hall, event, at);
    // Between the end of a leg and the next one a ticket is nowhere: both are one command's.
    if (event.type === 'LegFinished' || event.type === 'TicketTransferred') continue;
    const found = disagreement(fold, hall);
    if (found) return found;
  }
  return null;
};

describe('statistics', () => {
  it('STAT-1, INV-11 equal the totals of random halls after every event', () => {
    let events = 0;
    const property = fc.property(randomDay(250), (day) => {
      const { journal } = play(day);
      events += journal.length;
      expect(disagreements(journal, (event) => event)).toBeNull();
    });
    fc.assert(property, { seed: FIXED_SEED, numRuns: 100 });
    expect(events).toBeGreaterThan(3_000);
  });

  it('STAT-1 counts missed calls and those that were made good as the book does', () => {
    let recovered = 0;
    const property = fc.property(randomDay(600), (day) => {
      const { journal, book } = play(day);
      const fold = statisticsFold();
      for (const entry of journal) fold.add(entry);
      for (const [lane, row] of Object.entries(fold.figures()?.lanes ?? {})) {
        const ours = book?.sums.get(lane);
        expect([lane, row.missed, row.recovered]).toEqual([lane, ours?.missed, ours?.recovered]);
        recovered += row.recovered;
      }
    });
    fc.assert(property, { seed: FIXED_SEED, numRuns: 150 });
    expect(recovered).toBeGreaterThan(0);
  });

  it('STAT-1 control: an event that is counted otherwise is found', () => {
    const bend = (event: HallEvent): HallEvent =>
      event.type === 'TicketExpired'
        ? { type: 'TicketLeft', ticket: event.ticket, reason: 'left-at-closing' }
        : event;
    let found = 0;
    const property = fc.property(randomDay(400), (day) => {
      if (disagreements(play(day).journal, bend)) found += 1;
    });
    fc.assert(property, { seed: FIXED_SEED, numRuns: 30 });
    expect(found).toBeGreaterThan(0);
  });

  it('STAT-1 keep the row of a lane that came and went within the day without a ticket', () => {
    const lanes = [VIP, ELDERLY, NORMAL];
    const scene = openScene().given(changeConfig(hallConfig({ lanes: [...lanes, lane('gold')] })));
    scene.given(changeConfig(hallConfig({ lanes }), 'now', 2));
    const known = Object.keys(scene.hall().totals);
    expect(known).toContain('gold');
    expect(Object.keys(statisticsOf(scene).lanes).sort()).toEqual(known.sort());
  });

  it('STAT-1 tells waits, services, misses that were made good, and how a ticket ended', () => {
    const scene = openScene().given(open('1'), issue('cash', 'normal'), issue('cash', 'normal'));
    scene.given(after(minutes(6)), call('1'), after(seconds(20)), recall('A001', '1'));
    scene.given(after(seconds(20)), miss('A001', '1'), comeBack('A001'), call('1'));
    scene.given(start('A002', '1'), after(minutes(4)), finish('A002', '1'), call('1'));
    scene.given(after(minutes(1)), finish('A001', '1'), issue('account', 'vip'), cancel('V001'));
    const { lanes, services } = statisticsOf(scene);
    expect(lanes).toMatchObject({
      normal: {
        ...{ issued: 2, live: 0, missed: 1, recovered: 1, ended: { served: 2 } },
        waits: {
          ...{ count: 2, sumMs: minutes(6) + minutes(10) + seconds(80), withinPromise: 2 },
          ...{ within5Minutes: 0, within10Minutes: 1, within15Minutes: 2, within30Minutes: 2 },
        },
        services: { count: 2, sumMs: minutes(5), maxMs: minutes(4) },
      },
      vip: { issued: 1, ended: { 'cancelled-by-customer': 1 }, waits: { count: 0 } },
    });
    expect(services).toMatchObject({ cash: { issued: 2 }, account: { issued: 1 } });
  });

  it('STAT-1 a return that a counter transfers, or that is moved to another lane, is made good', () => {
    const missedOnce = () => {
      const scene = openScene().given(open('1'), issue('cash', 'normal'), call('1'));
      scene.given(after(seconds(20)), recall('A001', '1'), after(seconds(20)), miss('A001', '1'));
      return scene.given(comeBack('A001'));
    };
    const row = (scene: Scene, id = 'normal') =>
      Object.entries(statisticsOf(scene).lanes).find(([key]) => key === id)?.[1];
    const onward = missedOnce().given(call('1'));
    expect(row(onward)).toMatchObject({ missed: 1, recovered: 0 });
    onward.given(transfer('A001', { counter: '1', service: 'account' }));
    expect(row(onward)).toMatchObject({ missed: 1, recovered: 1, ended: { 'transferred-out': 1 } });
    const moved = missedOnce().given(changeLane('A001', 'elderly'), call('1'), finish('A001', '1'));
    expect(row(moved)).toMatchObject({ missed: 1, recovered: 1 });
    expect(row(moved, 'elderly')).toMatchObject({ missed: 0, recovered: 0 });
    const gone = missedOnce().given(transfer('A001', { service: 'account' }));
    gone.given(by('phone', cancel('A001')));
    expect(row(gone)).toMatchObject({ missed: 1, recovered: 0 });
  });

  it('STAT-1 tells the pass-overs at most, and of the 95th in a hundred', () => {
    const scene = openScene().given(open('1'));
    for (let count = 0; count < 40; count += 1) scene.given(issue('cash', 'normal'));
    scene.given(issue('cash', 'vip'), call('1'));
    const { normal } = statisticsOf(scene).lanes as Record<string, { passedOverP95: number }>;
    expect(normal).toMatchObject({ passedOverMax: 1, passedOverP95: 1 });
    scene.given(finish('V001', '1'), call('1'), finish('A001', '1'));
    expect(statisticsOf(scene).lanes).toMatchObject({ vip: { passedOverMax: 0 } });
  });

  it('STAT-2 tells how long a counter was in service, paused and why, and with a ticket', () => {
    const scene = openScene().given(open('1', 's7'), after(minutes(1)), issue('cash', 'normal'));
    scene.given(call('1'), after(minutes(5)), finish('A001', '1'), after(minutes(1)));
    scene.given(pause('1', 'break'), after(minutes(10)), resume('1'), after(minutes(1)));
    scene.given(pause('1', 'training'), after(minutes(2)), close('1'), open('2', 's7'));
    scene.given(after(minutes(3)));
    const { counters, staff } = statisticsOf(scene);
    const first = {
      inServiceMs: minutes(20),
      withTicketMs: minutes(5),
      pausedMs: { break: minutes(10), training: minutes(2) },
      ...{ calls: 1, missed: 0, services: { count: 1, sumMs: minutes(5), maxMs: minutes(5) } },
    };
    expect(counters).toMatchObject({ 1: first, 2: { inServiceMs: minutes(3), calls: 0 } });
    expect(staff).toMatchObject({ s7: { ...first, inServiceMs: minutes(23) } });
    // Asking ends nothing: the same question has the same answer.
    expect(statisticsOf(scene)).toEqual(statisticsOf(scene));
  });

  it('STAT-2, CTR-6 tells which calls were chosen by hand, and how many others they passed over', () => {
    const scene = openScene().given(open('1', 's7'), issue('cash', 'normal'));
    scene.given(issue('cash', 'normal'), issue('cash', 'normal'));
    scene.given(by('lobby', callChosen('A003', '1')), finish('A003', '1'), call('1'));
    const { counters, staff } = statisticsOf(scene);
    const row = { calls: 2, chosen: 1, passedOver: 2 };
    expect([counters['1' as never], staff['s7' as never]]).toMatchObject([row, row]);
  });

  it('STAT-2 a counter is never with a ticket or paused for longer than it was in service', () => {
    const property = fc.property(randomDay(300), (day) => {
      const fold = statisticsFold();
      const { journal } = play(day);
      for (const entry of journal) fold.add(entry);
      for (const row of Object.values(fold.figures()?.counters ?? {})) {
        const paused = Object.values(row.pausedMs).reduce((sum, ms) => sum + ms, 0);
        expect(row.withTicketMs + paused).toBeLessThanOrEqual(row.inServiceMs);
      }
    });
    fc.assert(property, { seed: FIXED_SEED, numRuns: 40 });
  });

  it('STAT-4 tells the day by quarters of an hour', () => {
    const scene = openScene().given(open('1'), issue('cash', 'normal'), issue('cash', 'normal'));
    const startedAt = scene.now();
    scene.given(after(minutes(10)), call('1'), after(minutes(10)), finish('A001', '1'));
    scene.given(pause('1', 'break'), after(minutes(20)), resume('1'), call('1'));
    const { course } = statisticsOf(scene);
    expect(course.map(({ fromAt }) => (fromAt - startedAt) / minutes(15))).toEqual([0, 1, 2]);
    expect(course).toMatchObject([
      { issued: 2, inLine: 1, waits: { count: 1, sumMs: minutes(10) }, atWorkMs: minutes(15) },
      { issued: 0, inLine: 1, waits: { count: 0 }, atWorkMs: minutes(5) },
      { issued: 0, inLine: 0, waits: { count: 0 }, atWorkMs: 0 },
    ]);
  });

  it('STAT-4 the quarters of random days add up to the day', () => {
    const property = fc.property(randomDay(300), (day) => {
      const fold = statisticsFold();
      for (const entry of play(day).journal) fold.add(entry);
      const figures = fold.figures();
      if (!figures) return;
      const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
      const { course, lanes, counters } = figures;
      const starts = course.map(({ fromAt }, index) => fromAt - index * QUARTER_MS);
      expect(new Set(starts).size).toBe(1);
      const rows = Object.values(lanes);
      expect(sum(course.map(({ issued }) => issued))).toBe(sum(rows.map(({ issued }) => issued)));
      for (const part of ['count', 'sumMs', 'withinPromise'] as const) {
        const told = sum(course.map(({ waits }) => waits[part]));
        expect(told).toBe(sum(rows.map(({ waits }) => waits[part])));
      }
      const working = Object.values(counters).map(
        ({ inServiceMs, pausedMs }) => inServiceMs - sum(Object.values(pausedMs)),
      );
      expect(sum(course.map(({ atWorkMs }) => atWorkMs))).toBe(sum(working));
      expect(new Set(course.slice(1, -1).map(({ ranMs }) => ranMs)).size).toBeLessThan(2);
    });
    fc.assert(property, { seed: FIXED_SEED, numRuns: 40 });
  });

  it('STAT-1 knows nothing before the first day', () => {
    expect(statisticsFold().figures()).toBeNull();
  });
});
