import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { canaryProblems, fixtures, foundRules } from './checks/canary.ts';
import { reportCounts } from './counts.ts';
import { ROOT } from './tree.ts';

const BIOME = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');

function runBiome(args: readonly string[]): boolean {
  const colors = process.stdout.isTTY ? 'force' : 'off';
  const result = spawnSync(process.execPath, [BIOME, ...args, `--colors=${colors}`], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  return result.status === 0;
}

if (process.argv.includes('--write')) {
  process.exitCode = runBiome(['check', '--write']) ? 0 : 1;
} else {
  const clean = runBiome(['ci', '--error-on-warnings']);
  const expected = fixtures();
  const problems = canaryProblems(expected, foundRules(BIOME));
  for (const problem of problems) console.log(`✗ canary: ${problem}`);
  if (problems.length === 0) console.log(`✓ canary: ${expected.size} fixtures judged rightly`);
  const failed = problems.length + (clean ? 0 : 1);
  reportCounts({ passed: expected.size - problems.length + (clean ? 1 : 0), failed });
}
