/**
 * The pictures of README and docs, made from those of the gallery: `npm run gallery -- --docs`. Smaller, so that a page
 * of them is soon there.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '@tingxu/ui/gallery/chromium';
import type { Page } from 'playwright-core';

type Picture = {
  /** Of the file in the docs. */
  readonly name: string;
  /** File of the gallery. */
  readonly of: string;
  /** Units: px. */
  readonly width: number;
};

const PICTURES: readonly Picture[] = [
  { name: 'kiosk', of: 'kiosk/services-full.zh-CN.1280x800.png', width: 640 },
  { name: 'kiosk-ticket', of: 'kiosk/ticket.zh-CN.1280x800.png', width: 640 },
  { name: 'kiosk-groups', of: 'kiosk/groups.en.1280x800.png', width: 640 },
  { name: 'kiosk-large', of: 'kiosk/large-panel-empty.zh-CN.1080x1920.png', width: 360 },
  { name: 'kiosk-elder', of: 'kiosk/ticket-elder.zh-CN.1080x1920.png', width: 360 },
  { name: 'board', of: 'board/full.zh-CN.1920x1080.png', width: 900 },
  { name: 'board-zone', of: 'board/zone.zh-CN.1920x1080.png', width: 640 },
  { name: 'board-strip', of: 'board/strip-called.zh-CN.1920x240.png', width: 640 },
  { name: 'board-branded', of: 'board/branded.zh-CN.1080x1920.png', width: 360 },
  { name: 'counter', of: 'counter/serving-full.zh-CN.1366x768.png', width: 900 },
  { name: 'supervisor', of: 'supervisor/demo.zh-CN.1920x1080.png', width: 1100 },
  { name: 'lobby', of: 'lobby/ticket.zh-CN.390x844.png', width: 360 },
  { name: 'phone', of: 'phone/called.zh-CN.414x896.png', width: 360 },
  { name: 'admin', of: 'admin/services.zh-CN.1366x768.png', width: 900 },
];

/** Of the README: four of the eight screens of one hall. */
const HALL = [
  'kiosk/demo.zh-CN.1920x1080.png',
  'board/demo.zh-CN.1920x1080.png',
  'counter/demo.zh-CN.1366x768.png',
  'supervisor/demo.zh-CN.1920x1080.png',
];

/** Files of the gallery that the docs need. */
export const DOCS_FILES: ReadonlySet<string> = new Set([...PICTURES.map(({ of }) => of), ...HALL]);

const urlOf = (file: string): string =>
  `data:image/png;base64,${readFileSync(file).toString('base64')}`;

const webp = (page: Page, url: string, width: number): Promise<string> =>
  page.evaluate(
    async ({ url, width }) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = Math.round((image.height / image.width) * width);
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('no canvas to draw on');
      pen.imageSmoothingQuality = 'high';
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      return canvas.toDataURL('image/webp', 0.82).replace(/^.*,/, '');
    },
    { url, width },
  );

const STYLE = `body { display: grid; grid-template-columns: 1fr 1fr; gap: 24px; width: 1544px; margin: 0; padding: 28px;
  background: #d8d1c3 }
img { display: block; width: 100%; height: 428px; object-fit: cover; object-position: top; border-radius: 12px;
  box-shadow: 0 8px 24px #0003 }`;

/** `out`: where the gallery has put its pictures; `docs`: where those of the docs stand. */
export const drawDocs = async (out: string, docs: string): Promise<void> => {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 940 } });
    mkdirSync(join(docs, 'screens'), { recursive: true });
    for (const { name, of, width } of PICTURES) {
      const small = await webp(page, urlOf(join(out, of)), width);
      writeFileSync(join(docs, 'screens', `${name}.webp`), Buffer.from(small, 'base64'));
    }
    const images = HALL.map((file) => `<img src="${urlOf(join(out, file))}">`).join('');
    await page.setContent(`<style>${STYLE}</style><body>${images}</body>`);
    await page.screenshot({ path: join(docs, 'hall.png') });
  } finally {
    await browser.close();
  }
};
