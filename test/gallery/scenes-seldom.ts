/** What comes seldom: broken promises, calls that are not spoken, refusals, devices, signing in by the bank's own provider. */
import type { Page } from 'playwright-core';
import { GROUPED, LATE, MOVING, VISITS } from './gallery-halls.ts';
import { CUSTOMERS, type Scene, touch } from './scene.ts';
import {
  admin,
  counter,
  desk,
  hand,
  key,
  lobby,
  monitor,
  type Prepare,
  supervisor,
  WALL,
  type Where,
} from './scenes-staff.ts';

const dialog = (page: Page) => page.locator('dialog[open]').waitFor();

/** A promise of a minute is broken a minute after the start. */
const late: Prepare = async (page) => {
  await page.locator('[data-tone="over"]').first().waitFor({ timeout: 90_000 });
};

const LATE_SCENES: readonly Scene[] = [
  supervisor('late', monitor(LATE), late),
  { ...supervisor('wall-late', monitor(LATE, '&wall'), late), sizes: [WALL] },
  supervisor('voice', monitor(LATE), async (page) => {
    await page.getByTestId('voice').click();
    await dialog(page);
  }),
  counter('late', desk(LATE, 2)),
  lobby('late', hand(LATE), late),
  lobby('late-ticket', hand(LATE), async (page) => {
    await page.locator('[data-ticket]').first().click();
    await dialog(page);
  }),
];

/** A lobby manager has no counter to take. */
const REFUSED: Scene = counter('hand-over-refused', desk(MOVING, 4), async (page) => {
  await key('o')(page);
  await dialog(page);
  await page.keyboard.type('l01');
  await page.keyboard.press('Enter');
  await page.locator('dialog[open] [aria-invalid="true"]').waitFor();
});

const asAdmin = (hall: string, place: string): Where => ({
  ...{ path: `/admin/?hall=${hall}#/${place}`, as: 'a01' },
});
const shown =
  (selector: string): Prepare =>
  (page) =>
    page.locator(selector).first().waitFor();
const ADMIN_SCENES: readonly Scene[] = [
  admin('staff', asAdmin(VISITS, 'staff'), shown('table'), 'main'),
  admin(
    'devices-fixed',
    asAdmin(VISITS, 'devices'),
    async (page) => {
      await page.getByTestId('test-printer-1').scrollIntoViewIfNeeded();
    },
    'main',
  ),
  admin('hours-posted', asAdmin(LATE, 'hours'), shown('[data-page="hours"]'), 'main'),
  admin('voice-on', asAdmin(LATE, 'voice'), shown('[data-page="voice"]'), 'main'),
  admin('notices-some', asAdmin(GROUPED, 'notices'), shown('[data-page="notices"]'), 'main'),
];

/** A browser that is asked to print: it does, or nothing comes of it. */
const printing = (prints: boolean) => (page: Page) =>
  page.evaluate((does) => {
    window.print = () => {
      if (!does) return;
      dispatchEvent(new Event('beforeprint'));
      dispatchEvent(new Event('afterprint'));
    };
  }, prints);
const paper = (state: string, prints: boolean): Scene => ({
  ...{ screen: 'kiosk', state, sizes: [{ width: 1280, height: 800 }], locales: CUSTOMERS },
  path: `/kiosk/?hall=${MOVING}&printer=browser-80&lang={lang}`,
  prepare: async (page) => {
    await printing(prints)(page);
    await touch(page, 'service-transfer', 'lane-normal');
    await page.locator('[data-screen-name="ticket"]:not([data-settling])').waitFor();
    // Half a minute is not waited for by anybody.
    await page.waitForTimeout(prints ? 500 : 2_500);
  },
});
const PAPER_SCENES: readonly Scene[] = [paper('paper-printed', true), paper('paper-none', false)];

const SIGN_ON_SCENES: readonly Scene[] = [
  ['sign-on', ''],
  ['sign-on-refused', '&sign-on=refused'],
].map(([state = '', more = '']) => ({
  ...counter(state, { path: `/counter/?hall=${MOVING}&counter=1${more}` }, shown('h1'), 'h1'),
  branded: true,
}));

export const SELDOM_SCENES: readonly Scene[] = [
  ...LATE_SCENES,
  REFUSED,
  ...ADMIN_SCENES,
  ...PAPER_SCENES,
  ...SIGN_ON_SCENES,
];
