import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pureSchemas } from './pure-schemas.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tingxu-pure-'));
  mkdirSync(join(root, 'shared', 'contract', 'src'), { recursive: true });
  mkdirSync(join(root, 'app'));
});
afterEach(() => rmSync(root, { recursive: true }));

const SCHEMAS = `
  const made = (name: string) => { globalThis.seen = name; return { name }; };
  export const Read = made('read-by-the-page');
  export const Unread = made('unread-by-the-page');
  export const Rows = [...[Unread], made('unread-rows')];
`;

/** What is left of the module in a bundle that reads one of its schemas. */
const bundled = async (folder: string, plugins: ReturnType<typeof pureSchemas>[]) => {
  writeFileSync(join(root, folder, 'schemas.ts'), SCHEMAS);
  const entry = join(root, 'main.ts');
  writeFileSync(entry, `import { Read } from './${folder}/schemas.ts';\nconsole.log(Read.name);\n`);
  const result = await build({
    ...{ root, plugins, configFile: false, logLevel: 'silent' },
    build: { write: false, lib: { entry, formats: ['es'], fileName: 'main' } },
  });
  return JSON.stringify(result);
};

test('a schema that the page does not read stays out, one that it reads stays', async () => {
  const code = await bundled('shared/contract/src', [pureSchemas()]);
  expect(code).toContain('read-by-the-page');
  expect(code).not.toContain('unread-by-the-page');
  expect(code).not.toContain('unread-rows');
});

test('without the plugin, and in any other folder, every call stays', async () => {
  expect(await bundled('shared/contract/src', [])).toContain('unread-by-the-page');
  expect(await bundled('app', [pureSchemas()])).toContain('unread-by-the-page');
});
