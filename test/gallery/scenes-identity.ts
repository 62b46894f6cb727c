/** What stands before a page: signing in and its states; a device that waits to be paired. */
import type { Page } from 'playwright-core';
import { EMPTY, FULL } from './gallery-halls.ts';
import { CUSTOMERS, type Locale, type Scene, type Size, STAFF, staffLocales } from './scene.ts';

const DESK = { width: 1366, height: 768 };
const PHONE = { width: 360, height: 640 };

type Prepare = (page: Page) => Promise<void>;
const standing =
  (kind: string, ...presses: readonly string[]): Prepare =>
  async (page) => {
    for (const press of presses) await page.locator(press).click();
    await page.locator(`[data-session="${kind}"]`).waitFor();
  };
const LOCK = '[data-testid="lock"]';
const OWN_NUMBER = '[data-staff] button:first-of-type';

type Where = Pick<Scene, 'screen' | 'path' | 'as'>;
const before = (state: string, where: Where, size: Size, prepare: Prepare): Scene => ({
  ...{ ...where, state, prepare, sizes: [size], ready: 'h1' },
  locales: staffLocales(where.screen, state),
});

const SIGN_IN_SCENES: readonly Scene[] = [
  before('sign-in', { screen: 'lobby', path: `/lobby/?hall=${EMPTY}` }, PHONE, standing('out')),
  before('sign-in', { screen: 'admin', path: `/admin/?hall=${EMPTY}` }, DESK, standing('out')),
  before(
    'locked',
    { screen: 'counter', path: `/counter/?hall=${EMPTY}&counter=1`, as: 't1' },
    ...([DESK, standing('locked', LOCK)] as const),
  ),
  before(
    'passphrase',
    { screen: 'counter', path: `/counter/?hall=${EMPTY}&counter=1`, as: 't1' },
    ...([DESK, standing('must-change', OWN_NUMBER)] as const),
  ),
  before(
    'no-right',
    { screen: 'admin', path: `/admin/?hall=${EMPTY}`, as: 't1' },
    ...([DESK, standing('no-right')] as const),
  ),
];

/** A demo takes in whatever asks: only for the picture its answer waits. */
const pairing: Prepare = async (page) => {
  const body = JSON.stringify({ state: 'waiting', device: null });
  await page.route('**/api/v1/pairing/*', (route) =>
    route.fulfill({ contentType: 'application/json', body }),
  );
  const address = new URL(page.url());
  address.searchParams.set('pair', '');
  await page.goto(address.href);
  await page.getByTestId('pairing-code').waitFor();
};
const device = (
  screen: Scene['screen'],
  path: string,
  sizes: readonly Size[],
  locales: readonly Locale[] = CUSTOMERS,
): Scene => ({ screen, state: 'pairing', path, sizes, locales, prepare: pairing });

const DEVICE_SCENES: readonly Scene[] = [
  device('kiosk', `/kiosk/?hall=${FULL}&lang={lang}`, [
    { width: 1280, height: 800 },
    { width: 1080, height: 1920 },
  ]),
  device('board', `/board/?hall=${FULL}&lang={lang}`, [
    { width: 1920, height: 1080 },
    { width: 1080, height: 1920 },
  ]),
  device('board', `/board/?hall=${FULL}&lang={lang}&layout=strip&counters=3`, [
    { width: 1920, height: 240 },
  ]),
  device('rating', `/rating/?hall=${FULL}&lang={lang}&counter=1`, [{ width: 1280, height: 800 }]),
  { ...device('counter', `/counter/?hall=${FULL}&counter=1`, [DESK], STAFF), ready: 'h1' },
  {
    ...{ screen: 'admin', state: 'devices', path: `/admin/?hall=${FULL}#/devices`, as: 'a01' },
    ...{
      sizes: [
        { width: 1280, height: 800 },
        { width: 1920, height: 1080 },
      ],
      locales: staffLocales('admin', 'devices'),
    },
    ...{ ready: '[data-testid="pair-device"]' },
  },
];

export const IDENTITY_SCENES: readonly Scene[] = [...SIGN_IN_SCENES, ...DEVICE_SCENES];
