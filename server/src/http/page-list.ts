/**
 * Every address that is no operation of the API: pages and their files, which anybody may read. A page that
 * stands nowhere here keeps the server from starting, as a route without a row does. Rules: AUTH-13.
 */
import { BRAND_CSS, BRAND_LOGO } from '../brand/branded-page.ts';
import { DOCS_PATH } from './docs.ts';
import { STYLE_PATH } from './html.ts';
import { ERRORS_PAGE } from './problem.ts';
import { PHONE_TICKET, SCREENS } from './start-page.ts';

/** A screen, the redirection to it, and its files. */
const addressesOf = (path: string): string[] => [
  ...[path.slice(0, -1), path, `${path}index.html`, `${path}*`],
];

const READ: ReadonlySet<string> = new Set([
  ...['/', STYLE_PATH, ERRORS_PAGE, BRAND_CSS, BRAND_LOGO],
  ...[...SCREENS, PHONE_TICKET].flatMap(({ path }) => addressesOf(path)),
  ...['/voice/pack.json', '/voice/:language/:clip'],
  ...[DOCS_PATH, `${DOCS_PATH}/*`],
  ...['/demo/led', '/demo/slips', '/demo/callers', '/demo/callers.js', '/demo/callers.json'],
]);
/** A key on a caller that is a picture; there is none but in a demo. */
const PRESSED = '/demo/callers.json';

/** `url` as the route has it. */
export const isPage = (method: string, url: string): boolean =>
  method === 'GET' || method === 'HEAD' ? READ.has(url) : method === 'POST' && url === PRESSED;
