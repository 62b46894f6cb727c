/** What staff see: counter, lobby, supervisor, admin. */
import type { Page } from 'playwright-core';
import { CLOSED, EMPTY, FULL, MOVING, STOPPED } from './gallery-halls.ts';
import { type Scene, type Size, STAFF } from './scene.ts';

const DESK = { width: 1366, height: 768 };
const WALL = { width: 1920, height: 1080 };
const PHONE = { width: 390, height: 844 };
const TABLET = { width: 820, height: 1180 };
const DOCKED = { width: 400, height: 768 };

type Prepare = (page: Page) => Promise<void>;
const scene =
  (screen: Scene['screen'], sizes: readonly Size[]) =>
  (state: string, path: string, prepare?: Prepare, ready?: string): Scene => ({
    ...{ screen, state, path, sizes, locales: STAFF },
    ...(prepare && { prepare }),
    ...(ready !== undefined && { ready }),
  });

const counter = scene('counter', [DESK, DOCKED]);
const desk = (hall: string, id: number) => `/counter/?hall=${hall}&counter=${id}&staff=t${id}`;
const key =
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
  counter('sign-in', `/counter/?hall=${FULL}`, undefined, 'h1'),
  counter('closed', desk(EMPTY, 2)),
  counter('idle-nobody', desk(EMPTY, 1)),
  counter('serving-full', desk(FULL, 1)),
  counter('calling-full', desk(FULL, 3)),
  counter('paused-full', desk(FULL, 10)),
  counter('help-called', desk(FULL, 4)),
  newcomer(counter('first-steps', desk(EMPTY, 1))),
  counter('keys', desk(FULL, 2), key('?')),
  counter('transfer', desk(FULL, 2), key('t')),
  counter('referral', desk(FULL, 2), async (page) => {
    await key('n')(page);
    await page.locator('dialog[open] ol button').last().click();
  }),
];

const lobby = scene('lobby', [PHONE]);
const hand = (hall: string) => `/lobby/?hall=${hall}&staff=l01`;
const tab =
  (name: string): Prepare =>
  async (page) => {
    await page.getByTestId(name).click();
  };
const LOBBY_SCENES: readonly Scene[] = [
  lobby('people-empty', hand(EMPTY)),
  newcomer(lobby('first-steps', hand(EMPTY))),
  lobby('people-full', hand(FULL)),
  lobby('tasks', hand(FULL), tab('tab-tasks')),
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

const supervisor = scene('supervisor', [DESK, WALL, PHONE]);
const wall = scene('supervisor', [WALL]);
const monitor = (hall: string) => `/supervisor/?hall=${hall}&staff=s01`;
const SUPERVISOR_SCENES: readonly Scene[] = [
  supervisor('empty', monitor(EMPTY)),
  newcomer(supervisor('first-steps', monitor(EMPTY))),
  supervisor('full', monitor(FULL)),
  supervisor('demo', monitor('demo')),
  supervisor('stopped', monitor(STOPPED)),
  supervisor('not-open', monitor(CLOSED)),
  supervisor('issuing', monitor(EMPTY), tab('turn-issuing')),
  wall('wall-full', `${monitor(FULL)}&wall`),
  wall('wall-demo', `${monitor('demo')}&wall`),
];

/** Who is expected, and what can be booked; times that are over in the gallery's own hour are folded. */
const bookings = scene('supervisor', [DESK, PHONE]);
const bookedDay: Prepare = async (page) => {
  await page.locator('[data-page="bookings"] [data-booking]').first().waitFor();
};
const BOOKING_SCENES: readonly Scene[] = [
  bookings('bookings', `${monitor(MOVING)}#/bookings`, bookedDay),
  bookings('bookings-make', `${monitor(MOVING)}#/bookings`, async (page) => {
    await bookedDay(page);
    await page.locator('button[data-slot]').first().click();
    await page.getByTestId('take-slot').waitFor();
  }),
];

const admin = scene('admin', [DESK, TABLET]);
const ADMIN_PAGES = [
  ...['overview', 'services', 'lanes', 'counters', 'hours', 'notices'],
  ...['calling', 'conduct', 'texts', 'files'],
] as const;
const ADMIN_SCENES: readonly Scene[] = ADMIN_PAGES.map((name) =>
  admin(
    name,
    `/admin/?hall=${EMPTY}&staff=s01#/${name}`,
    async (page) => {
      await page.locator(`[data-page="${name}"]`).waitFor();
    },
    'main',
  ),
);

const ADMIN_FIRST = newcomer(
  admin('first-steps', `/admin/?hall=${EMPTY}&staff=s01`, undefined, 'main'),
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
  ADMIN_FIRST,
  ...BRANDED_SCENES,
];
