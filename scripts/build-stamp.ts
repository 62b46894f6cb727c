import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashFolder, hashOf } from './bootstrap/stamp.mjs';

export const SCREENS = [
  'kiosk',
  'counter-client',
  'display-board',
  'supervisor',
  'lobby',
  'phone-ticket',
  'rating',
  'admin',
] as const;
/** What is built, and the file that a build leaves. */
export const BUILDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SCREENS.map((screen) => [screen, 'index.html'])),
  server: 'main.js',
};

/** What may change a bundle: everything but tests, results and installed packages. */
export function isSource(path: string): boolean {
  return !/(^|\/)(node_modules|dist)(\/|$)|\.test\.tsx?$/.test(path);
}

/** How every screen is put together. */
export const BUNDLING = [
  'vite-app.ts',
  'flatten-layers.ts',
  'only-websocket.ts',
  'pure-schemas.ts',
];

/** The state of everything that goes into one bundle. */
export function buildStamp(root: string, app: string): string {
  return hashOf([
    hashFolder(join(root, app), isSource),
    hashFolder(join(root, 'shared'), isSource),
    ...BUNDLING.map((name) => readFileSync(join(root, 'scripts', name), 'utf8')),
    readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8'),
  ]);
}
