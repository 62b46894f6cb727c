/**
 * Ways out of a kiosk that its page can see, each as somebody would try it, and those that only a policy
 * of the browser can refuse. docs/KIOSK.md has the same list in words. Rules: WEB-5. Source: SEC-07.
 */
import type { Page } from 'playwright-core';

export type Vector = readonly [name: string, attempt: (page: Page) => Promise<void>];

const key = (name: string, combination: string): Vector => [
  name,
  (page) => page.keyboard.press(combination),
];

/** Sent as a finger or a mouse would: the page sees the same events, and what it refuses does not happen. */
const send = (
  name: string,
  type: string,
  of: 'MouseEvent' | 'DragEvent' | 'ClipboardEvent',
): Vector => [
  name,
  (page) =>
    page.evaluate(
      ({ type: kind, of: named }) => {
        const make = globalThis[named] as typeof MouseEvent;
        document.body.dispatchEvent(new make(kind, { bubbles: true, cancelable: true }));
      },
      { type, of },
    ),
];

const touches = (count: number): Vector => [
  `${count} fingers that part`,
  async (page) => {
    const inside = await page.context().newCDPSession(page);
    const at = (spread: number) =>
      Array.from({ length: count }, (_, n) => ({ x: 300 + n * spread, y: 300, id: n }));
    const step = (type: 'touchStart' | 'touchMove', spread: number) =>
      inside.send('Input.dispatchTouchEvent', { type, touchPoints: at(spread) });
    await step('touchStart', 30);
    for (const spread of [60, 120, 240]) await step('touchMove', spread);
    await inside.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await inside.detach();
  },
];

/** Refused by the page itself. */
export const OF_THE_PAGE: readonly Vector[] = [
  ...['F1', 'F3', 'F5', 'F6', 'F7', 'F11', 'F12', 'ContextMenu'].map((name) => key(name, name)),
  ...(
    [
      ['a reload', 'Control+r'],
      ['a reload past the cache', 'Control+Shift+R'],
      ['the source', 'Control+u'],
      ['a file', 'Control+o'],
      ['saving the page', 'Control+s'],
      ['printing', 'Control+p'],
      ['searching the page', 'Control+f'],
      ['the history', 'Control+h'],
      ['the downloads', 'Control+j'],
      ['a bookmark', 'Control+d'],
      ['the address', 'Control+l'],
      ['the address, the other way', 'Alt+d'],
      ['the tools', 'Control+Shift+I'],
      ['the console', 'Control+Shift+J'],
      ['the inspector', 'Control+Shift+C'],
      ['clearing the data', 'Control+Shift+Delete'],
      ['selecting everything', 'Control+a'],
      ['copying', 'Control+c'],
      ['larger letters', 'Control+Equal'],
      ['smaller letters', 'Control+Minus'],
      ['the page before', 'Alt+ArrowLeft'],
      ['the page after', 'Alt+ArrowRight'],
      ['the home page', 'Alt+Home'],
      ['the menu', 'Alt+f'],
      ['the search of the system', 'Meta+s'],
    ] as const
  ).map(([name, keys]) => key(name, keys)),
  send('a menu of the right button', 'contextmenu', 'MouseEvent'),
  send('a selection', 'selectstart', 'MouseEvent'),
  send('dragging something out', 'dragstart', 'DragEvent'),
  send('a file dropped in', 'drop', 'DragEvent'),
  send('a copy', 'copy', 'ClipboardEvent'),
  [
    'the middle button',
    async (page) => {
      await page.mouse.move(300, 300);
      await page.mouse.down({ button: 'middle' });
      await page.mouse.up({ button: 'middle' });
    },
  ],
  [
    'enlarging with the wheel',
    async (page) => {
      await page.keyboard.down('Control');
      await page.mouse.move(300, 300);
      await page.mouse.wheel(0, -400);
      await page.keyboard.up('Control');
    },
  ],
  touches(2),
];

/** Notes whether what leads out was let through to the browser: the last event of each kind that was not refused. */
export const watchEscapes = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const let_through: string[] = [];
    Reflect.set(globalThis, 'letThrough', let_through);
    const kinds = ['keydown', 'contextmenu', 'selectstart', 'dragstart', 'drop', 'copy', 'wheel'];
    for (const kind of [...kinds, 'mousedown', 'touchmove']) {
      // After everybody who may refuse.
      addEventListener(kind, (event) => {
        const pressed = event instanceof KeyboardEvent ? ` ${event.key}` : '';
        const alone = /^ (Control|Shift|Alt|Meta)$/.test(pressed);
        if (!event.defaultPrevented && !alone) let_through.push(`${kind}${pressed}`);
      });
    }
  });

export const escapesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (Reflect.get(globalThis, 'letThrough') as string[]).splice(0));
