/** What docs/DEVICES.md tells people to type: its settings are taken, its commands and files are there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigFile } from '../config/config-file.ts';
import { readText } from '../config/read-text.ts';
import { ROOT } from '../root.ts';

const text = readFileSync(join(ROOT, 'docs/DEVICES.md'), 'utf8');
const scripts = Object.keys(
  (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object }).scripts,
);

/** Blocks that name devices, whole; some show only what is added to a list. */
const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)]
  .map(([, block = '']) => (block.startsWith('  - ') ? `devices:\n${block}` : block))
  .filter((block) => /^devices:/m.test(block));

const commandsIn = (page: string): string[] => [
  ...new Set([...page.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name)),
];

describe('docs/DEVICES.md', () => {
  it('has settings of every kind of device, and the server takes them as they stand', () => {
    expect(blocks.length).toBeGreaterThanOrEqual(6);
    const kinds = blocks.flatMap((block) => {
      const read = readText(block, ConfigFile);
      expect(read.ok ? [] : read.findings, block).toEqual([]);
      return read.ok ? (read.value.devices ?? []).map(({ kind }) => kind) : [];
    });
    expect(new Set(kinds)).toEqual(
      new Set(['ticket-printer', 'led', 'caller', 'card-reader', 'kiosk']),
    );
    expect(readText((blocks[0] ?? '').replace('paper: 80', 'paper: 81'), ConfigFile).ok).toBe(
      false,
    );
  });

  it('names commands and files that are there', () => {
    const commands = commandsIn(text);
    expect(commands.length).toBeGreaterThanOrEqual(8);
    expect(commands.filter((name) => !scripts.includes(name))).toEqual([]);
    expect(commandsIn('npm run no:such').filter((name) => !scripts.includes(name))).toHaveLength(1);
    const files = [...text.matchAll(/`((?:server|shared|test|deploy)\/[\w./-]+)`/g)];
    const tests = [...text.matchAll(/\n(server\/[\w./-]+\.test\.ts)`/g)];
    const named = [...files, ...tests].map(([, file = '']) => file);
    expect(named.length).toBeGreaterThanOrEqual(4);
    expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});
