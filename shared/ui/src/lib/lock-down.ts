/**
 * What a page of a public screen refuses of its browser: the ways out of it that a page can see. What it
 * cannot see (new windows, addresses, tools) the browser's policy and the machine refuse: docs/KIOSK.md.
 * Rules: WEB-5. Source: SEC-07.
 */

/** Keys that open something of the browser, or lead away from the page. */
const LEADING_AWAY: readonly string[] = [
  ...['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12'],
  ...['BrowserBack', 'BrowserForward', 'BrowserHome', 'BrowserSearch', 'BrowserRefresh'],
  ...['BrowserFavorites', 'LaunchApplication1', 'LaunchMail', 'ContextMenu', 'PrintScreen', 'Help'],
];

/** A key with one of these is a command to the browser; Shift alone makes capitals, AltGr letters. */
const isCommand = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');

const refuse = (event: Event): void => event.preventDefault();

/** Two fingers or a turned wheel with Ctrl would enlarge the page until nothing can be found on it. */
const isZoom = (event: Event): boolean =>
  event instanceof WheelEvent ? event.ctrlKey : 'touches' in event && isMany(event.touches);
const isMany = (touches: unknown): boolean =>
  typeof touches === 'object' &&
  touches !== null &&
  'length' in touches &&
  Number(touches.length) > 1;

/** In force as long as the page is there. */
export const lockDown = (page: Window): void => {
  const held = { capture: true, passive: false };
  for (const type of [
    'contextmenu',
    'selectstart',
    'dragstart',
    'dragover',
    'drop',
    'copy',
    'cut',
  ]) {
    page.addEventListener(type, refuse, held);
  }
  page.addEventListener(
    'keydown',
    (event) => {
      if (isCommand(event) || LEADING_AWAY.includes(event.key)) refuse(event);
    },
    held,
  );
  for (const type of ['wheel', 'touchstart', 'touchmove'] as const) {
    page.addEventListener(
      type,
      (event) => {
        if (isZoom(event)) refuse(event);
      },
      held,
    );
  }
  // The middle button opens links beside the page and scrolls it by itself.
  page.addEventListener(
    'mousedown',
    (event) => {
      if (event.button === 1) refuse(event);
    },
    held,
  );
};
