import preact from '@preact/preset-vite';
import type { Plugin, UserConfig } from 'vite';
import { flattenLayers } from './flatten-layers.ts';

/**
 * The oldest engines that a screen may run: TV boxes and panels of late 2020. Older ones lack
 * `gap` in flex rows and logical properties, which no build step can supply.
 */
const OLDEST_SCREENS = ['chrome87', 'edge88', 'safari14.1', 'firefox78'];

function flatLayers(): Plugin {
  return {
    name: 'tingxu-flat-layers',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
        file.source = await flattenLayers(String(file.source));
      }
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
    plugins: [preact(), flatLayers()],
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
