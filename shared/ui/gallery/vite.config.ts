import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

/** The gallery is served in development only; nothing of it is built into a screen. */
export default defineConfig({ root: import.meta.dirname, plugins: [preact()] });
