import { HallConfig } from '@tingxu/contract/config';
import { CommandId } from '@tingxu/contract/ids';
import { viewOf } from '@tingxu/hall/view';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rollOver } from '../day/roll-over.ts';
import { hallFolder, openJournal } from '../journal/journal.ts';
import { hostHall, type RunningHall } from '../process/host-hall.ts';
import { type ControlledClock, controlledClock } from '../runtime/clock.ts';
import { temporaryFolder } from '../runtime/testing/hall-fixture.ts';
import { demoHall } from './demo-hall.ts';

const at = (text: string): number => Date.parse(text);

let disk: ReturnType<typeof temporaryFolder>;
let open: RunningHall[] = [];
beforeEach(() => {
  disk = temporaryFolder();
  open = [];
});
afterEach(async () => {
  for (const hall of open) await hall.stop();
  disk.remove();
});

const host = async (now: number, config = demoHall(), demo = true) => {
  const clock: ControlledClock = controlledClock(now);
  const onDefect = ({ error }: { error: unknown }): never => {
    throw error;
  };
  const log = {
    error: (_about: object, text: string): never => {
      throw new Error(text);
    },
  };
  const hall = await hostHall({ config, dataFolder: disk.folder, clock, demo, onDefect, log });
  open.push(hall);
  return { clock, hall, state: () => hall.runtime.state() };
};

const trailOf = (): readonly { at: number; event: { type: string } }[] => {
  const config = demoHall();
  const folder = hallFolder(disk.folder, config.hall);
  const journal = openJournal({ folder, hall: config.hall, now: 0 });
  const entries = journal.replay();
  journal.close();
  return entries;
};

describe('the demo hall', () => {
  it('is a valid hall by the contract', () => {
    expect(HallConfig.parse(demoHall()).counters).toHaveLength(6);
  });

  it('has, at its first start, a morning behind it that makes sense of every screen', async () => {
    const now = at('2026-11-23T10:00:00+08:00');
    const { hall, state } = await host(now);
    const view = viewOf(state(), 'supervisor');
    const states = Object.values(view.tickets).map((ticket) => ticket.state);
    const count = (wanted: string) => states.filter((found) => found === wanted).length;
    expect(view.day).toEqual({ open: true, businessDay: '2026-11-23' });
    expect(count('waiting')).toBeGreaterThanOrEqual(4);
    expect([count('serving'), count('called'), count('missed')]).toEqual([3, 1, 1]);
    const totals = Object.values(view.totals);
    expect(totals.reduce((sum, lane) => sum + lane.served, 0)).toBeGreaterThan(8);
    expect(totals.every((lane) => lane.issued > 0)).toBe(true);
    expect(
      Object.values(view.counters).filter((counter) => counter.state !== 'closed'),
    ).toHaveLength(4);
    expect(view.calls.length).toBeGreaterThan(5);
    expect(state().at).toBeLessThanOrEqual(now);
    await hall.stop();
    open = [];
    const instants = trailOf().map((entry) => entry.at);
    expect(instants[0]).toBe(now - 25 * 60_000);
    expect([...instants].sort((left, right) => left - right)).toEqual(instants);
  });

  it('goes on where it stopped, and is never seeded again', async () => {
    const now = at('2026-11-23T10:00:00+08:00');
    const first = await host(now);
    const before = first.state();
    await first.hall.stop();
    const second = await host(now + 60_000);
    expect(second.state()).toEqual(before);
    open = [second.hall];
  });

  it.each(['04:00:00', '04:00:20', '04:07:00', '03:59:59', '00:00:00'])(
    'is open at %s too, and never begins before its cut-over',
    async (time) => {
      const now = at(`2026-11-23T${time}+08:00`);
      const { hall, state } = await host(now);
      expect(state().day).toMatchObject({
        open: true,
        businessDay: time < '04' ? '2026-11-22' : '2026-11-23',
      });
      expect(state().tickets.size).toBeGreaterThan(3);
      await hall.stop();
      open = [];
      const first = trailOf()[0];
      if (time >= '04') expect(first?.at).toBeGreaterThanOrEqual(at('2026-11-23T04:00:00+08:00'));
    },
  );
});

describe('rolling over', () => {
  const evening = at('2026-11-23T18:00:00+08:00');

  it('DAY-4: ends what the night left, and opens the new day of a hall that opens itself', async () => {
    const { hall, clock, state } = await host(evening);
    await rollOver(hall, clock);
    expect(state().day?.businessDay).toBe('2026-11-23');
    clock.advanceTo(at('2026-11-24T09:00:00+08:00'));
    await rollOver(hall, clock);
    expect(state().day).toMatchObject({ businessDay: '2026-11-24', open: true });
    expect(state().tickets.size).toBe(0);
    expect(state().issued).toBe(0);
  });

  it('closes a hall that somebody opens, and leaves it closed', async () => {
    const config = demoHall();
    const { hall, clock, state } = await host(evening, config, false);
    await rollOver(hall, clock);
    expect(state().day).toBeNull();
    const demo = { ...hall, opensItself: true };
    await rollOver(demo, clock);
    clock.advanceTo(at('2026-11-24T04:00:00+08:00'));
    await rollOver(hall, clock);
    expect(state().day).toMatchObject({ businessDay: '2026-11-23', open: false });
  });

  it('does not reopen what a supervisor closed today', async () => {
    const { hall, clock, state } = await host(evening);
    const silent = () => ({ status: 200, body: '' });
    const { runtime } = hall;
    const command = { type: 'CloseDay', remaining: 'end-remaining' } as const;
    await runtime.submit(
      { id: CommandId.parse('closing-1'), actor: { role: 'supervisor' }, command },
      silent,
    );
    await rollOver(hall, clock);
    expect(state().day?.open).toBe(false);
  });
});
