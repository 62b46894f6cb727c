import { describe, expect, it } from 'vitest';
import type { Clock } from './clock.ts';
import { CONFIRM_MS, type SteadyClock, steadyClock } from './steady-clock.ts';
import { type ControlledMachine, controlledMachine } from './testing/machine.ts';

const MORNING = Date.parse('2026-11-23T09:00:00+08:00');
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Rig = { readonly machine: ControlledMachine; readonly clock: SteadyClock; idle: boolean };
const rig = (startAt = MORNING): Rig => {
  const machine = controlledMachine(startAt);
  const made: Rig = { machine, clock: steadyClock(machine, () => made.idle), idle: false };
  return made;
};
/** Real time in steps of a second, at each of which the clock is asked, as the server does. */
const pass = ({ machine, clock }: Rig, ms: number): void => {
  for (let left = ms; left > 0; left -= SECOND) {
    machine.advance(Math.min(left, SECOND));
    clock.now();
  }
};
const kinds = (clock: Clock): readonly string[] => clock.steps().map(({ kind }) => kind);

const STEPS = [SECOND, -SECOND, HOUR, -HOUR, DAY, -DAY];

describe('steady clock', () => {
  it.each(STEPS)('TIME-3 measures a wait evenly over a step of the wall clock by %i ms', (step) => {
    const all = rig();
    const { machine, clock } = all;
    pass(all, MINUTE);
    const from = clock.now();
    pass(all, 7 * MINUTE);
    machine.step(step);
    pass(all, 8 * MINUTE);
    expect(Math.abs(clock.now() - from - 15 * MINUTE)).toBeLessThanOrEqual(100);
    expect(clock.aheadMs()).toBe(step);
  });

  it('TIME-1 never runs backwards, whatever the wall clock does', () => {
    const all = rig();
    let last = all.clock.now();
    for (let turn = 0; turn < 3_000; turn += 1) {
      all.machine.step([0, 0, -30, 45, -1_500, 90_000, -DAY, DAY][(turn * 7) % 8] ?? 0);
      all.machine.advance((turn * 37) % 900);
      all.idle = turn % 5 > 2;
      const now = all.clock.now();
      expect(now).toBeGreaterThanOrEqual(last);
      last = now;
    }
  });

  it('TIME-3 tells each step of more than a second once', () => {
    const all = rig();
    const { machine, clock } = all;
    pass(all, MINUTE);
    machine.step(HOUR);
    pass(all, MINUTE);
    machine.step(-500);
    pass(all, MINUTE);
    machine.step(-2 * HOUR);
    pass(all, SECOND);
    const at = MORNING + MINUTE;
    expect(clock.steps()).toEqual([
      { number: 1, kind: 'stepped', fromAt: at + SECOND, toAt: at + HOUR + SECOND },
      {
        number: 2,
        kind: 'stepped',
        fromAt: at + 2 * MINUTE + SECOND,
        toAt: at + 2 * MINUTE + SECOND - HOUR - 500,
      },
    ]);
  });

  it.each([500, -500])(
    'TIME-3 follows a wall clock that drifts by %i ppm, without a step',
    (ppm) => {
      const all = rig();
      const { machine, clock } = all;
      machine.drift(ppm);
      pass(all, 10 * HOUR);
      expect(clock.steps()).toEqual([]);
      expect(Math.abs(clock.now() - machine.wall())).toBeLessThanOrEqual(2);
    },
  );

  it('TIME-4 takes a step forward over when it has stood for ten minutes and nobody is there', () => {
    const all = rig();
    const { machine, clock } = all;
    machine.step(HOUR);
    pass(all, CONFIRM_MS + MINUTE);
    // Somebody waits all the while.
    expect(kinds(clock)).toEqual(['stepped']);
    all.idle = true;
    pass(all, SECOND);
    expect(kinds(clock)).toEqual(['stepped', 'corrected']);
    expect([clock.now(), clock.aheadMs()]).toEqual([machine.wall(), 0]);
  });

  it('TIME-4 believes no reading that is taken back, however idle the hall is', () => {
    const all = rig();
    all.idle = true;
    const { machine, clock } = all;
    machine.step(DAY);
    pass(all, CONFIRM_MS - MINUTE);
    expect(clock.now()).toBe(MORNING + CONFIRM_MS - MINUTE);
    machine.step(-DAY);
    pass(all, CONFIRM_MS + MINUTE);
    expect([clock.now(), clock.aheadMs()]).toEqual([machine.wall(), 0]);
  });

  it('TIME-4 runs at half speed behind which the wall clock was set back, and never stands still', () => {
    const all = rig();
    all.idle = true;
    const { machine, clock } = all;
    machine.step(-HOUR);
    pass(all, CONFIRM_MS);
    const from = clock.now();
    pass(all, HOUR);
    expect(Math.abs(clock.now() - from - HOUR / 2)).toBeLessThanOrEqual(SECOND);
    pass(all, HOUR + MINUTE);
    expect([clock.now(), clock.aheadMs()]).toEqual([machine.wall(), 0]);
  });

  it('counts the sleep of the machine, which has really passed', () => {
    const all = rig();
    const { machine, clock } = all;
    pass(all, MINUTE);
    machine.sleep(HOUR);
    pass(all, MINUTE);
    expect([clock.now(), clock.steps()]).toEqual([MORNING + HOUR + 2 * MINUTE, []]);
    machine.sleep(HOUR);
    machine.step(DAY);
    pass(all, MINUTE);
    expect([clock.now(), clock.aheadMs()]).toEqual([MORNING + 2 * HOUR + 3 * MINUTE, DAY]);
  });

  it('TIME-5 goes on from a journal that is ahead of the wall clock', () => {
    const all = rig();
    const { clock } = all;
    clock.notBefore(MORNING - 1);
    expect(clock.steps()).toEqual([]);
    clock.notBefore(MORNING + HOUR);
    pass(all, MINUTE);
    expect([clock.now(), clock.aheadMs()]).toEqual([MORNING + HOUR + MINUTE, -HOUR]);
    expect(clock.steps()).toEqual([
      { number: 1, kind: 'stepped', fromAt: MORNING + HOUR, toAt: MORNING },
    ]);
  });

  it.each(STEPS)('TIME-3 runs what is scheduled on time over a step by %i ms', (step) => {
    const { machine, clock } = rig();
    const ran: number[] = [];
    clock.schedule(MORNING + 20 * SECOND, () => ran.push(machine.passedMs()));
    clock.schedule(MORNING + 30 * SECOND, () => ran.push(0))();
    machine.advance(5 * SECOND);
    machine.step(step);
    machine.advance(MINUTE);
    expect(ran).toHaveLength(1);
    expect(Math.abs((ran[0] ?? 0) - 20 * SECOND)).toBeLessThanOrEqual(100);
  });

  it('never runs what is scheduled inside the call that schedules it', () => {
    const { machine, clock } = rig();
    const ran: string[] = [];
    clock.schedule(MORNING - HOUR, () => ran.push('overdue'));
    expect(ran).toEqual([]);
    machine.advance(1);
    expect(ran).toEqual(['overdue']);
  });
});
