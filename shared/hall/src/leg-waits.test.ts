import type { HallEvent } from '@tingxu/contract/events';
import type { TicketId } from '@tingxu/contract/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomDay } from '../testing/arbitraries.ts';
import {
  call,
  closeDay,
  comeBack,
  finish,
  issue,
  miss,
  open,
  openDay,
  park,
  ready,
  recall,
  resumeTicket,
  sendBack,
  start,
  transfer,
  walkUp,
} from '../testing/commands.ts';
import { play } from '../testing/model-run.ts';
import { after, minutes, openScene, type Scene, seconds } from '../testing/scene.ts';
import { FIXED_SEED } from '../testing/seed.ts';
import { evolve } from './evolve.ts';
import { type LegWait, legWaits } from './leg-waits.ts';
import { allLive, findLive } from './live-tickets.ts';
import { emptyHall, type Ticket } from './state.ts';
import { statisticsFold } from './statistics.ts';
import { ticketRow } from './ticket-rows.ts';
import { legWaitMs, waitedAt } from './totals.ts';

type Entry = { readonly at: number; readonly event: HallEvent };

const lengthOf = (wait: LegWait | null | undefined, now: number): number | null =>
  wait ? Math.max(0, (wait.to ?? now) - wait.from) : null;

/** What the trail tells of the first ticket, what the list shows, and what the statistics have counted. */
const told = (scene: Scene) => {
  const [ticket] = scene.journal().flatMap(({ event }) => {
    return event.type === 'TicketIssued' ? [event.ticket] : [];
  });
  const own = scene.journal().filter(({ event }) => 'ticket' in event && event.ticket === ticket);
  const fold = statisticsFold();
  for (const entry of scene.journal()) fold.add(entry);
  const now = scene.now();
  const live = allLive(scene.hall().tickets).find(({ id }) => id === ticket);
  const row = live && ticketRow(scene.hall(), live);
  return {
    trail: legWaits(own).map((wait) => lengthOf(wait, now)),
    list: row && (row.waitedMs ?? Math.max(0, now - row.waitCountsFromAt)),
    counted: Object.values(fold.figures()?.lanes ?? {}).reduce(
      (sum, { waits }) => sum + waits.sumMs,
      0,
    ),
  };
};

const waitedFive = () => openScene().given(open('1'), issue(), after(minutes(5)), call('1'));

