import { HallConfig } from '@tingxu/contract/config';
import { BusinessDay } from '@tingxu/contract/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { controlledClock } from '../runtime/clock.ts';
import {
  CONFIG,
  openTestHall,
  type TestHall,
  temporaryFolder,
} from '../runtime/testing/hall-fixture.ts';
import { nextOpening } from './next-opening.ts';
import { keepDays } from './roll-over.ts';

const NINE = { from: '09:00', to: '17:00' };
const EVENING = Date.parse('2026-11-23T18:00:00+08:00');
const CUT_OVER = Date.parse('2026-11-24T04:00:00+08:00');

let disk: ReturnType<typeof temporaryFolder>;
let hall: TestHall;
const errors: object[] = [];
const log = { error: (about: object) => void errors.push(about) };
beforeEach(() => {
  disk = temporaryFolder();
  errors.length = 0;
  hall = openTestHall(disk.folder, EVENING);
});
afterEach(async () => {
  await hall.runtime.stop();
  disk.remove();
});

/** Commits happen at the end of a turn of the event loop. */
const settled = async (): Promise<void> => {
  for (let turns = 0; turns < 5; turns += 1) await new Promise((resolve) => setImmediate(resolve));
};
const businessDay = () => hall.runtime.state().day?.businessDay;

describe('keeping the days of a running hall', () => {
  it('rolls over at every cut-over, at its very instant', async () => {
    const kept = { config: CONFIG, runtime: hall.runtime, opensItself: true };
    const stop = await keepDays(kept, hall.clock, log);
    expect(businessDay()).toBe('2026-11-23');
    hall.clock.advanceTo(CUT_OVER - 1);
    await settled();
    expect(businessDay()).toBe('2026-11-23');
    hall.clock.advanceTo(CUT_OVER);
    await settled();
    expect([businessDay(), hall.runtime.head().at]).toEqual(['2026-11-24', CUT_OVER]);
    hall.clock.advanceTo(CUT_OVER + 86_400_000);
    await settled();
    expect(businessDay()).toBe('2026-11-25');
    stop();
    hall.clock.advanceTo(CUT_OVER + 3 * 86_400_000);
    await settled();
    expect([businessDay(), errors]).toEqual(['2026-11-25', []]);
  });

  it('tries again when the hall could not write', async () => {
    const clock = controlledClock(EVENING);
    const runtime = { ...hall.runtime };
    await hall.runtime.stop();
    const stop = await keepDays({ config: CONFIG, runtime, opensItself: true }, clock, log);
    expect(errors).toHaveLength(1);
    hall = openTestHall(disk.folder, EVENING);
    Object.assign(runtime, hall.runtime);
    clock.advanceTo(EVENING + 30_000);
    await settled();
    expect([businessDay(), errors.length]).toEqual(['2026-11-23', 1]);
    stop();
  });
});

