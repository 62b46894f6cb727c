/**
 * A morning rush: customers at the kiosk, three tellers with nothing but their keyboards, the board on
 * the wall, the manager's monitor. Rules: CALL-1, CALL-5, FEED-1, LANE-1, INV-01.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { press, shown, state } from './desk.ts';
import { publicHall } from './public-halls.ts';
import { type Caller, type Rig, startRigWith } from './rig.ts';

const HALL = 'rush';
const LOBBY: Caller = { role: 'lobby', staff: 'l01' };
const SUPERVISOR: Caller = { role: 'supervisor', staff: 's01' };
const COUNTERS = ['1', '2', '3'];
/** What customers touch, one after the other; the lane of important customers is given by staff. */
const TOUCHED = [
  ...['cash normal', 'cash elderly', 'card normal', 'transfer normal', 'cash normal'],
  ...['cash elderly', 'transfer normal', 'card normal', 'cash normal', 'card elderly'],
];
const VIPS = 2;

let rig: Rig;
let board: Page;
let monitor: Page;
beforeAll(async () => {
  rig = await startRigWith(
    [publicHall(HALL, { services: 4, counters: 3 })],
    ['kiosk', 'counter-client', 'display-board', 'supervisor'],
  );
  await rig.post(`${HALL}/day/open`, {}, SUPERVISOR);
  board = await rig.open({ path: `/board/?hall=${HALL}`, width: 1920, height: 1080 });
  monitor = await rig.open({
    ...{ path: `/supervisor/?hall=${HALL}`, as: 's01' },
    ...{ width: 1920, height: 1080 },
  });
});
afterAll(async () => rig.close());

const taken: string[] = [];
const called = new Map<string, readonly string[]>();

/** A whole queue, by the space bar and F, until nobody is left in it. */
const workThrough = async (counter: string): Promise<readonly string[]> => {
  const page = await rig.open({
    ...{ path: `/counter/?hall=${HALL}&counter=${counter}`, as: `t0${counter}` },
    ...{ width: 1366, height: 768 },
  });
  const numbers: string[] = [];
  await press(page, 'Space');
  await state(page, 'idle');
  while ((await page.locator('tbody [data-number]').count()) > 0) {
    await press(page, 'Space');
    // A colleague may have been quicker with the last one.
    await page
      .locator('[data-desk="calling"], [data-testid="outcome"] [data-tone]')
      .first()
      .waitFor();
    if ((await page.locator('[data-desk="calling"]').count()) === 0) continue;
    const number = (await shown(page)) ?? '';
    numbers.push(number);
    // The customer looks up, and comes.
    await board.locator(`[data-call="${number}"]`).first().waitFor();
    await press(page, 'Space');
    await state(page, 'serving');
    await press(page, 'f');
    await state(page, 'idle');
  }
  return numbers;
};

describe('a morning rush', () => {
  it('ISSUE-1 everybody has a number of their own from one kiosk, in two touches', async () => {
    const kiosk = await rig.open({ path: `/kiosk/?hall=${HALL}`, width: 1280, height: 800 });
    for (const [index, wanted] of TOUCHED.entries()) {
      const [service = '', lane = ''] = wanted.split(' ');
      await kiosk.getByTestId(`service-${service}`).click();
      await kiosk.getByTestId(`lane-${lane}`).click();
      await kiosk.locator('[data-screen-name="ticket"]:not([data-settling])').waitFor();
      taken.push((await kiosk.locator('[data-number]').getAttribute('data-number')) ?? '');
      await kiosk.getByTestId('finish').click();
      await kiosk.locator('[data-screen-name="services"]:not([data-settling])').waitFor();
      if (index % 5 !== 4) continue;
      const body = { service: 'cash', lane: 'vip' };
      const { ticket } = await rig.post(`${HALL}/tickets`, body, LOBBY);
      taken.push((ticket as { number: string }).number);
    }
    expect(new Set(taken).size).toBe(TOUCHED.length + VIPS);
  });

  it('CALL-1, FEED-1 three tellers call each of them once, side by side, and the board shows each', async () => {
    await Promise.all(
      COUNTERS.map(async (counter) => called.set(counter, await workThrough(counter))),
    );
    expect([...called.values()].flat().toSorted()).toEqual(taken.toSorted());
    for (const numbers of called.values()) expect(numbers.length).toBeGreaterThan(1);
  });

  it('CALL-9 the order was the rule’s: important customers before those who came at the same time', async () => {
    const { steps } = (
      (await rig.get(`${HALL}/tickets/V001/explanation`, SUPERVISOR)) as {
        explanation: { steps: { kind: string; counter?: string }[] };
      }
    ).explanation;
    expect(steps.map(({ kind }) => kind)).toContain('called');
    const first = [...called.values()].map(([number]) => number);
    expect(first).toContain('V001');
  });

  it('STAT-4 the monitor’s sum of the day agrees: all served, nobody left', async () => {
    await monitor.getByTestId('turn-day').click();
    const sum = monitor.getByRole('dialog').getByTestId('sum');
    await sum.getByText('两边相等').waitFor();
    await monitor.keyboard.press('Escape');
    await expect.poll(() => monitor.locator('tbody [data-number]').count()).toBe(0);
    const { lanes } = await rig.get(`${HALL}/statistics`, SUPERVISOR);
    const served = Object.values(lanes as Record<string, { ended: { served?: number } }>).map(
      ({ ended }) => ended.served ?? 0,
    );
    expect(served.reduce((sum, one) => sum + one, 0)).toBe(taken.length);
  });
});