describe('one wait, one figure', () => {
  it('STAT-5, END-3 stands still at a counter and set aside after a service, and runs again in line', () => {
    const scene = waitedFive().given(after(minutes(1)));
    expect(told(scene)).toMatchObject({ trail: [minutes(5)], list: minutes(5) });
    scene.given(start('A001', '1'), after(minutes(7)), park('A001', '1'), after(minutes(3)));
    expect(told(scene)).toMatchObject({ trail: [minutes(5)], list: minutes(5) });
    scene.given(resumeTicket('A001'), after(minutes(2)));
    expect(told(scene)).toMatchObject({ trail: [minutes(7)], list: minutes(7) });
    scene.given(call('1'), after(minutes(1)), finish('A001', '1'));
    expect(told(scene)).toMatchObject({ trail: [minutes(7)], counted: minutes(7) });
  });

  it('STAT-5, END-3, PREP-3 forms after a service are no wait; the line after them is, miss or not', () => {
    const scene = waitedFive().given(start('A001', '1'), sendBack('A001', '1'), after(minutes(9)));
    expect(told(scene)).toMatchObject({ trail: [minutes(5)], list: minutes(5) });
    scene.given(ready('A001'), after(minutes(1)), call('1'), after(seconds(20)));
    scene.given(recall('A001', '1'), after(seconds(20)), miss('A001', '1'), after(minutes(3)));
    scene.given(comeBack('A001'), after(seconds(20)), call('1'), finish('A001', '1'));
    expect(told(scene)).toMatchObject({ trail: [minutes(10)], counted: minutes(10) });
  });

  it('STAT-5, CTR-7 a walk-up waits once it stands in line after it was set aside', () => {
    const scene = openScene().given(open('1'), walkUp('1'), after(minutes(3)), park('A001', '1'));
    expect(told(scene)).toMatchObject({ trail: [null], list: 0 });
    scene.given(after(minutes(3)), resumeTicket('A001'), after(minutes(2)));
    expect(told(scene)).toMatchObject({ trail: [minutes(2)], list: minutes(2) });
    scene.given(call('1'), finish('A001', '1'));
    expect(told(scene)).toMatchObject({ trail: [minutes(2)], counted: minutes(2) });
  });

  it('STAT-5, DAY-5 whoever was served at the closing waits since it, as everybody in line', () => {
    const scene = waitedFive().given(start('A001', '1'), after(minutes(4)), issue());
    scene.given(closeDay('end-remaining'), after(minutes(10)), openDay(), after(minutes(1)));
    expect(told(scene)).toMatchObject({ trail: [minutes(16)], list: minutes(16) });
    expect(waitedAt(scene.ticket('A002'), scene.now())).toBe(minutes(11));
    scene.given(open('1'), call('1'), after(minutes(2)), finish('A001', '1'));
    expect(told(scene)).toMatchObject({ trail: [minutes(16)], counted: minutes(16) });
  });

  it('STAT-5, LEG-4 moved on from the line after a service, both waits count, each once', () => {
    const scene = waitedFive().given(start('A001', '1'), park('A001', '1'), resumeTicket('A001'));
    scene.given(after(minutes(2)), transfer('A001', { service: 'account' }), open('2'));
    expect(told(scene)).toEqual({
      ...{ trail: [minutes(5), minutes(2)], list: minutes(7), counted: minutes(5) },
    });
    scene.given(after(minutes(1)), call('2'), finish('A001', '2'));
    expect(told(scene)).toMatchObject({ trail: [minutes(5), minutes(3)], counted: minutes(8) });
  });

  it('STAT-5, LEG-4 a call that was missed in between changes nothing of what is handed on', () => {
    const scene = waitedFive().given(start('A001', '1'), sendBack('A001', '1'), ready('A001'));
    scene.given(after(minutes(2)), call('1'), after(seconds(20)), recall('A001', '1'));
    scene.given(after(seconds(20)), miss('A001', '1'), after(minutes(3)), comeBack('A001'));
    scene.given(after(minutes(1)), transfer('A001', { service: 'account' }), open('2'));
    const since = minutes(6) + seconds(40);
    expect(told(scene)).toEqual({
      ...{ trail: [minutes(5), since], list: minutes(5) + since, counted: minutes(5) },
    });
    scene.given(call('2'), finish('A001', '2'));
    expect(told(scene)).toMatchObject({ counted: minutes(5) + since });
  });

  it('STAT-5, LEG-5 after a transfer the wait of all services goes on, kept for the score or not', () => {
    for (const keepWait of [true, false]) {
      const scene = waitedFive().given(start('A001', '1'), after(minutes(4)));
      scene.given(open('2'), transfer('A001', { counter: '1', service: 'account', keepWait }));
      expect(told(scene)).toEqual({
        ...{ trail: [minutes(5), 0], list: minutes(5), counted: minutes(5) },
      });
      scene.given(after(minutes(2)));
      expect(told(scene)).toMatchObject({ trail: [minutes(5), minutes(2)], list: minutes(7) });
      scene.given(call('2'), finish('A001', '2'));
      expect(told(scene)).toMatchObject({ counted: minutes(7) });
    }
  });

  it('STAT-5 a transfer from the line hands the wait on, so nobody counts it twice', () => {
    const scene = openScene().given(open('1'), issue(), after(minutes(5)));
    scene.given(transfer('A001', { service: 'account' }), after(minutes(1)));
    expect(told(scene)).toEqual({ trail: [null, minutes(6)], list: minutes(6), counted: 0 });
  });

  it('STAT-5, MISS-4 a ticket that is called again after a miss has waited until the last call', () => {
    const scene = waitedFive().given(after(seconds(20)), recall('A001', '1'), after(seconds(20)));
    scene.given(miss('A001', '1'), after(minutes(10)), comeBack('A001'), after(minutes(1)));
    scene.given(call('1'), after(minutes(1)));
    const all = minutes(16) + seconds(40);
    expect(told(scene)).toMatchObject({ trail: [all], list: all });
    expect(told(scene.given(finish('A001', '1'))).counted).toBe(all);
  });

  it('STAT-5, CTR-7 who stood at the counter has waited for nothing', () => {
    const scene = openScene().given(open('1'), walkUp('1'), after(minutes(3)));
    expect(told(scene)).toMatchObject({ trail: [null], list: 0 });
    expect(told(scene.given(finish('A001', '1')))).toMatchObject({ trail: [null], counted: 0 });
  });

  it('STAT-5 whoever went without a call has waited until then, and is not counted', () => {
    const scene = openScene().given(open('1'), issue(), after(minutes(5)));
    const own = scene.journal().filter(({ event }) => 'ticket' in event);
    const end = { type: 'TicketCancelled', ticket: '20261121-0001', reason: 'walked-out' } as const;
    const left: Entry = { at: scene.now(), event: { ...end, ticket: end.ticket as TicketId } };
    const [wait] = legWaits([...own, left]);
    expect(wait).toMatchObject({ called: false, to: scene.now() });
  });
});

