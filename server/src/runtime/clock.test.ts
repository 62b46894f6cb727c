import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { controlledClock } from './clock.ts';
import { steadyClock } from './steady-clock.ts';
import { SYSTEM_MACHINE } from './system-machine.ts';

describe('controlled clock', () => {
  it('runs what falls due in order, each at its own instant', () => {
    const clock = controlledClock(1_000);
    const ran: string[] = [];
    const note = (name: string) => () => void ran.push(`${name}@${clock.now()}`);
    clock.schedule(3_000, note('c'));
    clock.schedule(2_000, note('a'));
    clock.schedule(2_000, note('b'));
    clock.schedule(4_001, note('late'));
    clock.schedule(2_500, note('cancelled'))();
    clock.schedule(500, note('overdue'));
    expect(ran).toEqual([]);
    clock.advanceTo(4_000);
    expect(ran).toEqual(['overdue@1000', 'a@2000', 'b@2000', 'c@3000']);
    expect(clock.now()).toBe(4_000);
  });

  it('runs what is scheduled on the way', () => {
    const clock = controlledClock(0);
    const ran: number[] = [];
    const again = () => {
      ran.push(clock.now());
      clock.schedule(clock.now() + 10, again);
    };
    clock.schedule(10, again);
    clock.advanceTo(35);
    expect(ran).toEqual([10, 20, 30]);
  });

  it('never advances backwards', () => {
    const clock = controlledClock(1_000);
    clock.advanceTo(900);
    expect([clock.now(), clock.steps(), clock.aheadMs()]).toEqual([1_000, [], 0]);
  });
});

describe('the clock of this machine', () => {
  it('runs at the instant or later, never inside the call, and not when called off', async () => {
    const clock = steadyClock(SYSTEM_MACHINE, () => false);
    const ran: number[] = [];
    const at = clock.now() + 20;
    clock.schedule(at, () => ran.push(clock.now()));
    clock.schedule(clock.now() - 1_000, () => ran.push(0));
    clock.schedule(at, () => ran.push(-1))();
    expect(ran).toEqual([]);
    while (ran.length < 2) await wait(5);
    expect(ran[0]).toBe(0);
    expect(ran[1]).toBeGreaterThanOrEqual(at);
    await wait(20);
    expect(ran).toHaveLength(2);
  });
});
