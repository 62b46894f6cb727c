/**
 * Every screen is ready for a language that is written from right to left, as Uyghur is: nothing in a style sheet says
 * left where it means the beginning. Measured in each page as it is, turned round.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { notMirrored } from './mirrored.ts';
import { type Rig, startRigWith, type Visit } from './rig.ts';

const DESK = { width: 1366, height: 768 } as const;
const PHONE = { width: 390, height: 844 } as const;
const APPS = [
  ...['kiosk', 'display-board', 'phone-ticket', 'rating'],
  ...['counter-client', 'lobby', 'supervisor', 'admin'],
];

let rig: Rig;
let link: string;
beforeAll(async () => {
  rig = await startRigWith([], APPS);
  const body = { service: 'cash', lane: 'normal' };
  const issued = await rig.post('demo/tickets', body, { role: 'lobby', staff: 'l01' });
  link = String(issued['link']);
});
afterEach(() => rig.closePages());
afterAll(() => rig.close());

const PAGES: readonly (readonly [name: string, visit: () => Visit])[] = [
  ['the kiosk', () => ({ path: '/kiosk/?hall=demo', width: 1280, height: 800 })],
  ['an upright kiosk', () => ({ path: '/kiosk/?hall=demo', width: 1080, height: 1920 })],
  ['the board', () => ({ path: '/board/?hall=demo', width: 1920, height: 1080 })],
  [
    'the strip over a counter',
    () => ({ path: '/board/?hall=demo&layout=strip&counters=2', width: 1920, height: 240 }),
  ],
  [
    'the board of a zone',
    () => ({ path: '/board/?hall=demo&layout=zone', width: 1920, height: 1080 }),
  ],
  ['a ticket on a phone', () => ({ path: `/t/#${link}`, ...PHONE })],
  ['the rating pad', () => ({ path: '/rating/?hall=demo&counter=1', width: 1280, height: 800 })],
  ['the counter', () => ({ path: '/counter/?hall=demo&counter=2', as: 't02', ...DESK })],
  ['the lobby', () => ({ path: '/lobby/?hall=demo', as: 'l01', ...PHONE })],
  ['the monitor', () => ({ path: '/supervisor/?hall=demo', as: 's01', ...DESK })],
  [
    'the settings',
    () => ({ path: '/admin/?hall=demo#/services', as: 's01', ...DESK, ready: '[data-page]' }),
  ],
];

/** The policy of the pages takes no style sheet from a test, but from their own script. */
const styled = (page: Page, rules: string): Promise<void> =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, rules);

describe('turned round', () => {
  it.each(PAGES)('%s stands as in a mirror', async (_name, visit) => {
    const page = await rig.open(visit());
    expect(await notMirrored(page)).toEqual([]);
  });

  it('the measure finds what stays on its side, and what then has no room', async () => {
    const page = await rig.open({ path: '/supervisor/?hall=demo', as: 's01', ...DESK });
    await styled(page, 'h1 { position: absolute !important; left: 200px }');
    expect(await notMirrored(page)).not.toEqual([]);
    const number = await rig.open({ path: '/supervisor/?hall=demo', as: 's01', ...DESK });
    await styled(number, '[data-number] { display: inline-flex !important; direction: rtl }');
    expect(await notMirrored(number)).toContainEqual(expect.stringMatching(/^turned: /));
    const wide = await rig.open({ path: `/t/#${link}`, ...PHONE });
    await styled(
      wide,
      'main > * { inline-size: 500px !important; max-inline-size: none !important }',
    );
    expect(await notMirrored(wide)).toContain('the page scrolls sideways');
  });
});
