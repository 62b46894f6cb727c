/**
 * From the moment at which paper ends to the word that a kiosk acts on, in a time of its own: the device, the driver and the
 * timing as they are, and a printer that takes its time to answer. What the kiosk makes of that word is its model's
 * (kiosk/src/model/paper.test.ts), and the way of it through feed and page is held by test/journeys/paper.e2e.ts.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEVICE_TIMING, type DeviceState, type DeviceTiming, openDevice } from '../device.ts';
import { sparingNews } from '../sparing-news.ts';
import { rigLine } from '../testing/rig-line.ts';
import { printerDriver } from './printer-driver.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Nearly all answer at once; this one is slow. Units: ms. */
const ANSWERS_AFTER_MS = 100;
/** Of DEV-2. Feed and page take a few hundredths of it. Units: ms. */
const TWO_SECONDS = 2_000;

/** After the manuals: `DLE EOT n`, answered by a byte whose fixed bits are 0x12. */
const printerOn = (isPaperOut: () => boolean) =>
  rigLine(({ say }) => (bytes) => {
    const [dle, eot, of] = bytes;
    if (dle !== 0x10 || eot !== 0x04 || bytes.length !== 3) return;
    setTimeout(() => {
      const bits = { 1: 0x08, 2: 0x20, 4: 0x60 }[of ?? 0] ?? 0;
      say(Uint8Array.of(0x12 | (isPaperOut() ? bits : 0)));
    }, ANSWERS_AFTER_MS);
  });

/** When staff and kiosk are told of a paper end so long after the start. Units: ms after it. */
const toldAfter = async (endsAtMs: number, timing: DeviceTiming): Promise<number> => {
  let isOut = false;
  let toldAt = Number.NaN;
  const news = sparingNews((state: DeviceState) => {
    if (state.troubles.includes('paper-out')) toldAt = performance.now();
  });
  const device = openDevice({
    open: printerOn(() => isOut).open,
    ...{ driver: printerDriver('status'), timing, onState: news.change },
  });
  await vi.advanceTimersByTimeAsync(endsAtMs);
  isOut = true;
  const endedAt = performance.now();
  await vi.advanceTimersByTimeAsync(10_000);
  await Promise.all([device.stop(), vi.advanceTimersByTimeAsync(2_000)]);
  news.stop();
  return toldAt - endedAt;
};

/** At every moment of a heartbeat. */
const slowest = async (timing: DeviceTiming): Promise<number> => {
  const all: number[] = [];
  for (let at = 5_000; at < 6_000; at += 50) all.push(await toldAfter(at, timing));
  return Math.max(...all);
};

describe('a paper end', () => {
  it('DEV-2 is told within two seconds, at whatever moment of a heartbeat it comes', async () => {
    expect(await slowest(DEVICE_TIMING)).toBeLessThan(TWO_SECONDS - 300);
  });

  it('DEV-2 is not, where the printer is asked every three seconds', async () => {
    expect(await slowest({ ...DEVICE_TIMING, heartbeatMs: 3_000 })).toBeGreaterThan(TWO_SECONDS);
  });
});
