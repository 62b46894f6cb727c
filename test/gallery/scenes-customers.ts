/** What customers see: kiosk, board, their own phone. */
import type { Page } from 'playwright-core';
import type { Rig } from '../journeys/rig.ts';
import {
  CLOSED,
  call,
  EMPTY,
  FULL,
  GROUPED,
  issue,
  LOBBY,
  MANY,
  MOVING,
  onTicket,
  STOPPED,
} from './gallery-halls.ts';
import { CUSTOMERS, type Scene, touch } from './scene.ts';

const KIOSK = [
  { width: 1280, height: 800 },
  { width: 1080, height: 1920 },
];
/** As most halls have them. */
export const LARGE_PANEL = [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
];
export const kiosk = (
  state: string,
  hall: string,
  prepare?: (page: Page) => Promise<void>,
  more = '',
): Scene => ({
  ...{ screen: 'kiosk', state, sizes: KIOSK, locales: CUSTOMERS },
  path: `/kiosk/?hall=${hall}&lang={lang}${more}`,
  prepare: async (page) => {
    await prepare?.(page);
    await page.locator('[data-screen-name]:not([data-settling])').waitFor();
  },
});
export const shows = (page: Page, name: string) =>
  page.locator(`[data-screen-name="${name}"]:not([data-settling])`).waitFor();

const KIOSK_SCENES: readonly Scene[] = [
  kiosk('services-empty', EMPTY),
  kiosk('services-full', FULL),
  kiosk('lanes', FULL, (page) => touch(page, 'service-cash')),
  kiosk('ticket', FULL, async (page) => {
    await touch(page, 'service-cash', 'lane-normal');
    await shows(page, 'ticket');
  }),
  kiosk('ticket-elder', FULL, async (page) => {
    await touch(page, 'large', 'service-cash', 'lane-elderly');
    await shows(page, 'ticket');
  }),
  kiosk('services-elder', FULL, (page) => touch(page, 'large')),
  kiosk('lanes-elder', FULL, (page) => touch(page, 'large', 'service-cash')),
  kiosk('lanes-low', FULL, (page) => touch(page, 'low', 'service-cash'), '&mounted=1090'),
  kiosk('refusal', FULL, async (page) => {
    await touch(page, 'entry', 'key-A', 'key-9', 'key-9', 'key-7', 'submit');
    await shows(page, 'refusal');
  }),
  kiosk('reference', FULL, (page) => touch(page, 'entry', 'reference')),
  kiosk('services-low', FULL, (page) => touch(page, 'low'), '&mounted=1090'),
  kiosk('help', EMPTY, (page) => touch(page, 'help')),
  kiosk('i-am-here', FULL, (page) => touch(page, 'entry')),
  kiosk('groups', GROUPED),
  kiosk('group', GROUPED, (page) => touch(page, 'group-wealth')),
  kiosk('groups-elder', GROUPED, (page) => touch(page, 'large')),
  kiosk('services-many', MANY),
  ...[EMPTY, MANY, GROUPED].map((hall) => ({
    ...kiosk(`large-panel-${hall}`, hall, undefined, '&inches=21.5'),
    sizes: LARGE_PANEL,
  })),
  { ...kiosk('demo', 'demo', undefined, '&inches=21.5'), sizes: LARGE_PANEL },
  kiosk('stopped', STOPPED),
  kiosk('stopped-elder', STOPPED, (page) => touch(page, 'large')),
  kiosk('closed', CLOSED),
];

const BOARD = [
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
  { width: 3840, height: 2160 },
];
export const board = (state: string, hall: string, lang = '&lang={lang}'): Scene => ({
  ...{ screen: 'board', state, sizes: BOARD, locales: lang === '' ? ['zh-CN'] : CUSTOMERS },
  path: `/board/?hall=${hall}${lang}`,
});

const BOARD_SCENES: readonly Scene[] = [
  board('empty', EMPTY),
  board('full', FULL),
  board('two-languages', FULL, ''),
  board('demo', 'demo'),
  board('stopped', STOPPED),
  board('closed', CLOSED),
];

