/** Everything that CI checks: `npm test [-- --only lint,pure] [--keep-going]`. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { missingChromium } from './chromium.ts';
import { addCounts, type Counts, NOTHING, readCounts } from './counts.ts';
import { failedFiles, judgeTries, type Tried, tellSecondTries } from './second-try.ts';
import { STEPS, type TestStep, type VitestStep } from './test-steps.ts';
import { ownFiles, ROOT } from './tree.ts';
import { countsOfReport, type VitestReport } from './vitest-counts.ts';

const ONE_FAILURE: Counts = { passed: 0, failed: 1 };

interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs Node, shows its output as it comes, and keeps it. */
function runNode(args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...more },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    process.stdout.write(text);
  });
  const stop = () => child.kill('SIGTERM');
  process.once('SIGTERM', stop);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGTERM', stop);
      resolve({ code: code ?? 1, output });
    });
  });
}

async function runScript(script: string, args: readonly string[]): Promise<Counts> {
  const { code, output } = await runNode([join(ROOT, script), ...args]);
  const counts = readCounts(output);
  if (!counts || counts.passed + counts.failed === 0) {
    console.log(`${script} printed no counts`);
    return ONE_FAILURE;
  }
  return code !== 0 && counts.failed === 0 ? addCounts(counts, ONE_FAILURE) : counts;
}

interface Ran {
  readonly code: number;
  readonly report: VitestReport;
}

/** Throws when it leaves no report. */
async function runProject(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'tingxu-test-'));
  const file = join(folder, 'report.json');
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const { code } = await runNode([vitest, 'run', ...args, ...reporters], env);
    return { code, report: JSON.parse(readFileSync(file, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runTwice(project: readonly string[]): Promise<Tried> {
  const first = await runProject(project, { TEST_TRY: 'first' });
  const failed = failedFiles(first.report);
  if (failed.length === 0) return once(countsOfReport(first.report, first.code));
  console.log(`\n── again: ${failed.map((path) => relative(ROOT, path)).join(', ')} ──`);
  const second = await runProject([...project, ...failed], { TEST_TRY: 'second' });
  return judgeTries(ROOT, first.report, second.report, second.code);
}

const once = (counts: Counts): Tried => ({ counts, secondTries: [] });

async function runVitest({ vitest, secondTry }: VitestStep): Promise<Tried> {
  const project = ['--project', vitest];
  try {
    if (secondTry) return await runTwice(project);
    const { code, report } = await runProject(project);
    return once(countsOfReport(report, code));
  } catch (error) {
    console.log(`vitest left no report: ${String(error)}`);
    return once(ONE_FAILURE);
  }
}

async function runStep(step: TestStep, files: readonly string[]): Promise<Tried> {
  if ('script' in step) return once(await runScript(step.script, step.args ?? []));
  if (!files.some((path) => step.files.test(path))) {
    console.log(`no ${step.name} tests`);
    return once(NOTHING);
  }
  const missing = step.name === 'e2e' ? missingChromium() : undefined;
  if (missing === undefined) return runVitest(step);
  console.log(missing);
  return once(ONE_FAILURE);
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, 'keep-going': { type: 'boolean' } },
});
const wanted = values.only?.split(',');
const unknown = wanted?.filter((name) => !STEPS.some((step) => step.name === name)) ?? [];
const summary: string[] = [];
const secondTries: string[] = [];
let total = NOTHING;
if (unknown.length > 0) {
  const names = STEPS.map((step) => step.name).join(', ');
  console.log(`Unknown step ${unknown.join(', ')}; steps: ${names}.`);
  total = ONE_FAILURE;
}
const files = ownFiles(ROOT);
for (const step of STEPS) {
  if (wanted && !wanted.includes(step.name)) continue;
  if (total.failed > 0 && !values['keep-going']) {
    summary.push(`- ${step.name}: not run`);
    continue;
  }
  console.log(`\n── ${step.name} ──`);
  const startedAt = performance.now();
  const { counts, secondTries: again } = await runStep(step, files);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const mark = counts.failed === 0 ? '✓' : '✗';
  summary.push(
    `${mark} ${step.name}: ${counts.passed} of ${counts.passed + counts.failed}, ${seconds} s`,
  );
  secondTries.push(...again);
  total = addCounts(total, counts);
}
console.log(`\n${summary.join('\n')}\n`);
if (secondTries.length > 0) console.log(`${tellSecondTries(secondTries)}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
