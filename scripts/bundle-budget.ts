/**
 * How much script a browser must load before a screen shows its first picture: what its page names,
 * compressed. What comes later by itself does not count. Source: product.md 1 (slow boxes and phones).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Units: bytes, compressed. */
export const BUDGETS: Readonly<Record<string, number>> = {
  // Wanted: 60 000, as for the board.
  kiosk: 68_000,
  'display-board': 60_000,
  'phone-ticket': 61_000,
  rating: 60_000,
  lobby: 73_000,
  'counter-client': 86_000,
  admin: 82_000,
  supervisor: 115_000,
};

const SCRIPT = /<(?:script|link rel="modulepreload")[^>]* (?:src|href)="([^"]+\.js)"/g;

/** Script of the first picture. Units: bytes, compressed. Rejects: a page that names no script. */
export const firstScript = (dist: string): number => {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const names = [...page.matchAll(SCRIPT)].map(([, path = '']) => path.replace(/^.*assets\//, ''));
  if (names.length === 0) throw new Error(`${dist}/index.html names no script`);
  const sizes = names.map((name) => gzipSync(readFileSync(join(dist, 'assets', name))).length);
  return sizes.reduce((sum, size) => sum + size, 0);
};

export type Weighed = { readonly app: string; readonly bytes: number; readonly budget: number };

export const weigh = (root: string, budgets = BUDGETS): readonly Weighed[] =>
  Object.entries(budgets).map(([app, budget]) => ({
    ...{ app, budget },
    bytes: firstScript(join(root, app, 'dist')),
  }));

export const isOver = ({ bytes, budget }: Weighed): boolean => bytes > budget;

const kB = (bytes: number): string => (bytes / 1_000).toFixed(1).padStart(6);
export const tell = (weighed: Weighed): string =>
  `${isOver(weighed) ? '✗' : '✓'} ${weighed.app.padEnd(15)} ${kB(weighed.bytes)} of ${kB(weighed.budget)} kB`;
