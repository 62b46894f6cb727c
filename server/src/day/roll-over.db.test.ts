import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { controlledClock } from '../runtime/clock.ts';
import {
  CONFIG,
  openTestHall,
  type TestHall,
  temporaryFolder,
} from '../runtime/testing/hall-fixture.ts';
import { keepDays } from './roll-over.ts';

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
