/**
 * `npm run mutation [-- --files a,b] [--json FILE] [--from N] [--most N]`: plants one small fault after
 * another in the rules of calling, of missed calls and of numbers, and counts those that the unit tests
 * and a short run of the model find. Takes long; not in CI. Source: quality.md DS-17; docs/MUTATION.md.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Mutant, mutantsOf, mutated } from './mutation/mutants.ts';
import { ROOT } from './tree.ts';

const FILES = [
  'lane-policy',
  'fairness',
  'eligibility',
  'turns',
  'call',
  'miss',
  'numbers',
  'issue',
];
/** A fault that never ends counts as found. Units: ms. */
const PATIENCE_MS = 180_000;
/** The share of mutants that must be found. Units: percent. */
const WANTED = 90;

type Verdict = { readonly file: string; readonly mutant: Mutant; readonly killed: boolean };

const vitest = (mutantFile: string | null): boolean => {
  const program = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const config = join(ROOT, 'scripts', 'mutation', 'vitest.config.ts');
  const run = spawnSync(process.execPath, [program, 'run', '--config', config, '--reporter=dot'], {
    cwd: ROOT,
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
    env: { ...process.env, ...(mutantFile && { TINGXU_MUTANT: mutantFile }) },
  });
  return run.status === 0;
};

const judge = (file: string, mutants: readonly Mutant[], folder: string): Verdict[] => {
  const path = join(ROOT, 'shared', 'hall', 'src', `${file}.ts`);
  const source = readFileSync(path, 'utf8');
  return mutants.map((mutant) => {
    const planted = join(folder, 'mutant.json');
    writeFileSync(planted, JSON.stringify({ file: path, source: mutated(source, mutant) }));
    const killed = !vitest(planted);
    console.log(
      `${killed ? '✓' : '✗ survived'} ${file}.ts:${mutant.line} ${mutant.before} → ${mutant.after}`,
    );
    return { file, mutant, killed };
  });
};

/** The control: what cannot even be loaded must be found. */
const isControlFound = (folder: string): boolean => {
  const planted = join(folder, 'control.json');
  const file = join(ROOT, 'shared', 'hall', 'src', 'numbers.ts');
  writeFileSync(planted, JSON.stringify({ file, source: "throw new Error('planted');" }));
  return !vitest(planted);
};

const percent = (verdicts: readonly Verdict[]): number =>
  (100 * verdicts.filter(({ killed }) => killed).length) / Math.max(1, verdicts.length);

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: FILES.join(',') },
    from: { type: 'string', default: '0' },
    most: { type: 'string', default: '100000' },
    json: { type: 'string' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'tingxu-mutation-'));
try {
  if (!vitest(null)) throw new Error('the tests fail without any mutant');
  if (!isControlFound(folder))
    throw new Error('a file that throws was not found: nothing is planted');
  const verdicts = values.files.split(',').flatMap((file) => {
    const source = readFileSync(join(ROOT, 'shared', 'hall', 'src', `${file}.ts`), 'utf8');
    const from = Number(values.from);
    const mutants = mutantsOf(source).slice(from, from + Number(values.most));
    const found = judge(file, mutants, folder);
    console.log(`${file}.ts: ${percent(found).toFixed(1)} % of ${found.length} found`);
    return found;
  });
  const score = percent(verdicts);
  console.log(`${score.toFixed(1)} % of ${verdicts.length} mutants found, ${WANTED} % wanted`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ score, verdicts }, null, 2)}\n`);
  process.exitCode = score >= WANTED ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
