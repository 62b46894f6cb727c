import { spawnSync } from 'node:child_process';

/** All that stands in the root of the project. What is new there is put on this list on purpose. */
const ENTRIES: readonly string[] = [
  ...['.ci', '.editorconfig', '.gitattributes', '.gitignore'],
  ...['LICENSE', 'README.md', 'README.zh-CN.md'],
  ...['biome.jsonc', 'knip.jsonc', 'package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'],
  ...['tsconfig.base.json', 'tsconfig.json', 'vitest.config.ts'],
  ...['admin', 'counter-client', 'display-board', 'kiosk', 'lobby', 'phone-ticket', 'rating'],
  ...['supervisor', 'server', 'shared', 'migrations', 'simulator'],
  ...['bench', 'deploy', 'docs', 'scripts', 'test', 'tools'],
];

/** `paths` of everything that is kept. */
export const rootProblems = (
  paths: readonly string[],
  known: readonly string[] = ENTRIES,
): string[] => {
  const there = new Set(paths.map((path) => path.split('/', 1)[0] ?? path));
  return [
    ...[...there]
      .filter((entry) => !known.includes(entry))
      .map((entry) => `${entry} stands in the root, and on no list (scripts/checks/root.ts)`),
    ...known
      .filter((entry) => !there.has(entry))
      .map(
        (entry) => `${entry} is on the list of the root (scripts/checks/root.ts), and not there`,
      ),
  ];
};

/** A file that a command left behind is kept with everything else unless somebody looks. */
export function checkRoot(root: string): string[] {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  // A copy without its history keeps nothing that could be looked at.
  return status === 0 ? rootProblems(stdout.split('\0').filter(Boolean)) : [];
}
