/**
 * The hall board in the real browser, with forty counters busy.
 * `npm run measure:board [-- --calls 200]`: from the teller's key (the command leaves) to the drawn call.
 * `npm run measure:board -- --day [--calls 28800]`: what the page holds after the calls of a long day, as
 * fast as the hall can make them. Source: quality.md RT-06, RT-12.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { call, issue, onTicket, openCounter, SUPERVISOR } from '../gallery/gallery-halls.ts';
import { publicHall } from '../journeys/public-halls.ts';
import { type Rig, startRigWith } from '../journeys/rig.ts';
import { type Held, heldBy } from './held.ts';
import { type SeenCalls, watchCalls } from './seen-calls.ts';

const { values } = parseArgs({
  options: { calls: { type: 'string' }, day: { type: 'boolean', default: false } },
});

const HALL = 'busy';
const COUNTERS = 40;
const WAITING = 100;
/** Forty calls a minute: every counter has the next customer each minute. Units: ms. */
const PACE_MS = 1_500;
/** Twenty calls a minute, day and night. */
const LONG_DAY = 28_800;
/** What is older is not announced by a board that comes new. Units: ms. */
const NEWS_MS = 31_000;
/** Wanted at most. Units: ms. Source: RT-06. */
const SHOWN_MS = 300;
const FULL_HD = { width: 1920, height: 1080 };
const BOARD = { path: `/board/?hall=${HALL}&lang=zh-CN&quiet=1`, ...FULL_HD };

const working = Array.from({ length: COUNTERS }, (_, index) => index + 1);

/** The customer of a counter goes, the next is called. Units: epoch ms. */
type Called = { readonly number: string; readonly sentAt: number };
const atCounter = new Map<number, string>();
const nextAt = async (rig: Rig, counter: number): Promise<Called> => {
  const before = atCounter.get(counter);
  if (before !== undefined) {
    await onTicket(rig, HALL, before, 'start', counter);
    await onTicket(rig, HALL, before, 'finish', counter);
    await issue(rig, HALL);
  }
  const sentAt = Date.now();
  const number = await call(rig, HALL, counter);
  atCounter.set(counter, number);
  return { number, sentAt };
};

/** Every counter serves somebody, and many wait. */
const fill = async (rig: Rig): Promise<void> => {
  await rig.post(`${HALL}/day/open`, {}, SUPERVISOR);
  for (let count = 0; count < COUNTERS + WAITING; count += 1) await issue(rig, HALL);
  for (const counter of working) {
    await openCounter(rig, HALL, counter);
    await nextAt(rig, counter);
  }
};

const delays = (called: readonly Called[], seen: SeenCalls): number[] =>
  called.map(({ number, sentAt }) => (seen.get(number) ?? Number.POSITIVE_INFINITY) - sentAt);

const share = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

const measure = async (rig: Rig, calls: number, busyMs = 0): Promise<number> => {
  const page = await rig.open(BOARD);
  const seen = await watchCalls(page, busyMs);
  const called: Called[] = [];
  for (let count = 0; count < calls; count += 1) {
    called.push(await nextAt(rig, working[count % working.length] ?? 1));
    await pause(PACE_MS);
  }
  const sorted = delays(called, seen).sort((a, b) => a - b);
  const [p50, p99, max] = [share(sorted, 0.5), share(sorted, 0.99), share(sorted, 1)];
  const what = busyMs > 0 ? `control, busy for ${busyMs} ms` : `${COUNTERS} counters`;
  console.log(`${what}: ${calls} calls, key → drawn p50 ${p50} ms, p99 ${p99} ms, max ${max} ms`);
  await page.context().close();
  return p99;
};

const told = ({ heapMb, nodes, listeners }: Held): string =>
  `${heapMb.toFixed(1)} MB, ${nodes} nodes, ${listeners} listeners`;

const longDay = async (rig: Rig, page: Page, calls: number): Promise<boolean> => {
  const held = await heldBy(page);
  const warm = Math.max(100, Math.round(calls / 20));
  let start: Held | null = null;
  for (let count = 0; count < calls; ) {
    await Promise.all(working.map((counter) => nextAt(rig, counter)));
    count += working.length;
    if (!start && count >= warm) {
      start = await held();
      console.log(`warm after ${count} calls: ${told(start)}`);
    } else if (count % (working.length * 50) === 0) console.log(`${count}: ${told(await held())}`);
  }
  // The last calls leave the light, and a browser lets go in its own time.
  await pause(15_000);
  const end = await held();
  console.log(`after ${calls} calls: ${told(end)}`);
  return start !== null && end.heapMb - start.heapMb <= 5 && end.nodes - start.nodes <= 50;
};

const rig = await startRigWith(
  [publicHall(HALL, { services: 8, counters: COUNTERS })],
  ['display-board'],
);
try {
  await fill(rig);
  // The calls of the beginning are no news to a board that comes now.
  await pause(NEWS_MS);
  if (values.day) {
    const page = await rig.open(BOARD);
    const good = await longDay(rig, page, Number(values.calls ?? LONG_DAY));
    console.log(good ? 'it does not grow' : 'IT GROWS');
    process.exitCode = good ? 0 : 1;
  } else {
    const p99 = await measure(rig, Number(values.calls ?? 200));
    const control = await measure(rig, 10, SHOWN_MS);
    if (control <= SHOWN_MS) throw new Error('the control was not found');
    process.exitCode = p99 <= SHOWN_MS ? 0 : 1;
  }
} finally {
  await rig.close();
}
