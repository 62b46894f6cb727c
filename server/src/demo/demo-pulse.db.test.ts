import { CommandId, CounterId, LaneId, ServiceId } from '@tingxu/contract/ids';
import { allLive, findLive } from '@tingxu/hall/live-tickets';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rollOver } from '../day/roll-over.ts';
import { hallFolder, openJournal } from '../journal/journal.ts';
import { hostHall, type RunningHall } from '../process/host-hall.ts';
import { controlledClock } from '../runtime/clock.ts';
import { temporaryFolder } from '../runtime/testing/hall-fixture.ts';
import { demoHall } from './demo-hall.ts';
import { actsOf, pulseOf } from './demo-pulse.ts';

const START = Date.parse('2026-11-23T10:00:00+08:00');
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let disk: ReturnType<typeof temporaryFolder>;
let open: RunningHall | null = null;
beforeEach(() => {
  disk = temporaryFolder();
});
afterEach(async () => {
  await open?.stop();
  open = null;
  disk.remove();
});

/** The demo hall on a clock that is walked; `isFree` by the number of the teller. */
const demo = async (isFree: (staff: string) => boolean = () => true) => {
  const config = demoHall();
  const clock = controlledClock(START);
  const fail = (_about: object, text: string): never => {
    throw new Error(text);
  };
  const onDefect = ({ error }: { error: unknown }): never => {
    throw error;
  };
  const parts = { dataFolder: disk.folder, clock, demo: true, onDefect, log: { error: fail } };
  const hall = await hostHall({ config, ...parts });
  open = hall;
  const { runtime } = hall;
  const beat = pulseOf({ runtime, clock, isFree });
  const walk = async (ms: number, each: () => void = () => undefined): Promise<void> => {
    const until = clock.now() + ms;
    while (clock.now() < until) {
      clock.advanceTo(clock.now() + 2 * SECOND);
      await beat();
      each();
    }
  };
  /** What it has called since. The hall has stopped then. */
  const calls = async () => {
    await hall.stop();
    open = null;
    const folder = hallFolder(disk.folder, config.hall);
    const journal = openJournal({ folder, hall: config.hall, now: 0 });
    const rows = journal.replay().filter((row) => row.at > START);
    journal.close();
    return rows.flatMap(({ at, event }) =>
      event.type === 'TicketCalled' ? [{ at, counter: event.counter }] : [],
    );
  };
  return { hall, runtime, clock, walk, calls };
};

describe('the pulse of the demo hall', () => {
  it('calls, serves and lets people come for an hour, calmly, and leaves the newcomer’s counters alone', async () => {
    const { walk, runtime, calls: called } = await demo();
    const lines: number[] = [];
    await walk(60 * MINUTE, () => {
      lines.push(
        allLive(runtime.state().tickets).filter(({ state }) => state === 'waiting').length,
      );
    });
    expect(Math.max(...lines)).toBeLessThanOrEqual(9);
    expect(lines.filter((waiting) => waiting > 0).length / lines.length).toBeGreaterThan(0.9);
    const calls = await called();
    expect(calls.length).toBeGreaterThan(25);
    expect([...new Set(calls.map(({ counter }) => counter))].sort()).toEqual(['2', '3', '5']);
    const gaps = calls.slice(1).map(({ at }, nth) => at - (calls[nth]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(30 * SECOND);
    expect(Math.max(...gaps)).toBeLessThan(6 * MINUTE);
  });

  it('a number that a newcomer has just taken is called by nobody for four minutes', async () => {
    const { walk, runtime } = await demo();
    // A lane that goes first: without the patience it would be called next.
    await walk(20 * MINUTE);
    const service = ServiceId.parse('wealth');
    const id = CommandId.parse('newcomer');
    const command = { type: 'IssueTicket', service, lane: LaneId.parse('vip') } as const;
    await runtime.submit({ id, actor: { role: 'lobby' }, command }, () => ({
      status: 200,
      body: '',
    }));
    const mine = allLive(runtime.state().tickets).at(-1);
    if (!mine) throw new Error('no ticket');
    const state = () => findLive(runtime.state().tickets, mine.id)?.state;
    const states: (string | undefined)[] = [];
    await walk(4 * MINUTE - 2 * SECOND, () => states.push(state()));
    expect([...new Set(states)]).toEqual(['waiting']);
    await walk(30 * MINUTE);
    expect(state()).not.toBe('waiting');
  });

  it('steps back from a counter as soon as somebody has signed in for it', async () => {
    const { walk, calls: called } = await demo((staff) => staff !== 't02');
    await walk(20 * MINUTE);
    const calls = await called();
    expect([...new Set(calls.map(({ counter }) => counter))].sort()).toEqual(['3', '5']);
  });

  it('opens its counters on a new day, once, and does nothing in a hall that is closed', async () => {
    const { hall, runtime, clock, walk } = await demo();
    const staff = () => runtime.state().counters.map((counter) => counter.staff);
    clock.advanceTo(Date.parse('2026-11-24T09:00:00+08:00'));
    await rollOver(hall, clock);
    expect(staff()).toEqual([null, null, null, null, null, null]);
    await walk(10 * SECOND);
    expect(staff()).toEqual([null, 't02', 't03', null, 't05', null]);
    const close = { type: 'CloseCounter', counter: CounterId.parse('2') } as const;
    const id = CommandId.parse('close-counter-2');
    await runtime.submit({ id, actor: { role: 'supervisor' }, command: close }, () => ({
      status: 200,
      body: '',
    }));
    await walk(MINUTE);
    expect(staff()[1]).toBeNull();
    const state = runtime.state();
    const shut = { ...state, day: state.day && { ...state.day, open: false } };
    const never = { calledAt: 0, cameAt: 0, opened: null };
    expect(actsOf(shut, clock.now(), never, () => true)).toEqual([]);
    expect(actsOf(state, clock.now(), never, () => true)).not.toEqual([]);
  });
});
