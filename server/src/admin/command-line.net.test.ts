import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const said = (program: string, ...args: readonly string[]) => {
  const file = fileURLToPath(new URL(`${program}.ts`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

const COMMANDS = ['journal-check', 'journal-explain', 'directory-import', 'configuration', 'twins'];

it.each(COMMANDS)('%s tells how it is used, and which word it does not take', (command) => {
  const asked = said(command, '--help');
  expect(asked).toMatchObject({ status: 0, stderr: '' });
  expect(asked.stdout).toMatch(/^Usage: npm run \S+ -- /);
  const wrong = said(command, '--no-such-word');
  expect(wrong).toMatchObject({ status: 2, stdout: '' });
  expect(wrong.stderr).toContain('--no-such-word');
  expect(wrong.stderr).toContain(asked.stdout);
  expect(wrong.stderr).not.toMatch(/^\s+at /m);
});
