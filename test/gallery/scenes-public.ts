/**
 * What customers see beside the ordinary: panels as most halls have them, what a hall tells beside its calls, a call of
 * this moment, a number taken by phone, and what a browser prints.
 */
import type { Page } from 'playwright-core';
import type { Rig } from '../journeys/rig.ts';
import { CLOSED, call, FULL, issue, MOVING, onTicket, RATES, STOPPED } from './gallery-halls.ts';
import { CUSTOMERS, type Scene, touch } from './scene.ts';
import { board, kiosk, LARGE_PANEL, PHONE, shows, strip, zone } from './scenes-customers.ts';

type Prepare = (page: Page) => Promise<void>;

const large = (state: string, hall: string, prepare?: Prepare): Scene => ({
  ...kiosk(`large-panel-${state}`, hall, prepare, '&inches=21.5'),
  sizes: LARGE_PANEL,
});
const LARGE_SCENES: readonly Scene[] = [
  large('full', FULL),
  large('elder', FULL, (page) => touch(page, 'large')),
  large('lanes', FULL, (page) => touch(page, 'service-cash')),
  large('ticket', FULL, async (page) => {
    await touch(page, 'service-cash', 'lane-normal');
    await shows(page, 'ticket');
  }),
  large('ticket-elder', FULL, async (page) => {
    await touch(page, 'large', 'service-cash', 'lane-elderly');
    await shows(page, 'ticket');
  }),
  large('i-am-here', FULL, (page) => touch(page, 'entry')),
  large('stopped', STOPPED),
  large('closed', CLOSED),
];

/** Pages of a board take turns by the clock. */
const turned =
  (selector: string): Prepare =>
  (page) =>
    page.locator(selector).waitFor({ timeout: 90_000 });
const TOLD_SCENES: readonly Scene[] = [
  { ...board('rates', RATES), prepare: turned('[data-testid="table"]') },
  { ...board('notice', RATES), prepare: turned('[data-testid="told"]') },
];

/** The highlight of a call is over after some seconds: each picture has one of its own. */
const calledScenes = (rig: Rig): readonly Scene[] => {
  let number = '';
  const calling: Prepare = async (page) => {
    if (number !== '') await onTicket(rig, MOVING, number, 'finish', 6);
    await issue(rig, MOVING);
    number = await call(rig, MOVING, 6);
    // The calls of the pictures before keep their places for some seconds.
    await page.locator('[data-lit]').first().waitFor();
  };
  return [
    { ...board('called', MOVING), prepare: calling },
    { ...zone('zone-called', MOVING, '4,5,6'), prepare: calling },
    { ...strip('strip-calling', MOVING, 6), prepare: calling },
  ];
};

/** From the code on the board to what it takes. */
const code = async (page: Page): Promise<void> => {
  const presence = await page.evaluate(async (hall) => {
    const headers = { 'Tingxu-Role': 'board' };
    const answer = await fetch(`/api/v1/halls/${hall}/presence`, { headers });
    return (await answer.json()).code as string;
  }, RATES);
  await page.locator('input[name="code"]').fill(presence);
  await page.keyboard.press('Enter');
  await page.getByTestId('take-cash').waitFor();
};
const phoneScenes = async (rig: Rig): Promise<readonly Scene[]> => {
  const phone = { screen: 'phone', sizes: PHONE, locales: CUSTOMERS } as const;
  const take = (state: string, prepare?: Prepare): Scene => ({
    ...{ ...phone, state, path: `/t/?hall=${RATES}&locale={lang}`, ready: 'input[name="code"]' },
    ...(prepare && { prepare }),
  });
  const { link } = await issue(rig, RATES);
  return [
    { ...phone, state: 'next', path: `/t/?locale={lang}#${link}` },
    take('take-code'),
    take('take-services', code),
    take('take-confirm', async (page) => {
      await code(page);
      await touch(page, 'take-cash');
      await page.locator('h2').waitFor();
    }),
  ];
};

/** What a browser prints for a printer that understands nothing but pages. */
const SHEET: Scene = {
  ...{ screen: 'kiosk', state: 'paper-sheet', sizes: [{ width: 420, height: 1600 }] },
  ...{ locales: CUSTOMERS, path: `/kiosk/?hall=${MOVING}&printer=browser-80&lang={lang}` },
  prepare: async (page) => {
    await page.evaluate(() => {
      window.print = () => dispatchEvent(new Event('beforeprint'));
    });
    await touch(page, 'service-cash', 'lane-normal');
    await page.locator('.sheet').waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
  },
};

export const publicScenes = async (rig: Rig): Promise<readonly Scene[]> => [
  ...LARGE_SCENES,
  ...TOLD_SCENES,
  ...calledScenes(rig),
  ...(await phoneScenes(rig)),
  SHEET,
];
