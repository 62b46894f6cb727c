import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BUILDS, BUNDLING, buildStamp } from './build-stamp.ts';
import { ROOT } from './tree.ts';

let root: string;

/** A tree with the folders that a stamp looks at. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tingxu-app-'));
  const scripts = BUNDLING.map((name) => `scripts/${name}`);
  for (const path of [...scripts, 'pnpm-lock.yaml', 'kiosk/index.html']) {
    cpSync(join(ROOT, path), join(root, path));
  }
  mkdirSync(join(root, 'kiosk', 'dist'), { recursive: true });
  mkdirSync(join(root, 'shared', 'ui', 'src'), { recursive: true });
  mkdirSync(join(root, 'supervisor'));
});

afterEach(() => rmSync(root, { recursive: true }));

test.each([
  ['kiosk/index.html', true],
  ['shared/ui/src/button.tsx', true],
  ['scripts/vite-app.ts', true],
  ['scripts/pure-schemas.ts', true],
  ['pnpm-lock.yaml', true],
  ['kiosk/dist/index.html', false],
  ['shared/ui/src/button.test.tsx', false],
  ['supervisor/index.html', false],
])('writing %s makes the kiosk stale: %s', (path, stale) => {
  const before = buildStamp(root, 'kiosk');
  writeFileSync(join(root, path), 'other');
  expect(buildStamp(root, 'kiosk') !== before).toBe(stale);
});

test('every screen and the server are built', () => {
  expect(Object.keys(BUILDS)).toEqual([
    ...[
      'kiosk',
      'counter-client',
      'display-board',
      'supervisor',
      'lobby',
      'phone-ticket',
      'rating',
      'admin',
      'server',
    ],
  ]);
});
