import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesBelow } from '../bootstrap/stamp.mjs';
import { ROOT } from '../tree.ts';

const CANARY = join(ROOT, 'scripts', 'canary');

/** What a fixture says that the linter must find in it; `nothing` for a control that must pass. */
export function expectedRules(source: string): string[] {
  return [...source.matchAll(/^\/\/ expect: (\S+)$/gm)].map((match) => match[1] ?? '');
}

interface Report {
  readonly diagnostics: readonly {
    readonly severity: string;
    readonly category: string;
    readonly location: { readonly path: string };
  }[];
}

/** Rules that the linter reports, per fixture; it sees the fixtures as if they lay in the tree. */
export function foundRules(biome: string): Map<string, Set<string>> {
  const folder = mkdtempSync(join(tmpdir(), 'tingxu-canary-'));
  try {
    cpSync(CANARY, folder, { recursive: true });
    for (const path of ['biome.jsonc', 'scripts/lint-plugins']) {
      cpSync(join(ROOT, path), join(folder, path), { recursive: true });
    }
    for (const home of packagesOf(CANARY)) {
      cpSync(join(ROOT, home, 'package.json'), join(folder, home, 'package.json'));
    }
    const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    const report: Report = JSON.parse(stdout);
    return byFile(report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function packagesOf(folder: string): Set<string> {
  return new Set(
    filesBelow(folder, () => true).map((path) => dirname(path).replace(/\/src(\/.*)?$/, '')),
  );
}

function byFile(report: Report): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { severity, category, location } of report.diagnostics) {
    if (severity !== 'error') continue;
    const rules = found.get(location.path) ?? new Set();
    found.set(location.path, rules.add(category));
  }
  return found;
}

/** One sentence per fixture that the linter judges otherwise than the fixture says. */
export function canaryProblems(
  expected: ReadonlyMap<string, readonly string[]>,
  found: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  if (expected.size === 0) return ['there is no fixture'];
  return [...expected].flatMap(([path, rules]) => {
    if (rules.length === 0) return [`${path} does not say what it expects`];
    const reported = found.get(path) ?? new Set<string>();
    if (rules.includes('nothing')) {
      if (reported.size === 0) return [];
      return [`${path} is clean, but the linter reports ${[...reported].join(', ')}`];
    }
    const missed = rules.filter((rule) => !reported.has(rule));
    return missed.map((rule) => `${path} passes the linter; ${rule} should have refused it`);
  });
}

/** The fixtures of scripts/canary with what each expects. */
export function fixtures(): Map<string, string[]> {
  return new Map(
    filesBelow(CANARY, () => true).map((path) => [
      path,
      expectedRules(readFileSync(join(CANARY, path), 'utf8')),
    ]),
  );
}
