/**
 * `npm run mutation [-- --files a,b] [--lines 10-20] [--examples] [--fresh] [--json FILE]`: plants one
 * small fault after another in the rules of calling, of missed calls and of numbers, and counts those
 * that the tests of the hall find. Not in CI. Source: quality.md DS-17; docs/MUTATION.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Asker, startAsker } from './mutation/asker.ts';
import { type Mutant, mutantsOf, mutated } from './mutation/mutants.ts';
import { type Memory, memory } from './mutation/remembered.ts';
import { RULE_FILES, roundsFor } from './mutation/rules.ts';
import { ROOT } from './tree.ts';

/** The share of mutants that must be found. Units: percent. */
const WANTED = 90;

type Verdict = { readonly file: string; readonly mutant: Mutant; readonly foundBy: string | null };

const pathOf = (file: string): string => join(ROOT, 'shared', 'hall', 'src', `${file}.ts`);

type Bench = {
  readonly asker: Asker;
  readonly known: Memory;
  readonly rounds: (file: string) => readonly (readonly string[])[];
};

/** Without a mutant every test passes; what cannot even be loaded is found, and forgotten afterwards. */
const checkControls = async ({ asker, rounds }: Bench, file: string): Promise<void> => {
  const { ask } = asker;
  const all = rounds(file);
  const red = await ask(null, all);
  if (red) throw new Error(`a test fails without any mutant: ${red.file} ${red.title}`);
  const throws = { file: pathOf(file), source: "throw new Error('planted');" };
  const found = await ask(throws, all);
  if (!found) throw new Error('nothing is planted: a file that throws passed');
  if (await ask(null, all.slice(0, 1))) throw new Error('a mutant outlives its turn');
};

/** By which test it was found, from memory or by asking. */
const foundBy = async ({ asker, known, rounds }: Bench, file: string, source: string) => {
  const recalled = known.recall(source);
  if (recalled !== undefined) return { by: recalled, title: '' };
  const answer = await asker.ask({ file: pathOf(file), source }, rounds(file));
  known.note(source, answer?.file ?? null);
  return { by: answer?.file ?? null, title: answer?.title ?? '' };
};

const judge = async (bench: Bench, file: string, mutants: readonly Mutant[]) => {
  const source = readFileSync(pathOf(file), 'utf8');
  const verdicts: Verdict[] = [];
  for (const mutant of mutants) {
    const { by, title } = await foundBy(bench, file, mutated(source, mutant));
    const told = `${file}.ts:${mutant.line} ${mutant.before} → ${mutant.after}`.replaceAll(
      '\n',
      ' ',
    );
    console.log(by === null ? `✗ survived ${told}` : `✓ ${told}  ${title}`);
    verdicts.push({ file, mutant, foundBy: by });
  }
  return verdicts;
};

const percent = (verdicts: readonly Verdict[]): number =>
  (100 * verdicts.filter((verdict) => verdict.foundBy !== null).length) /
  Math.max(1, verdicts.length);

/** The lines of the table in docs/MUTATION.md. */
const rowOf = (file: string, verdicts: readonly Verdict[]): string => {
  const found = verdicts.filter((verdict) => verdict.foundBy !== null).length;
  return `| \`${file}.ts\` | ${verdicts.length} | ${found} | ${percent(verdicts).toFixed(1)} % |`;
};

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: RULE_FILES.join(',') },
    lines: { type: 'string', default: '1-99999' },
    examples: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});

const [from = 1, to = from] = values.lines.split('-').map(Number);
const asker = startAsker();
const { examples } = values;
const bench: Bench = {
  asker,
  known: memory(values),
  rounds: (file) => roundsFor(file, examples),
};
try {
  const verdicts: Verdict[] = [];
  const rows: string[] = [];
  const files = values.files.split(',');
  await checkControls(bench, files[0] ?? '');
  for (const file of files) {
    const all = mutantsOf(readFileSync(pathOf(file), 'utf8'));
    const found = await judge(
      bench,
      file,
      all.filter(({ line }) => line >= from && line <= to),
    );
    rows.push(rowOf(file, found));
    console.log(rows.at(-1));
    verdicts.push(...found);
  }
  const score = percent(verdicts);
  console.log(['', ...rows, rowOf('all', verdicts), `${WANTED} % wanted`].join('\n'));
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ score, verdicts }, null, 2)}\n`);
  process.exitCode = score >= WANTED ? 0 : 1;
} finally {
  asker.stop();
}
