/** Builds and serves the gallery and starts a browser, for pictures and for the browser tests of the kit. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build, type PreviewServer, preview } from 'vite';
import { launchChromium } from './chromium.ts';

/** As in the journeys: how many times slower than the machine the browser runs. */
const SLOW = Math.max(1, Number(process.env['TINGXU_SLOW'] ?? 1) || 1);

export type Viewport = { readonly width: number; readonly height: number };

export type Gallery = {
  readonly browser: Browser;
  /** A page of the gallery with its fonts loaded; an error in the page throws. */
  readonly open: (query: string, viewport: Viewport, motion?: 'reduce') => Promise<Page>;
  readonly close: () => Promise<void>;
};

/** Fonts are asked for when their first letter is drawn. Runs inside the page. */
async function fontsLoaded(): Promise<void> {
  do {
    await new Promise((resume) => {
      requestAnimationFrame(() => requestAnimationFrame(resume));
    });
    await document.fonts.ready;
  } while (document.fonts.status !== 'loaded');
}

/** Builds with the settings of the screens, so that what is measured is what an old panel gets. */
async function buildGallery(outDir: string): Promise<PreviewServer> {
  const shared = {
    configFile: join(import.meta.dirname, 'vite.config.ts'),
    root: import.meta.dirname,
    logLevel: 'warn',
    build: { outDir },
  } as const;
  await build(shared);
  return preview({ ...shared, preview: { port: 0, host: '127.0.0.1' } });
}

export async function openGallery(): Promise<Gallery> {
  const outDir = mkdtempSync(join(tmpdir(), 'tingxu-gallery-'));
  const server = await buildGallery(outDir);
  const base = server.resolvedUrls?.local[0] ?? '';
  const browser = await launchChromium();
  return {
    browser,
    async open(query, viewport, motion) {
      const page = await browser.newPage({
        viewport,
        reducedMotion: motion ?? 'no-preference',
      });
      const errors: Error[] = [];
      page.on('pageerror', (error) => errors.push(error));
      if (SLOW > 1) {
        const inside = await page.context().newCDPSession(page);
        await inside.send('Emulation.setCPUThrottlingRate', { rate: SLOW });
      }
      await page.goto(`${base}?${query}`, { waitUntil: 'load' });
      await page.waitForSelector('#app > *');
      await page.evaluate(fontsLoaded);
      if (errors[0]) throw errors[0];
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
