import { expect, test } from 'vitest';
import { asvsMarkdown, percent, shareOf } from '../asvs/page.ts';
import { readTable } from '../asvs/table.ts';
import { ROOT } from '../tree.ts';
import { asvsProblems, checkAsvs, titlesIn } from './asvs.ts';

const HEAD = `counts: { 1: 1, 2: 2 }
picks: [2.1.3]
chapters: { 1: 'One', 2: 'Two' }
requirements:
`;
const row = (id: string, level: number, answer: string, about = 'a few words') =>
  `  - { id: ${id}, level: ${level}, about: '${about}', ${answer} }\n`;
const PROVED = "test: [{ file: a.test.ts, title: 'does it' }]";
const WHOLE = [
  ...[HEAD, row('1.1.1', 1, PROVED), row('2.1.1', 2, "reason: 'there is none'")],
  ...[
    row('2.1.2', 2, "open: 'not built'"),
    row('2.1.3', 3, "manual: { on: '2026-11-22', seen: x }"),
  ],
].join('');

const problemsOf = (yaml: string) =>
  asvsProblems(readTable(yaml), (file) => (file === 'a.test.ts' ? ['it does it well'] : null));

test('every requirement is answered, by tests that are there, and docs/ASVS.md tells it', () => {
  expect(checkAsvs(ROOT)).toEqual([]);
});

test('a table without a fault has none', () => {
  expect(problemsOf(WHOLE)).toEqual([]);
});

test.each([
  ['a requirement twice', WHOLE + row('2.1.3', 3, PROVED), ['2.1.3 is there twice']],
  [
    'one that is lacking',
    WHOLE.replace(row('2.1.2', 2, "open: 'not built'"), ''),
    ['level 2 has 1 requirements, the standard 2'],
  ],
  [
    'a test that is not there',
    WHOLE.replace('does it', 'does that'),
    ['1.1.1 names “does that”, which no test of a.test.ts is called'],
  ],
  [
    'a file that is not there',
    WHOLE.replace('a.test.ts', 'b.test.ts'),
    ['1.1.1 names b.test.ts, which is no test file of ours'],
  ],
  [
    'a row without an answer',
    WHOLE.replace("open: 'not built'", "open: ''"),
    ['2.1.2 is not answered in one way'],
  ],
  [
    'a row with two answers',
    WHOLE.replace("open: 'not built'", "open: 'not built', reason: 'none'"),
    ['2.1.2 is not answered in one way'],
  ],
  [
    'a look without a day',
    WHOLE.replace("on: '2026-11-22', ", ''),
    ['2.1.3 is not answered in one way'],
  ],
  [
    'a member that no row has',
    WHOLE.replace('level: 1', 'level: 1, note: x'),
    ['1.1.1 has the strange member note'],
  ],
  [
    'the text of the standard',
    WHOLE.replace('a few words', 'word '.repeat(13).trim()),
    ['1.1.1 is told in 13 words'],
  ],
  [
    'one of no chapter',
    WHOLE.replace("2: 'Two'", "3: 'Three'"),
    ['2.1.1', '2.1.2', '2.1.3'].map((id) => `${id} is of no chapter`),
  ],
  [
    'another of level 3',
    WHOLE.replace('[2.1.3]', '[2.1.9]'),
    ['2.1.9 was taken on and is not there', '2.1.3 is of level 3 and no pick'],
  ],
] as const)('%s is found', (_what, yaml, problems) => {
  expect(problemsOf(yaml)).toEqual(problems);
});

test('titles are read as they are written: plain, of a table, with a quote', () => {
  const source = `test('plain one', f); it.each([['x']])("of %s", f); it('it’s \\'so\\'', f); describe('none', f);`;
  expect(titlesIn(source)).toEqual(['plain one', 'of %s', "it’s 'so'"]);
});

test('the share is of what applies and is never rounded up', () => {
  const table = readTable(WHOLE);
  expect(shareOf(table.rows)).toEqual({ applies: 3, automatic: 1, manual: 1, open: 1, none: 1 });
  expect(percent(shareOf(table.rows))).toBe('33.3 %');
  expect(percent({ applies: 0, automatic: 0, manual: 0, open: 0, none: 4 })).toBe('–');
  expect(percent({ applies: 1000, automatic: 849, manual: 0, open: 151, none: 0 })).toBe('84.9 %');
  expect(asvsMarkdown(table)).toContain('| 2.1.2 | 2 | a few words | **open**: not built |');
});
