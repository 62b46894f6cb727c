import preact from '@preact/preset-vite';
import type { UserConfig } from 'vite';

/** The oldest engine a screen may run: Android TV boxes and panels with a Chromium of 2020. */
const OLDEST_SCREENS = ['chrome80', 'safari14', 'firefox78'];

/**
 * The build settings that all four screens share.
 * `base` is the path under which the server offers the app, e.g. `/kiosk/`.
 */
export function viteApp(base: string, devPort: number): UserConfig {
  const server = `http://127.0.0.1:${process.env['PORT'] ?? '8080'}`;
  return {
    base,
    plugins: [preact()],
    build: {
      target: OLDEST_SCREENS,
      outDir: 'dist',
      emptyOutDir: true,
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
