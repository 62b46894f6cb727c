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

/**
 * What packages load at once and this server never uses: TLS, HTTP/2 and a search for files. In the
 * bundle they are loaded when they are first asked for.
 */
const WHEN_ASKED: Readonly<Record<string, readonly string[]>> = {
  'fastify/lib/server.js': [
    "const https = require('node:https')",
    "const http2 = require('node:http2')",
  ],
  'ws/lib/websocket.js': ["const https = require('https')", "const tls = require('tls')"],
  '@fastify/static/index.js': ["const { glob } = require('glob')"],
};

const whenAsked = (statement: string): string => {
  const [, open, name, required] =
    /^const (\{? ?)(\w+)(?: \})? = (require\('.+'\))$/.exec(statement) ?? [];
  return open === ''
    ? `const ${name} = new Proxy({}, { get: (_, member) => ${required}[member] })`
    : `const ${name} = (...given) => ${required}.${name}(...given)`;
};

const loadWhenAsked: Plugin = {
  name: 'tingxu-load-when-asked',
  transform(code, id) {
    const found = Object.entries(WHEN_ASKED).find(([file]) => id.endsWith(`/node_modules/${file}`));
    if (!found) return null;
    return found[1].reduce((text, statement) => {
      if (!text.includes(statement)) throw new Error(`${id} no longer says ${statement}`);
      return text.replace(statement, () => whenAsked(statement));
    }, code);
  },
};

/** V8 reads a text of one byte per character in half the time of one that holds a Chinese one. */
const oneByteText: Plugin = {
  name: 'tingxu-one-byte-text',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      file.code = file.code.replaceAll(
        /[^\0-\x7f]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    }
  },
};

export default defineConfig({
  plugins: [asModules, loadWhenAsked, oneByteText],
  ssr: {
    noExternal: true,
    // Native code and pages on disk: these stay packages.
    external: ['better-sqlite3', '@fastify/swagger-ui'],
  },
  build: {
    ssr: 'src/main.ts',
    target: 'node24',
    outDir: 'dist',
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: false,
        // The text gets shorter, the names of a stack trace stay.
        minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
      },
    },
  },
});
