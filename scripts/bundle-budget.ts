/**
 * How much script a browser must load before a screen shows its first picture: what its page names,
 * compressed. What comes later by itself has a budget of its own, where a screen has such parts.
 * Source: product.md 1 (slow boxes and phones).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Of the first picture. Units: bytes, compressed. */
export const BUDGETS: Readonly<Record<string, number>> = {
  kiosk: 60_000,
  'display-board': 60_000,
  // With the words of taking a ticket in three languages; the rest of that comes later.
  'phone-ticket': 61_000,
  rating: 60_000,
  // Each page of staff with what fetches and makes its texts in zh-HK (adr/0033): 0.4 kB; the words come later.
  lobby: 73_500,
  // With the question at leaving a customer: 0.6 kB. And the seldom keys of a sheet of their own, the own counter
  // found again, and why a hand-over was refused: 0.6 kB.
  'counter-client': 87_500,
  // With pages that auditors only read, and warnings of labels that no voice can say: 0.6 kB.
  admin: 83_500,
  // With signing in, the lock and the head that says who works here: 2.6 kB of its own.
  // And the trail of what signs acknowledged, the words of paper, referrals, bookings and hand-overs: 1 kB.
  supervisor: 117_500,
};

/** Of everything that a screen may ever load. Units: bytes, compressed. */
export const WHOLE_BUDGETS: Readonly<Record<string, number>> = {
  // With printing by the browser: 1.4 kB that comes when a first sheet does, and what asks for it.
  // And sheets in two languages, with the way back that a missed number has: 0.2 kB.
  kiosk: 88_000,
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

/** All script of a screen. Units: bytes, compressed. Rejects: a screen without script. */
export const wholeScript = (dist: string): number => {
  const folder = join(dist, 'assets');
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
  if (names.length === 0) throw new Error(`${dist} has no script`);
  return names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
};

export type Weighed = { readonly app: string; readonly bytes: number; readonly budget: number };

export const weigh = (
  root: string,
  budgets = BUDGETS,
  script: (dist: string) => number = firstScript,
): readonly Weighed[] =>
  Object.entries(budgets).map(([app, budget]) => ({
    ...{ app, budget },
    bytes: script(join(root, app, 'dist')),
  }));

export const weighAll = (root: string): readonly Weighed[] => [
  ...weigh(root),
  ...weigh(root, WHOLE_BUDGETS, wholeScript).map((row) => ({ ...row, app: `${row.app}, all` })),
];

export const isOver = ({ bytes, budget }: Weighed): boolean => bytes > budget;

const kB = (bytes: number): string => (bytes / 1_000).toFixed(1).padStart(6);
export const tell = (weighed: Weighed): string =>
  `${isOver(weighed) ? '✗' : '✓'} ${weighed.app.padEnd(15)} ${kB(weighed.bytes)} of ${kB(weighed.budget)} kB`;