/** A panel over a counter, and one for some counters of the hall. */
const STRIP = [{ width: 1920, height: 240 }];
export const strip = (state: string, hall: string, counter: number): Scene => ({
  ...{ screen: 'board', state, sizes: STRIP, locales: CUSTOMERS },
  path: `/board/?hall=${hall}&lang={lang}&layout=strip&counters=${counter}`,
});
export const zone = (state: string, hall: string, counters: string): Scene => ({
  ...board(state, hall),
  path: `/board/?hall=${hall}&lang={lang}&layout=zone&counters=${counters}`,
});
const SMALL_BOARDS: readonly Scene[] = [
  strip('strip-called', FULL, 3),
  strip('strip-paused', FULL, 10),
  strip('strip-closed', EMPTY, 2),
  zone('zone', FULL, '1,2,3,10,11,12'),
  zone('zone-all', FULL, ''),
];

/** What a bank makes of it: its colours, its logo, and titles longer than ours. */
const BRANDED_SCENES: readonly Scene[] = [
  { ...board('branded', FULL), branded: true },
  { ...board('branded-empty', EMPTY), branded: true },
  { ...kiosk('branded', FULL), branded: true },
];

export const PHONE = [
  { width: 360, height: 640 },
  { width: 414, height: 896 },
];

/** Each stage is a ticket of its own. */
const phoneScenes = async (rig: Rig): Promise<readonly Scene[]> => {
  const phone = (state: string, link: string, ready?: string): Scene => ({
    ...{ screen: 'phone', state, sizes: PHONE, locales: CUSTOMERS },
    path: `/t/?locale={lang}#${link}`,
    ...(ready !== undefined && { ready }),
  });
  const called = await issue(rig, MOVING);
  const serving = await issue(rig, MOVING);
  const over = await issue(rig, MOVING);
  const left = await issue(rig, MOVING);
  const missed = await issue(rig, MOVING);
  await rig.post(`${MOVING}/tickets/${left.number}/cancel`, { reason: 'walked-out' }, LOBBY);
  const at = [await call(rig, MOVING, 1), await call(rig, MOVING, 2)];
  await call(rig, MOVING, 3);
  await call(rig, MOVING, 4);
  await onTicket(rig, MOVING, at[1] ?? '', 'start', 2);
  await onTicket(rig, MOVING, over.number, 'finish', 3);
  const early = { counter: '4', reason: 'customer-left' };
  await rig.post(`${MOVING}/tickets/${missed.number}/miss-early`, early, {
    ...{ role: 'lobby', staff: 'l01' },
  });
  const waiting = await issue(rig, FULL);
  return [
    phone('waiting', waiting.link),
    phone('called', called.link),
    phone('serving', serving.link),
    phone('missed', missed.link),
    phone('rating', over.link, '[data-stage="rating"]'),
    phone('over', left.link, '[data-stage="over"]'),
    phone('bad-link', `${waiting.link}x`, '[data-stage]'),
  ];
};

const PAD = [
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
  { width: 1024, height: 600 },
];
/** Each question is one of its own: the counter serves somebody first. */
const padScenes = (rig: Rig): readonly Scene[] => {
  const pad = (state: string, hall: string, prepare?: (page: Page) => Promise<void>): Scene => ({
    ...{ screen: 'rating', state, sizes: PAD, locales: CUSTOMERS },
    path: `/rating/?hall=${hall}&counter=5&lang={lang}`,
    ...(prepare && { prepare }),
  });
  const serve = async (page: Page): Promise<void> => {
    await issue(rig, MOVING);
    await onTicket(rig, MOVING, await call(rig, MOVING, 5), 'finish', 5);
    await shows(page, 'asking');
  };
  return [
    pad('idle', FULL),
    pad('closed', CLOSED),
    pad('asking', MOVING, serve),
    pad('thanks', MOVING, async (page) => {
      await serve(page);
      await touch(page, 'score-4');
      await shows(page, 'thanks');
    }),
    pad('cut-off', MOVING, async (page) => {
      await page.context().setOffline(true);
      await shows(page, 'offline');
    }),
    { ...pad('which-counter', FULL), path: '/rating/?hall=full&lang={lang}' },
  ];
};

export const customerScenes = async (rig: Rig): Promise<readonly Scene[]> => [
  ...KIOSK_SCENES,
  ...BOARD_SCENES,
  ...SMALL_BOARDS,
  ...BRANDED_SCENES,
  ...(await phoneScenes(rig)),
  ...padScenes(rig),
];
