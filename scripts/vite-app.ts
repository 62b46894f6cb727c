import { readFileSync } from 'node:fs';
import preact from '@preact/preset-vite';
import type { Plugin, UserConfig } from 'vite';
import { flattenLayers } from './flatten-layers.ts';
import { onlyWebsocket } from './only-websocket.ts';
import { pureSchemas } from './pure-schemas.ts';

/**
 * The oldest engines that a screen may run: TV boxes and panels of late 2020. Older ones lack
 * `gap` in flex rows and logical properties, which no build step can supply.
 */
const OLDEST_SCREENS = ['chrome87', 'edge88', 'safari14.1', 'firefox78'];

/** From weak to strong, as the style sheet of every screen begins. */
const LAYERS =
  /@layer ([\w, -]+);/
    .exec(readFileSync(new URL('../shared/ui/src/styles.css', import.meta.url), 'utf8'))?.[1]
    ?.split(', ') ?? [];

function flatLayers(): Plugin {
  return {
    name: 'tingxu-flat-layers',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
        file.source = await flattenLayers(String(file.source), LAYERS);
      }
    },
  };
}

/**
 * Names the parts that come later in the page, so that they are fetched as soon as nothing else is, and a
 * service worker that keeps the page keeps them, too.
 */
function namedLater(base: string): Plugin {
  return {
    name: 'tingxu-named-later',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.values(bundle)
          .filter((file) => file.type === 'chunk' && !file.isEntry && file.isDynamicEntry)
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'prefetch', href: `${base}${fileName}` },
            injectTo: 'head' as const,
          })),
    },
  };
}

/**
 * The build settings that all screens share.
 * `base` is the path under which the server offers the app, e.g. `/kiosk/`.
 */
export function viteApp(base: string, devPort: number): UserConfig {
  const server = `http://127.0.0.1:${process.env['PORT'] ?? '8080'}`;
  return {
    base,
    plugins: [onlyWebsocket(), pureSchemas(), preact(), flatLayers(), namedLater(base)],
    build: {
      target: OLDEST_SCREENS,
      outDir: 'dist',
      emptyOutDir: true,
      cssCodeSplit: false,
      assetsInlineLimit: 2048,
      reportCompressedSize: false,
      modulePreload: { polyfill: false },
    },
    server: {
      port: devPort,
      strictPort: true,
      proxy: {
        '/api': { target: server },
        '/socket.io': { target: server, ws: true },
      },
    },
  };
}