describe('posted hours', () => {
  const at = (text: string): number => Date.parse(`2026-11-24T${text}+08:00`);
  const hours = {
    week: { tue: [{ from: '09:00', to: '17:00' }] },
    opensItself: true,
    closesItself: true,
  };
  const config = HallConfig.parse({ ...CONFIG, hours });
  const keep = () =>
    keepDays({ config, runtime: hall.runtime, opensItself: false }, hall.clock, log);
  const to = async (instant: number): Promise<void> => {
    // Minute by minute, so that what is done is durable before the next is due.
    while (hall.clock.now() < instant) {
      hall.clock.advanceTo(Math.min(instant, hall.clock.now() + 60_000));
      await settled();
    }
  };
  const isOpen = () => hall.runtime.state().day?.open ?? false;

  it('HOURS-8 open the day by itself when staff may issue, once', async () => {
    const stop = await keep();
    await to(at('08:54:59'));
    expect(isOpen()).toBe(false);
    await to(at('08:55:00'));
    expect([isOpen(), businessDay()]).toEqual([true, '2026-11-24']);
    expect(hall.runtime.state().day?.schedule?.issuing).toEqual([
      { fromAt: at('09:00:00'), toAt: at('17:00:00') },
    ]);
    await hall.send({ type: 'CloseDay', remaining: 'refuse' });
    await to(at('12:00:00'));
    expect(isOpen()).toBe(false);
    // The next day has no posted hours.
    await to(at('12:00:00') + 24 * 3_600_000);
    expect([isOpen(), businessDay()]).toEqual([false, '2026-11-24']);
    stop();
  });

  it('HOURS-9 close the day by itself after the closing, once nobody is left', async () => {
    const stop = await keep();
    await to(at('16:59:00'));
    await hall.send({ type: 'IssueTicket', service: 'cash', lane: 'normal' });
    await to(at('17:30:30'));
    expect(isOpen()).toBe(true);
    await hall.send({ type: 'CancelTicket', ticket: 'A001', reason: 'removed-by-staff' });
    await to(at('17:31:30'));
    expect(isOpen()).toBe(false);
    expect(errors).toEqual([]);
    stop();
  });

  it('HOURS-9 close a day that a person opened, and one that a person opened again, a quarter of an hour later', async () => {
    const byHand = HallConfig.parse({ ...CONFIG, hours: { ...hours, opensItself: false } });
    const { runtime, clock } = hall;
    const kept = { config: byHand, runtime, opensItself: false };
    const stop = await keepDays(kept, clock, log);
    await to(at('08:52:00'));
    const businessDay = BusinessDay.parse('2026-11-24');
    await hall.send({ type: 'OpenDay', businessDay, config: byHand });
    await to(at('16:59:00'));
    expect(isOpen()).toBe(true);
    await to(at('17:01:00'));
    expect(isOpen()).toBe(false);
    await to(at('20:00:00'));
    await hall.send({ type: 'OpenDay', businessDay, config: byHand });
    await to(at('20:14:00'));
    expect(isOpen()).toBe(true);
    await to(at('20:16:00'));
    expect([isOpen(), errors]).toEqual([false, []]);
    stop();
  });

  it('HOURS-9 waits for an extension to end', async () => {
    const stop = await keep();
    await to(at('16:59:00'));
    const untilAt = at('17:20:00');
    await hall.send({ type: 'ExtendIssuing', reason: 'customer-need', untilAt });
    await to(untilAt - 1);
    expect(isOpen()).toBe(true);
    await to(untilAt + 60_000);
    expect(isOpen()).toBe(false);
    stop();
  });

  describe('the next opening', () => {
    const day = (date: string, text: string): number => Date.parse(`2026-11-${date}T${text}+08:00`);
    const week = { mon: [NINE], tue: [NINE], thu: [{ from: '08:30', to: '12:00' }] };
    const posted = {
      week,
      holidays: { '2026-11-26': [], '2026-11-29': [{ from: '10:00', to: '12:00' }] },
    };
    const byHand = HallConfig.parse({ ...CONFIG, hours: posted });
    const opensAt = () => hall.runtime.state().day?.opensNextAt;
    const open = (date: string) =>
      hall.send({ type: 'OpenDay', businessDay: BusinessDay.parse(date), config: byHand });
    const start = async () => {
      const kept = { config: byHand, runtime: hall.runtime, opensItself: false };
      const stop = await keepDays(kept, hall.clock, log);
      await open('2026-11-23');
      await to(hall.clock.now() + 1_000);
      return stop;
    };

    it('HOURS-13 follows the week and the special days', async () => {
      const stop = await start();
      expect(opensAt()).toBe(day('24', '09:00'));
      await to(day('24', '08:30'));
      await open('2026-11-24');
      await to(hall.clock.now() + 1_000);
      // Wednesday has no hours, Thursday is closed this week, Sunday is open for once.
      expect(opensAt()).toBe(day('29', '10:00'));
      stop();
    });

    it('HOURS-13 is kept through the night, says nothing while somebody is late, and then the day after', async () => {
      const stop = await start();
      await hall.send({ type: 'CloseDay', remaining: 'refuse' });
      await to(day('24', '08:59'));
      expect(opensAt()).toBe(day('24', '09:00'));
      await to(day('24', '09:01'));
      expect(opensAt()).toBeUndefined();
      await to(day('24', '17:01'));
      expect(opensAt()).toBe(day('29', '10:00'));
      stop();
    });

    it('HOURS-13 follows a planned change, and its withdrawal', async () => {
      const stop = await start();
      const later = { ...posted, week: { ...week, tue: [{ from: '11:00', to: '17:00' }] } };
      const config = HallConfig.parse({ ...byHand, hours: later });
      await hall.send({ type: 'ChangeConfiguration', config, when: 'next-day', basedOn: 1 });
      await to(hall.clock.now() + 1_000);
      expect(opensAt()).toBe(day('24', '11:00'));
      await hall.send({ type: 'WithdrawConfigurationPlan', basedOn: 2 });
      await to(hall.clock.now() + 1_000);
      expect(opensAt()).toBe(day('24', '09:00'));
      stop();
    });

    it('HOURS-13 is not known where no hours are posted, or none for a month', async () => {
      const none = HallConfig.parse({ ...byHand, hours: { week: {} } });
      for (const config of [CONFIG, none]) {
        const state = hall.runtime.state();
        expect(nextOpening(state, config, hall.clock.now())).toEqual({
          opensAt: null,
          lookAt: null,
        });
      }
      const stop = await start();
      const { day: opened } = hall.runtime.state();
      const state = opened && { ...hall.runtime.state(), day: { ...opened, config: none } };
      expect(state && nextOpening(state, none, hall.clock.now()).opensAt).toBeNull();
      stop();
    });
  });
});
