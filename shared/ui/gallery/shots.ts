/** Takes a picture of every page of the gallery: `node gallery/shots.ts FOLDER [name …]`. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGallery } from './open-gallery.ts';

const SHOTS = [
  { name: 'kit-light', query: 'page=kit&only=light', width: 1280, height: 900, full: true },
  { name: 'kit-board', query: 'page=kit&only=board', width: 1280, height: 900, full: true },
  { name: 'kit-slip', query: 'page=kit&only=slip', width: 1280, height: 900, full: true },
  { name: 'kit-dialog', query: 'page=kit&dialog', width: 1280, height: 900 },
  { name: 'kiosk', query: 'page=kiosk', width: 1280, height: 800 },
  { name: 'kiosk-portrait', query: 'page=kiosk', width: 800, height: 1280 },
  { name: 'kiosk-en', query: 'page=kiosk&locale=en', width: 1280, height: 800 },
  { name: 'kiosk-elder', query: 'page=kiosk&size=elder', width: 800, height: 1280 },
  { name: 'taken', query: 'page=taken', width: 1280, height: 800 },
  { name: 'taken-portrait', query: 'page=taken', width: 800, height: 1280 },
  { name: 'taken-elder', query: 'page=taken&size=elder', width: 800, height: 1280 },
  { name: 'board', query: 'page=board', width: 1920, height: 1080 },
  { name: 'board-en', query: 'page=board&locale=en', width: 1920, height: 1080 },
  { name: 'board-stale', query: 'page=board&state=stale', width: 1920, height: 1080 },
  { name: 'board-portrait', query: 'page=board', width: 2160, height: 3840 },
  { name: 'counter', query: 'page=counter', width: 1366, height: 768 },
  { name: 'counter-en', query: 'page=counter&locale=en&state=stale', width: 1366, height: 768 },
  { name: 'brand', query: 'page=counter&brand', width: 1366, height: 768 },
  { name: 'supervisor', query: 'page=supervisor', width: 1920, height: 1080 },
  {
    name: 'supervisor-phone',
    query: 'page=supervisor&screen=phone',
    width: 390,
    height: 844,
    full: true,
  },
] as const;

const [folder = mkdtempSync(join(tmpdir(), 'gallery-')), ...only] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const gallery = await openGallery();
try {
  for (const shot of SHOTS.filter(({ name }) => only.length === 0 || only.includes(name))) {
    const page = await gallery.open(shot.query, { width: shot.width, height: shot.height });
    await page.screenshot({ path: join(folder, `${shot.name}.png`), fullPage: 'full' in shot });
    await page.close();
  }
} finally {
  await gallery.close();
}
console.log(folder);
