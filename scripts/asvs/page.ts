/** docs/ASVS.md, from docs/asvs.yaml. */
import { type Answer, type AsvsTable, chapterOf, type Requirement } from './table.ts';

export type Share = {
  readonly applies: number;
  readonly automatic: number;
  readonly manual: number;
  readonly open: number;
  readonly none: number;
};

const isOf = (kind: Answer['kind']) => (row: Requirement) => row.answer?.kind === kind;

export function shareOf(rows: readonly Requirement[]): Share {
  const count = (kind: Answer['kind']): number => rows.filter(isOf(kind)).length;
  const none = count('reason');
  const counts = { automatic: count('test'), manual: count('manual'), open: count('open') };
  return { applies: rows.length - none, ...counts, none };
}

/** To one tenth, rounded down: 85 % is reached, not nearly. */
export const percent = ({ automatic, applies }: Share): string =>
  applies === 0 ? '–' : `${(Math.floor((automatic * 1000) / applies) / 10).toFixed(1)} %`;

const INTRODUCTION = [
  'Every requirement of level 1 and 2 of the OWASP Application Security Verification Standard 5.0.0, and',
  'those of level 3 that we took on (SEC-01), with how it is answered: by tests that `npm test` runs, by what',
  'somebody looked at on a day, not yet, or by why it asks nothing of this product. The standard is not',
  'repeated here: the numbers are its own, the few words beside them are ours.',
  '`npm run check` holds each named test to be there.',
].join('\n');

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');

function toldAnswer(answer: Answer | null): string {
  if (answer === null) return '?';
  if (answer.kind === 'reason') return `does not apply: ${cell(answer.reason)}`;
  if (answer.kind === 'manual') return `looked at on ${answer.on}: ${cell(answer.seen)}`;
  if (answer.kind === 'open') return `**open**: ${cell(answer.missing)}`;
  return answer.proofs
    .map(({ file, title }) => `[${file.split('/').at(-1)}](../${file}) “${cell(title)}”`)
    .join('<br>');
}

const shareCells = (share: Share): string =>
  `${share.applies} | ${share.automatic} | ${share.manual} | ${share.open} | ${share.none} | ${percent(share)}`;

const rowLine = ({ id, level, about, answer }: Requirement): string =>
  `| ${id} | ${level} | ${cell(about)} | ${toldAnswer(answer)} |`;

function chapterSection([number, name]: readonly [string, string], table: AsvsTable): string[] {
  const rows = table.rows.filter(({ id }) => chapterOf(id) === number);
  return [
    `## ${number} ${name}`,
    '',
    '| id | level | about | answer |',
    '| --- | --- | --- | --- |',
    ...rows.map(rowLine),
    '',
  ];
}

/** The whole page. */
export function asvsMarkdown(table: AsvsTable): string {
  const chapters = Object.entries(table.chapters);
  const all = shareOf(table.rows);
  const lines = chapters.map(([number, name]) => {
    const rows = table.rows.filter(({ id }) => chapterOf(id) === number);
    return `| ${number} ${name} | ${shareCells(shareOf(rows))} |`;
  });
  return [
    '# ASVS 5.0',
    '',
    '<!-- Written by scripts/asvs.ts from docs/asvs.yaml. -->',
    '',
    INTRODUCTION,
    '',
    `Of ${table.rows.length} requirements ${all.applies} apply; ${all.automatic} of these are automatic (${percent(all)}), ` +
      `${all.manual} were looked at, ${all.open} are open.`,
    '',
    '| chapter | applies | automatic | looked at | open | does not apply | automatic of what applies |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
    `| all | ${shareCells(all)} |`,
    '',
    ...chapters.flatMap((chapter) => chapterSection(chapter, table)),
  ].join('\n');
}
