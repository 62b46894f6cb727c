/**
 * The server in one file. A start from sources opens some six hundred of them, which is most of its
 * time, and a hall must be back within a second of a crash (DS-04). `npm start` runs this bundle;
 * tests run the sources, except those that measure or watch a whole server.
 */
import { defineConfig, type Plugin } from 'vite';
import { coreVersion } from './src/journal/core-version.ts';

/** What a bundle must hold otherwise: packages that the sources load by `require`, and its own version. */
const AS_MODULES: Readonly<Record<string, string>> = {
  'journal/drizzle.ts': `
    export * as orm from 'drizzle-orm';
    export * as sqliteCore from 'drizzle-orm/sqlite-core';
    export { drizzle } from 'drizzle-orm/better-sqlite3';
    export { readMigrationFiles } from 'drizzle-orm/migrator';`,
  'config/yaml.ts': `export * from 'yaml';`,
  'journal/core-version.ts': `export const coreVersion = () => '${coreVersion()}';`,
};

const asModules: Plugin = {
  name: 'tingxu-as-modules',
  enforce: 'pre',
  load: (id) =>
    Object.entries(AS_MODULES).find(([file]) => id.endsWith(`/server/src/${file}`))?.[1],
};

export default defineConfig({
  plugins: [asModules],
  ssr: {
    noExternal: true,
    // Native code, pages on disk, and a worker of its own: these stay packages.
    external: ['better-sqlite3', '@fastify/swagger-ui', 'pino'],
  },
  build: {
    ssr: 'src/main.ts',
    target: 'node24',
    outDir: 'dist',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
