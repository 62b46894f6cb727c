import { describe, expect, it } from 'vitest';
import { controlledClock } from './clock.ts';
import { stampOf } from './stamp.ts';
import { steadyClock } from './steady-clock.ts';
import { controlledMachine } from './testing/machine.ts';

describe('stamp', () => {
  it('TIME-1 never lies before the last event', () => {
    const clock = controlledClock(5_000);
    expect(stampOf(clock, 0, 4_000).at).toBe(5_000);
    expect(stampOf(clock, 0, 6_000)).toEqual({ at: 6_000, steps: [], stepsTold: 0 });
  });

  it('TIME-3 tells the steps that the journal does not have yet, each once', () => {
    const machine = controlledMachine(1_000_000);
    const clock = steadyClock(machine, () => false);
    machine.step(5_000);
    machine.advance(1_000);
    const first = stampOf(clock, 0, 0);
    expect(first).toEqual({
      at: 1_001_000,
      steps: [{ type: 'ClockStepped', fromAt: 1_001_000, toAt: 1_006_000 }],
      stepsTold: 1,
    });
    expect(stampOf(clock, first.stepsTold, 0).steps).toEqual([]);
    machine.step(-9_000);
    expect(stampOf(clock, first.stepsTold, 0)).toMatchObject({
      steps: [{ type: 'ClockStepped', toAt: 997_000 }],
      stepsTold: 2,
    });
  });
});