const ENDS: readonly string[] = ['LegFinished', 'TicketTransferred', 'ServiceFinished'];

/** A leg that ends, as the trail tells it and as the hall counts it. */
const legDiffers = (own: readonly Entry[], ticket: Ticket, { at, event }: Entry): string | null => {
  const waits = legWaits(own);
  const counted = legWaitMs(ticket);
  const trail = lengthOf(waits[ticket.leg], at);
  if (trail !== counted) return `${ticket.id} leg ${ticket.leg}: ${trail} instead of ${counted}`;
  if (event.type === 'TicketTransferred' && counted === null) return null;
  const all = waits.reduce((sum, wait) => sum + (lengthOf(wait, at) ?? 0), 0);
  return all === waitedAt(ticket, at) ? null : `${ticket.id}: ${all} in all`;
};

type EndingLeg = {
  readonly entry: Entry;
  /** As it was just before. */
  readonly ticket: Ticket;
  /** All of its entries so far. */
  readonly own: readonly Entry[];
};

/** Every end of a leg after a service or by a transfer. */
function* endingLegs(journal: readonly Entry[]): Generator<EndingLeg> {
  const owns = new Map<string, Entry[]>();
  let hall = emptyHall(openScene().hall().hall);
  for (const entry of journal) {
    const { at, event } = entry;
    const id = 'ticket' in event ? event.ticket : null;
    const own = [...(owns.get(id ?? '') ?? []), entry];
    owns.set(id ?? '', own);
    const ticket = id !== null && ENDS.includes(event.type) ? findLive(hall.tickets, id) : null;
    if (ticket) yield { entry, ticket, own };
    hall = evolve(hall, event, at);
  }
}

/** What the trail of each ticket tells, held against what the hall counts as it goes. */
const comparedWaits = (journal: readonly Entry[]) => {
  const ended = [...endingLegs(journal)];
  const waits = ended.flatMap(({ ticket }) => legWaitMs(ticket) ?? []);
  return {
    faults: ended.flatMap(({ own, ticket, entry }) => legDiffers(own, ticket, entry) ?? []),
    sumMs: waits.reduce((sum, waitMs) => sum + waitMs, 0),
    legs: waits.length,
  };
};

/** The statistics are those of the last day that was opened. */
const lastDay = (journal: readonly Entry[]): readonly Entry[] =>
  journal.slice(
    Math.max(
      0,
      journal.findLastIndex(({ event }) => event.type === 'DayOpened'),
    ),
  );

describe('the wait of random halls', () => {
  it('STAT-5 is the same in the trail, in the lists and in the statistics, by leg and by ticket', () => {
    let legs = 0;
    const property = fc.property(randomDay(500), (day) => {
      const journal = lastDay(play(day).journal);
      const fold = statisticsFold();
      for (const entry of journal) fold.add(entry);
      const compared = comparedWaits(journal);
      expect(compared.faults).toEqual([]);
      legs += compared.legs;
      const lanes = Object.values(fold.figures()?.lanes ?? {});
      expect(lanes.reduce((sum, { waits }) => sum + waits.sumMs, 0)).toBe(compared.sumMs);
    });
    fc.assert(property, { seed: FIXED_SEED, numRuns: 60 });
    expect(legs).toBeGreaterThan(100);
  });

  it('STAT-5 control: an account that forgets what was set aside during a service is found out', () => {
    const scene = waitedFive().given(start('A001', '1'), after(minutes(7)), park('A001', '1'));
    scene.given(resumeTicket('A001'), after(minutes(2)), call('1'), finish('A001', '1'));
    const forgets = ({ at, event }: Entry): Entry => {
      if (event.type !== 'TicketParked') return { at, event };
      const { servedMs: _, ...rest } = event;
      return { at, event: rest };
    };
    const fold = statisticsFold();
    for (const entry of scene.journal()) fold.add(forgets(entry));
    const [lane] = Object.values(fold.figures()?.lanes ?? {}).filter(({ issued }) => issued > 0);
    expect(lane?.waits.sumMs).not.toBe(comparedWaits(scene.journal()).sumMs);
  });
});
