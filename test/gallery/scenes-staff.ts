/** What staff see: counter, lobby, supervisor, admin. */
import type { Page } from 'playwright-core';
import { CLOSED, EMPTY, ESCORT, FULL, MOVING, STOPPED } from './gallery-halls.ts';
import { type Scene, type Size, staffLocales } from './scene.ts';

export const DESK = { width: 1366, height: 768 };
export const WALL = { width: 1920, height: 1080 };
export const PHONE = { width: 390, height: 844 };
export const TABLET = { width: 820, height: 1180 };
export const DOCKED = { width: 400, height: 768 };

export type Prepare = (page: Page) => Promise<void>;
/** An address, and who is signed in there. */
export type Where = Pick<Scene, 'path' | 'as'>;
export const scene =
  (screen: Scene['screen'], sizes: readonly Size[]) =>
  (state: string, where: Where, prepare?: Prepare, ready?: string): Scene => ({
    ...{ screen, state, ...where, sizes, locales: staffLocales(screen, state) },
    ...(prepare && { prepare }),
    ...(ready !== undefined && { ready }),
  });

export const counter = scene('counter', [DESK, DOCKED]);
export const desk = (hall: string, id: number): Where => ({
  ...{ path: `/counter/?hall=${hall}&counter=${id}`, as: `t${id}` },
});
export const key =
  (...keys: readonly string[]): Prepare =>
  async (page) => {
    await page.locator('[data-testid="main"]:not([aria-busy])').waitFor();
    for (const one of keys) await page.keyboard.press(one);
  };

/** Comes after the first picture, to whoever is new. */
const newcomer = (scene: Scene): Scene => ({
  ...scene,
  firstTime: true,
  prepare: (page) => page.getByTestId('guide').waitFor(),
});

const COUNTER_SCENES: readonly Scene[] = [
  counter('sign-in', { path: `/counter/?hall=${FULL}` }, undefined, 'h1'),
  counter('closed', desk(EMPTY, 2)),
  counter('idle-nobody', desk(EMPTY, 1)),
  counter('serving-full', desk(FULL, 1)),
  counter('calling-full', desk(FULL, 3)),
  counter('paused-full', desk(FULL, 10)),
  counter('help-called', desk(FULL, 4)),
  counter('demo', { path: '/counter/?hall=demo&counter=2', as: 't02' }),
  newcomer(counter('first-steps', desk(EMPTY, 1))),
  counter('keys', desk(FULL, 2), key('?')),
  counter('more', desk(FULL, 2), key('g')),
  counter('transfer', desk(FULL, 2), key('t')),
  counter('leaving', desk(FULL, 2), async (page) => {
    await page.getByTestId('sign-out').click();
    await page.locator('[data-option="anyway"]').waitFor();
  }),
  counter('referral', desk(FULL, 2), async (page) => {
    await key('n')(page);
    await page.locator('dialog[open] ol button').last().click();
  }),
];

export const lobby = scene('lobby', [PHONE]);
export const hand = (hall: string): Where => ({ path: `/lobby/?hall=${hall}`, as: 'l01' });
export const tab =
  (name: string): Prepare =>
  async (page) => {
    await page.getByTestId(name).click();
  };
const LOBBY_SCENES: readonly Scene[] = [
  lobby('people-empty', hand(EMPTY)),
  newcomer(lobby('first-steps', hand(EMPTY))),
  lobby('people-full', hand(FULL)),
  lobby('tasks', hand(FULL), tab('tab-tasks')),
  lobby('escort', hand(ESCORT), tab('tab-tasks')),
  lobby('find', hand(FULL), tab('tab-find')),
  lobby('issue', hand(FULL), tab('tab-issue')),
  lobby('issue-stopped', hand(STOPPED), tab('tab-issue')),
  lobby('call', hand(FULL), async (page) => {
    await page.locator('[data-ticket]').first().click();
    await page.getByTestId('do-call').click();
  }),
  lobby('ticket', hand(FULL), async (page) => {
    await page.locator('[data-ticket]').first().click();
  }),
];

export const supervisor = scene('supervisor', [DESK, WALL, PHONE]);
const wall = scene('supervisor', [WALL]);
export const monitor = (hall: string, more = ''): Where => ({
  ...{ path: `/supervisor/?hall=${hall}${more}`, as: 's01' },
});
const SUPERVISOR_SCENES: readonly Scene[] = [
  supervisor('empty', monitor(EMPTY)),
  newcomer(supervisor('first-steps', monitor(EMPTY))),
  supervisor('full', monitor(FULL)),
  supervisor('demo', monitor('demo')),
  supervisor('stopped', monitor(STOPPED)),
  supervisor('not-open', monitor(CLOSED)),
  supervisor('issuing', monitor(EMPTY), tab('turn-issuing')),
  wall('wall-full', monitor(FULL, '&wall')),
  wall('wall-demo', monitor('demo', '&wall')),
];

/** Who is expected, and what can be booked; times that are over in the gallery's own hour are folded. */
export const bookings = scene('supervisor', [DESK, PHONE]);
export const bookedDay: Prepare = async (page) => {
  await page.locator('[data-page="bookings"] [data-booking]').first().waitFor();
};
const BOOKING_SCENES: readonly Scene[] = [
  bookings('bookings', monitor(MOVING, '#/bookings'), bookedDay),
  bookings('bookings-make', monitor(MOVING, '#/bookings'), async (page) => {
    await bookedDay(page);
    await page.locator('button[data-slot]').first().click();
    await page.getByTestId('take-slot').waitFor();
  }),
];

export const admin = scene('admin', [DESK, TABLET]);
const ADMIN_PAGES = [
  ...['overview', 'services', 'lanes', 'counters', 'hours', 'bookings', 'notices'],
  ...['calling', 'conduct', 'voice', 'texts', 'files'],
] as const;
const ADMIN_SCENES: readonly Scene[] = ADMIN_PAGES.map((name) =>
  admin(
    name,
    { path: `/admin/?hall=${EMPTY}#/${name}`, as: 's01' },
    async (page) => {
      await page.locator(`[data-page="${name}"]`).waitFor();
    },
    'main',
  ),
);

/** What an auditor sees of it. */
const AUDIT_SCENES: readonly Scene[] = (
  [
    ['read-only', 'lanes', EMPTY],
    ['trail', 'trail', FULL],
  ] as const
).map(([state, name, hall]) =>
  admin(
    state,
    { path: `/admin/?hall=${hall}#/${name}`, as: 'u1' },
    async (page) => {
      await page.locator(`[data-page="${name}"]`).waitFor();
    },
    'main',
  ),
);

const ADMIN_FIRST = newcomer(
  admin('first-steps', { path: `/admin/?hall=${EMPTY}`, as: 's01' }, undefined, 'main'),
);

/** The bank's colours on what staff work with. */
const BRANDED_SCENES: readonly Scene[] = [
  { ...counter('branded', desk(FULL, 1)), branded: true },
  { ...supervisor('branded', monitor(FULL)), branded: true },
];

export const STAFF_SCENES: readonly Scene[] = [
  ...COUNTER_SCENES,
  ...LOBBY_SCENES,
  ...SUPERVISOR_SCENES,
  ...BOOKING_SCENES,
  ...ADMIN_SCENES,
  ...AUDIT_SCENES,
  ADMIN_FIRST,
  ...BRANDED_SCENES,
];
