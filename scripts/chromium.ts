import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const INSTALLED = '/usr/bin/chromium';
const PACKAGES = ['chromium', 'fonts-noto-cjk'];
export const INSTALL_COMMAND = `apt-get update && apt-get install -y ${PACKAGES.join(' ')}`;

/** Where the browser of the journeys is: TINGXU_CHROMIUM, or Debian's. */
export function chromiumPath(): string {
  return process.env['TINGXU_CHROMIUM'] ?? INSTALLED;
}

/** Chinese text is measured and looked at in the journeys, so its font must be there. */
function hasChineseFont(): boolean {
  const folder = '/usr/share/fonts/opentype/noto';
  if (process.env['TINGXU_CHROMIUM'] !== undefined) return true;
  return existsSync(folder) && readdirSync(folder).some((name) => name.includes('CJK'));
}

function isReady(): boolean {
  return existsSync(chromiumPath()) && hasChineseFont();
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * Makes the browser available, by Debian's packages where that is allowed.
 * @returns what to do by hand, or undefined when the browser is there
 */
export function missingChromium(): string | undefined {
  if (isReady()) return undefined;
  const chosen = process.env['TINGXU_CHROMIUM'];
  if (chosen !== undefined) return `TINGXU_CHROMIUM names ${chosen}, which does not exist.`;
  if (!canInstall()) {
    return `The browser journeys need Chromium and a Chinese font. Run: sudo sh -c '${INSTALL_COMMAND}'`;
  }
  console.log(`Installing ${PACKAGES.join(' and ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('/bin/sh', ['-c', INSTALL_COMMAND], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return isReady() ? undefined : `Chromium could not be installed. Run: ${INSTALL_COMMAND}`;
}
