import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashFolder, hashOf } from './bootstrap/stamp.mjs';

export const APPS = ['kiosk', 'counter-client', 'display-board', 'supervisor'] as const;

/** What may change a bundle: everything but tests, results and installed packages. */
export function isSource(path: string): boolean {
  return !/(^|\/)(node_modules|dist)(\/|$)|\.test\.tsx?$/.test(path);
}

/** The state of everything that goes into one app's bundle. */
export function appStamp(root: string, app: string): string {
  return hashOf([
    hashFolder(join(root, app), isSource),
    hashFolder(join(root, 'shared'), isSource),
    readFileSync(join(root, 'scripts', 'vite-app.ts'), 'utf8'),
    readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8'),
  ]);
}
