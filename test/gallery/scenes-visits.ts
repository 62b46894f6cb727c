/** What staff see of visits: a second service, what is asked before something is done, who is away. */
import type { Page } from 'playwright-core';
import { CLOSED, EMPTY, FULL, MOVING, VISITS } from './gallery-halls.ts';
import type { Scene } from './scene.ts';
import {
  admin,
  bookedDay,
  bookings,
  counter,
  desk,
  hand,
  key,
  lobby,
  monitor,
  PHONE,
  type Prepare,
  supervisor,
  tab,
} from './scenes-staff.ts';

const SMALL_PHONE = { width: 360, height: 640 };

const dialog = (page: Page) => page.locator('dialog[open]').waitFor();
const asking =
  (...keys: readonly string[]): Prepare =>
  async (page) => {
    await key(...keys)(page);
    await dialog(page);
  };

const COUNTER_SCENES: readonly Scene[] = [
  counter('second-service', desk(VISITS, 1)),
  counter('receives-referral', desk(VISITS, 3)),
  counter('documents', desk(VISITS, 2), asking('e')),
  counter('documents-missing', desk(VISITS, 2), async (page) => {
    await asking('e')(page);
    await page.keyboard.press('Digit2');
  }),
  counter('park', desk(VISITS, 2), asking('s')),
  counter('away', desk(VISITS, 3), asking('l')),
  counter('by-number', desk(FULL, 2), async (page) => {
    await asking('c')(page);
    await page.keyboard.type('20');
  }),
  counter('pause', desk(EMPTY, 1), asking('p')),
  counter('hand-over', desk(EMPTY, 1), asking('o')),
  counter('help', desk(EMPTY, 1), asking('h')),
];

const group =
  (name: string): Prepare =>
  async (page) => {
    await page.getByTestId(`group-${name}`).click();
    await page.locator('[data-ticket]').first().waitFor();
  };
/** The sheet of the first ticket, and a question on it. */
const sheet =
  (button?: string): Prepare =>
  async (page) => {
    await page.locator('[data-ticket]').first().click();
    await dialog(page);
    if (button) await page.getByTestId(button).click();
  };
const LOBBY_SCENES: readonly Scene[] = [
  lobby('closed', hand(CLOSED)),
  lobby('people', hand(VISITS)),
  lobby('missed', hand(VISITS), group('missed')),
  lobby('aside', hand(VISITS), group('aside')),
  lobby('ticket-missed', hand(VISITS), async (page) => {
    await group('missed')(page);
    await sheet()(page);
  }),
  { ...lobby('ticket-documents', hand(VISITS), sheet()), sizes: [PHONE, SMALL_PHONE] },
  lobby('missing', hand(VISITS), sheet('do-missing')),
  lobby('lane', hand(VISITS), sheet('do-lane')),
  lobby('cancel', hand(VISITS), sheet('do-cancel')),
  lobby('found', hand(FULL), async (page) => {
    await tab('tab-find')(page);
    await page.keyboard.type('12');
  }),
  lobby('issued', hand(MOVING), async (page) => {
    await tab('tab-issue')(page);
    await page.getByTestId('service-cash').click();
    await page.getByTestId('issue').click();
    await page.getByTestId('issued').waitFor();
  }),
];

const opened =
  (selector: string): Prepare =>
  async (page) => {
    await page.locator(selector).first().click();
    await dialog(page);
  };
const SUPERVISOR_SCENES: readonly Scene[] = [
  supervisor('visits', monitor(VISITS), async (page) => {
    await page.getByTestId('alarms').waitFor();
  }),
  supervisor('trail', monitor(FULL), opened('tbody [data-number]')),
  supervisor('call', monitor(VISITS), async (page) => {
    await opened('tbody [data-number]')(page);
    await page.getByTestId('call-it').click();
    await page.locator('dialog[open] form').waitFor();
  }),
  supervisor('cancel', monitor(VISITS), opened('tbody button[id^="cancel-"]')),
  supervisor('close-day', monitor(VISITS), opened('[data-testid="turn-day"]')),
];

const BOOKING_SCENES: readonly Scene[] = [
  bookings('bookings-cancel', monitor(MOVING, '#/bookings'), async (page) => {
    await bookedDay(page);
    await page.locator('[data-booking] button').last().click();
    await dialog(page);
  }),
  bookings('bookings-told', monitor(MOVING, '#/bookings'), async (page) => {
    await bookedDay(page);
    await page.locator('button[data-slot]').first().click();
    await page.getByTestId('take-slot').click();
    await page.locator('[data-reference]').waitFor();
  }),
];

const ADMIN_SCENES: readonly Scene[] = [
  admin(
    'review',
    { path: `/admin/?hall=${EMPTY}#/bookings`, as: 's01' },
    async (page) => {
      await page.locator('input[name="appointments.horizonDays"]').fill('14');
      await page.getByTestId('to-review').click();
      await page.getByTestId('changes').locator('li').first().waitFor();
    },
    'main',
  ),
  admin(
    'faults',
    { path: `/admin/?hall=${EMPTY}#/lanes`, as: 's01' },
    async (page) => {
      await page.locator('input[name="lanes.0.name.zh-CN"]').fill('');
      await page.locator('[role="alert"], [aria-invalid="true"]').first().waitFor();
    },
    'main',
  ),
];

export const VISIT_SCENES: readonly Scene[] = [
  ...COUNTER_SCENES,
  ...LOBBY_SCENES,
  ...SUPERVISOR_SCENES,
  ...BOOKING_SCENES,
  ...ADMIN_SCENES,
];
