import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { reportCounts } from './counts.ts';
import { ownFiles, ROOT } from './tree.ts';
import { filesOfProject, hasSources } from './typecheck-files.ts';

interface Verdict {
  readonly project: string;
  readonly files: number;
  readonly errors: string;
}

function runTsc(project: string): Promise<Verdict> {
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const child = spawn(process.execPath, [tsc, '--noEmit', '--listFiles', '-p', project], {
    cwd: ROOT,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const lines = output.split('\n');
      const files = filesOfProject(lines, ROOT, dirname(project)).length;
      const errors = lines.filter(
        (line) => !/^(?:[A-Za-z]:)?\/.*\.[cm]?[jt]sx?$|^.*\.json$/.test(line),
      );
      resolve({
        project,
        files,
        errors: code === 0 ? '' : errors.join('\n').trim() || 'tsc failed',
      });
    });
  });
}

/** Runs as many compilers at once as there are processors. */
async function runAll(projects: readonly string[]): Promise<Verdict[]> {
  const waiting = [...projects];
  const verdicts: Verdict[] = [];
  const work = async () => {
    for (let project = waiting.shift(); project; project = waiting.shift()) {
      verdicts.push(await runTsc(project));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return verdicts.sort((a, b) => a.project.localeCompare(b.project));
}

const files = ownFiles(ROOT);
const projects = files.filter((path) => /(^|\/)tsconfig(\.[a-z]+)?\.json$/.test(path));
const checked = projects.filter((path) => path !== 'tsconfig.base.json' && hasSources(path, files));
let failed = checked.length === 0 ? 1 : 0;
for (const verdict of await runAll(checked)) {
  // A compiler that reads nothing reports success: that counts as a failure.
  const holds = verdict.errors === '' && verdict.files > 0;
  console.log(`${holds ? '✓' : '✗'} ${verdict.project} (${verdict.files} files)`);
  if (verdict.errors !== '') console.log(verdict.errors);
  if (!holds) failed += 1;
}
reportCounts({ passed: checked.length - failed, failed });
