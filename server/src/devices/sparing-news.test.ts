import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DeviceState, openDevice, reopenAfter } from './device.ts';
import { sparingNews } from './sparing-news.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MINUTE = 60_000;

/** What is told of a value that changes every 200 ms for so long, with when it was told. */
const told = async (forMs: number, news = sparingNews) => {
  const heard: { value: number; at: number }[] = [];
  const from = performance.now();
  const { change, stop } = news<number>((value) => {
    heard.push({ value, at: performance.now() - from });
  });
  let last = 0;
  for (let at = 0; at < forMs; at += 200) {
    change(at);
    last = at;
    await vi.advanceTimersByTimeAsync(200);
  }
  await vi.advanceTimersByTimeAsync(5_000);
  stop();
  return { heard, last };
};

/** The control: every change is told. */
const everyChange = <T>(tell: (value: T) => void) => ({ change: tell, stop: () => undefined });

describe('news of a device that comes and goes', () => {
  it('DEV-8 is ten changes at once, then one a second, and the newest in the end', async () => {
    const { heard, last } = await told(MINUTE);
    expect(heard.slice(0, 10).map(({ value }) => value)).toEqual([
      ...[0, 200, 400, 600, 800, 1_000, 1_200, 1_400, 1_600, 1_800],
    ]);
    // One a second, those that the first seconds earned, one at its end.
    expect(heard.length).toBeLessThanOrEqual(73);
    const gaps = heard.slice(16).map(({ at }, index) => at - (heard[15 + index]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(800);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(1_200);
    expect(heard.at(-1)?.value).toBe(last);
    expect((await told(MINUTE, everyChange)).heard).toHaveLength(300);
  });

  it('DEV-8, DEV-2 is at once again after it was quiet', async () => {
    const heard: string[] = [];
    const { change, stop } = sparingNews<string>((value) => void heard.push(value));
    for (let n = 0; n < 40; n += 1) change(`flap ${n}`);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(heard.at(-1)).toBe('flap 39');
    await vi.advanceTimersByTimeAsync(MINUTE);
    const before = heard.length;
    for (const value of ['lost', 'well']) change(value);
    expect(heard.slice(before)).toEqual(['lost', 'well']);
    stop();
  });
});

/** Of a device that answers once on each line and is gone: how often it was opened, and what was seen of it. */
const flapping = async (forMs: number, steadyMs: number) => {
  const states: DeviceState[] = [];
  let opened = 0;
  let checks = 0;
  const device = openDevice({
    open: async () => {
      opened += 1;
      checks = 0;
      return { close: () => undefined };
    },
    driver: {
      greet: async () => undefined,
      check: async () => {
        checks += 1;
        if (checks > 1) throw new Error('unplugged');
        return [];
      },
      perform: async () => ({ done: true }),
    },
    timing: { heartbeatMs: 400, openWithinMs: 1_000, reopenMs: 300, steadyMs },
    onState: (state) => void states.push(state),
  });
  await vi.advanceTimersByTimeAsync(forMs);
  await Promise.all([device.stop(), vi.advanceTimersByTimeAsync(20_000)]);
  return { opened, states };
};

describe('a device that comes and goes', () => {
  it('DEV-8 is opened again ever later, 9.6 s apart at most', async () => {
    expect([0, 1, 4, 5, 6, 7, 8, 9, 10, 99].map((flaps) => reopenAfter(flaps, 300))).toEqual([
      ...[300, 300, 300, 600, 1_200, 2_400, 4_800, 9_600, 9_600, 9_600],
    ]);
    const { opened } = await flapping(10 * MINUTE, 2_000);
    expect(opened).toBeGreaterThan(60);
    expect(opened).toBeLessThan(75);
    // Where every line counts as one that has lasted, nothing holds it back.
    expect((await flapping(10 * MINUTE, 0)).opened).toBeGreaterThan(800);
  });
});
