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

type Replacement = readonly [from: string, to: string];

/** A name for a module that is loaded when something of it is first asked for. */
const named = (name: string, required: string): Replacement => [
  `const ${name} = require('${required}')`,
  `const ${name} = new Proxy({}, { get: (_, member) => require('${required}')[member] })`,
];

/**
 * What packages do at once and a start need not wait for: loading TLS and HTTP/2, neither of
 * which a start uses; compiling how each part of each route is matched, before it is asked.
 */
const WHEN_ASKED: Readonly<Record<string, readonly Replacement[]>> = {
  'fastify/lib/server.js': [named('https', 'node:https'), named('http2', 'node:http2')],
  'ws/lib/websocket.js': [named('https', 'https'), named('tls', 'tls')],
  'find-my-way/lib/node.js': [
    [
      `return new Function('path', 'i', \`'use strict'\\nreturn \${lines.join(' && ')}\`)`,
      `let made = null
       return (path, i) => {
         made ??= new Function('path', 'i', \`'use strict'\\nreturn \${lines.join(' && ')}\`)
         return made(path, i)
       }`,
    ],
  ],
  'find-my-way/lib/handler-storage.js': [
    [
      "this._getHandlerMatchingConstraints = new Function('derivedConstraints', lines.join('\\n'))",
      `let made = null
       this._getHandlerMatchingConstraints = function (derived) {
         made ??= new Function('derivedConstraints', lines.join('\\n'))
         return made.call(this, derived)
       }`,
    ],
  ],
};

const whenAsked: Plugin = {
  name: 'tingxu-when-asked',
  transform(code, id) {
    const found = Object.entries(WHEN_ASKED).find(([file]) => id.endsWith(`/node_modules/${file}`));
    if (!found) return null;
    return found[1].reduce((text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`${id} no longer says ${from}`);
      return text.replace(from, () => to);
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
  plugins: [asModules, whenAsked, oneByteText],
  ssr: {
    noExternal: true,
    // Native code, pages on disk, and what is needed once a year: these stay packages.
    external: [
      'better-sqlite3',
      '@node-rs/argon2',
      '@fastify/swagger-ui',
      '@peculiar/x509',
      'reflect-metadata',
    ],
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
