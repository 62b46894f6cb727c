import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { withLock } from './bootstrap/lock.mjs';
import { isStamped, removeStamp, writeStamp } from './bootstrap/stamp.mjs';
import { BUILDS, buildStamp } from './build-stamp.ts';
import { isOver, tell, weighAll } from './bundle-budget.ts';
import { reportCounts } from './counts.ts';

/** Builds the screens and the server whose sources differ from those of the last build. */
async function buildChanged(root: string): Promise<string[]> {
  const built: string[] = [];
  for (const [app, result] of Object.entries(BUILDS)) {
    const stamp = join(root, '.tingxu', `build-${app}`);
    const value = buildStamp(root, app);
    if (isStamped(stamp, value) && existsSync(join(root, app, 'dist', result))) continue;
    removeStamp(stamp);
    await build({ root: join(root, app), logLevel: 'warn' });
    writeStamp(stamp, value);
    built.push(app);
  }
  return built;
}

const root = join(import.meta.dirname, '..');
const built = await withLock(join(root, '.tingxu', 'build.lock'), () => buildChanged(root));
if (built.length > 0) console.error(`Built ${built.join(', ')}.`);
if (process.argv.includes('--counts')) {
  const weighed = weighAll(root);
  for (const each of weighed) console.log(tell(each));
  const failed = weighed.filter(isOver).length;
  reportCounts({ passed: Object.keys(BUILDS).length + weighed.length - failed, failed });
}
