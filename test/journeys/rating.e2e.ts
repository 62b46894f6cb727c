/** The pad at a counter, from one customer to the next, against the real server. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { badTargets, cutTexts, lettersOf } from './geometry.ts';
import { pressAt } from './keyboard.ts';
import { axeViolations, type Caller, type Rig, startRig } from './rig.ts';

const HALL = 'kiosk';
const SUPERVISOR: Caller = { role: 'supervisor', staff: 's01' };
const TELLER: Caller = { role: 'teller', staff: 't01' };
const WIDE = { width: 1280, height: 800 };
const SIZES = [{ width: 800, height: 1280 }, { width: 1024, height: 600 }, WIDE];
/** A panel of 10 inches. Units: mm. */
const DIAGONAL_MM = 254;
/** Source: ACC-01, ACC-02. Units: mm. */
const CAPITAL_MM = 7.4;
const TARGET_MM = 20;
const GAP_MM = 3;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig('rating');
  await rig.post(`${HALL}/day/open`, {}, SUPERVISOR);
  await rig.post(`${HALL}/counters/1/open`, { staff: 't01' }, TELLER);
});
afterEach(async () => rig.closePages());
afterAll(async () => rig.close());

const at = (page: Page, screen: string) => page.locator(`[data-screen-name="${screen}"]`).waitFor();

/** A customer of counter 1 from the call to the end. */
const serve = async (): Promise<void> => {
  await rig.post(`${HALL}/tickets`, { service: 'cash' }, { role: 'kiosk' });
  const { ticket } = await rig.post(`${HALL}/counters/1/call-next`, {}, TELLER);
  const { number } = ticket as { number: string };
  await rig.post(`${HALL}/tickets/${number}/finish`, { counter: '1' }, TELLER);
};

/** Nothing small, near, cut or scrolled. Source: ACC-01, ACC-02. */
const measure = async (page: Page, targets: boolean): Promise<void> => {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const pxPerMm = Math.hypot(size.width, size.height) / DIAGONAL_MM;
    const told = `${size.width} × ${size.height}`;
    const least = { size: TARGET_MM * pxPerMm, gap: GAP_MM * pxPerMm };
    if (targets) expect(await badTargets(page, least), told).toEqual([]);
    expect(await cutTexts(page), told).toEqual([]);
    const small = (await lettersOf(page)).filter(
      ({ capital }) => capital < CAPITAL_MM * pxPerMm - 0.5,
    );
    expect(small, told).toEqual([]);
  }
  expect(await axeViolations(page)).toEqual([]);
};

const ratingsAt1 = async (): Promise<unknown> => {
  const { counters } = await rig.get(`${HALL}/statistics`, SUPERVISOR);
  return (counters as Record<string, { ratings: unknown }>)['1']?.ratings;
};

describe('a pad', () => {
  it('RATE-1, RATE-2 asks by itself, takes one vote, thanks, and keeps nothing of the customer', async () => {
    const page = await rig.open({ path: `/rating/?hall=${HALL}&counter=1`, ...WIDE });
    await at(page, 'idle');
    await measure(page, false);
    await serve();
    await at(page, 'asking');
    await measure(page, true);
    await page.getByTestId('language-en').click();
    await page.getByText('How was our service?').waitFor();
    await measure(page, true);
    await pressAt(page, '[data-testid="score-4"]');
    await at(page, 'thanks');
    expect(await page.getByText('Thank you').count()).toBe(1);
    await at(page, 'idle');
    await page.getByText('欢迎光临').waitFor();
    const again = rig.post(`${HALL}/counters/1/rating`, { askedAt: 1, score: 1 }, { role: 'pad' });
    await expect(again).rejects.toThrow('rating-closed');
    expect(await ratingsAt1()).toEqual({ asked: 1, answered: 1, scoreSum: 4 });
  });

  it('FEED-4, RATE-3 asks nobody while it is cut off, and goes on by itself', async () => {
    const page = await rig.open({ path: `/rating/?hall=${HALL}&counter=1`, ...WIDE });
    await at(page, 'idle');
    await page.context().setOffline(true);
    await at(page, 'offline');
    await measure(page, false);
    await serve();
    await page.context().setOffline(false);
    await at(page, 'asking');
    await page.getByTestId('score-2').click();
    await at(page, 'thanks');
    await serve();
    await at(page, 'asking');
  });

  it('RATE-4 asks which counter it stands at', async () => {
    const page = await rig.open({ path: `/rating/?hall=${HALL}&counter=99`, ...WIDE });
    await at(page, 'pairing');
    await measure(page, true);
    await page.getByTestId('counter-2').click();
    await at(page, 'idle');
    expect(new URL(page.url()).searchParams.get('counter')).toBe('2');
  });
});
