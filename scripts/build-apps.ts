import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { APPS, appStamp } from './app-stamp.ts';
import { withLock } from './bootstrap/lock.mjs';
import { isStamped, removeStamp, writeStamp } from './bootstrap/stamp.mjs';
import { reportCounts } from './counts.ts';

/** Builds the apps whose sources differ from those of the last build. */
async function buildChangedApps(root: string): Promise<string[]> {
  const built: string[] = [];
  for (const app of APPS) {
    const stamp = join(root, '.tingxu', `build-${app}`);
    const value = appStamp(root, app);
    if (isStamped(stamp, value) && existsSync(join(root, app, 'dist', 'index.html'))) continue;
    removeStamp(stamp);
    await build({ root: join(root, app), logLevel: 'warn' });
    writeStamp(stamp, value);
    built.push(app);
  }
  return built;
}

const root = join(import.meta.dirname, '..');
const built = await withLock(join(root, '.tingxu', 'build.lock'), () => buildChangedApps(root));
if (built.length > 0) console.error(`Built ${built.join(', ')}.`);
if (process.argv.includes('--counts')) reportCounts({ passed: APPS.length, failed: 0 });
