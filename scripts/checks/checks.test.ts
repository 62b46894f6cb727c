import { expect, test } from 'vitest';
import { ROOT } from '../tree.ts';
import { canaryProblems, expectedRules } from './canary.ts';
import { citationProblems, namedIn, sharedNumbers } from './citations.ts';
import { escapingImports } from './imports.ts';
import { addressLines } from './lockfile.ts';
import { markedLines } from './marks.ts';
import { checkRoot, rootProblems } from './root.ts';
import { sizeProblem } from './size.ts';
import { citedIds, explainedIds, sourceProblems } from './sources.ts';
import { ruleIds, specProblems, titleIds } from './spec.ts';

const SPEC = `# Rules
Prose may mention CALL-9 without defining it.
- **CALL-1** The first of a lane comes first.
* CALL-2 A second rule.
| MISS-1 | twice at least |
### NUM-12 Numbers
`;

test('rules are list items, table rows and headings', () => {
  expect(ruleIds(SPEC)).toEqual(['CALL-1', 'CALL-2', 'MISS-1', 'NUM-12']);
});

test('titles give the ids with which they start', () => {
  const source = `
    test('CALL-1 calls the first', () => {});
    it("[CALL-2] also", () => {});
    test.each([[1, 'CALL-7']])('MISS-1, MISS-2: both %s', () => {});
    describe('CALL-8 is a group, no test', () => {});
    test('says something about CALL-9', () => {});
    test(\`NUM-12 templates\`, () => {});
  `;
  expect(titleIds(source)).toEqual(['CALL-1', 'CALL-2', 'MISS-1', 'MISS-2', 'NUM-12']);
});

test('rules and tests that match leave nothing to say', () => {
  const titles = new Map([['a.test.ts', ['CALL-1', 'DS-04']]]);
  expect(specProblems(['CALL-1'], titles)).toEqual([]);
});

test('a rule without a test, a test without a rule and a rule told twice are found', () => {
  const titles = new Map([['a.test.ts', ['CALL-1', 'CALL-3']]]);
  expect(specProblems(['CALL-1', 'CALL-2', 'CALL-2'], titles)).toEqual([
    'CALL-2 is defined twice in docs/SPEC.md',
    'CALL-2 has no test whose title starts with it',
    'a.test.ts tests CALL-3, which docs/SPEC.md does not define',
  ]);
});

test('a quality series that the specification takes over is held to it', () => {
  const titles = new Map([['a.test.ts', ['INV-01', 'INV-02']]]);
  expect(specProblems(['INV-01'], titles)).toEqual([
    'a.test.ts tests INV-02, which docs/SPEC.md does not define',
  ]);
});

test('a docstring that follows a rule or names a decision that nobody wrote is found', () => {
  const text = `/**
 * Calls. Rules: CALL-1..CALL-3,
 * INV-07. Rejects: A-9.
 * Source: H44; adr/0012, docs/adr/0099.
 */
/** Rules: GONE-1. */`;
  expect(namedIn(text)).toEqual({
    rules: ['CALL-1', 'CALL-3', 'INV-07', 'GONE-1'],
    decisions: ['0012', '0099'],
  });
  const known = [new Set(['CALL-1', 'CALL-3']), new Set(['0012'])] as const;
  expect(citationProblems(...known, 'a.ts', text)).toEqual([
    'a.ts follows GONE-1, which docs/SPEC.md does not define',
    'a.ts names adr/0099, which is not there',
  ]);
});

test('two decisions of one number are found', () => {
  expect(sharedNumbers(['0001-a.md', '0002-b.md', 'README.md'])).toEqual([]);
  expect(sharedNumbers(['0001-a.md', '0002-b.md', '0002-c.md'])).toEqual([
    'docs/adr has two decisions of number 0002',
  ]);
});

test('a file over its limit is found, and a test may be twice as long', () => {
  const lines = (count: number) => 'x\n'.repeat(count);
  expect(sizeProblem('server/src/a.ts', lines(400))).toBeUndefined();
  expect(sizeProblem('server/src/a.ts', lines(401))).toContain('401 lines');
  expect(sizeProblem('server/src/a.test.ts', lines(800))).toBeUndefined();
  expect(sizeProblem('test/journeys/a.ts', lines(801))).toContain('801 lines');
});

test('an import that leaves its package by path is found', () => {
  // Spelled in parts, so that the check does not find its own test.
  const from = (specifier: string) => `export { a } from '${specifier}';\n`;
  const far = ['../../server/src/b.ts', '../../../shared/hall/src/c.ts'];
  const source = [from('./a.ts'), from('../styles.css'), ...far.map(from)].join('');
  expect(escapingImports('kiosk/src/x.ts', source)).toEqual(far);
  expect(escapingImports('kiosk/src/x.ts', `await import('${far[0]}')`)).toEqual([far[0]]);
  expect(escapingImports('shared/hall/src/x.ts', `import '${far[0]}'`)).toEqual([far[0]]);
  expect(escapingImports('kiosk/vite.config.ts', from('../scripts/vite-app.ts'))).toEqual([]);
});

test('an address in a lockfile is found, and a hash is none', () => {
  const clean = "resolution: {integrity: sha512-abc==}\n'http-errors@2.0.1':";
  expect(addressLines(clean)).toEqual([]);
  expect(addressLines('resolution: {tarball: https://mirror.example/a.tgz}')).toHaveLength(1);
  expect(addressLines('"resolved": "https://mirror.example/a.tgz",')).toHaveLength(1);
});

test('marks of unfinished work are found as words', () => {
  const word = ['TO', 'DO'].join('');
  expect(markedLines(`// ${word}: later\nconst ${word}S = 1;`)).toEqual([1]);
});

test('a fixture that the linter lets pass is a problem', () => {
  const expected = new Map([
    ['bad.ts', ['lint/a', 'lint/b']],
    ['good.ts', ['nothing']],
  ]);
  expect(canaryProblems(expected, new Map([['bad.ts', new Set(['lint/a', 'lint/b'])]]))).toEqual(
    [],
  );
  expect(canaryProblems(expected, new Map([['bad.ts', new Set(['lint/b'])]]))).toEqual([
    'bad.ts passes the linter; lint/a should have refused it',
  ]);
});

test('a linter that refuses everything is a problem, and so is a fixture without a word', () => {
  const strict = new Map([['good.ts', new Set(['lint/a'])]]);
  expect(canaryProblems(new Map([['good.ts', ['nothing']]]), strict)).toHaveLength(1);
  expect(canaryProblems(new Map([['mute.ts', []]]), new Map())).toHaveLength(1);
  expect(canaryProblems(new Map(), new Map())).toEqual(['there is no fixture']);
  expect(expectedRules('// expect: lint/a\n// expect: plugin\nexport {};')).toEqual([
    'lint/a',
    'plugin',
  ]);
});

test('an id cited as a source that the page does not explain is found, and no other', () => {
  const explained = explainedIds(
    '| id | asks |\n| --- | --- |\n| H1 | Early. |\n| INV-05, INV-12 | Order. |',
  );
  expect([...explained]).toEqual(['H1', 'INV-05', 'INV-12']);
  const text = '/** Why. Rules: CALL-4. Source: product.md 4.1, H1, H99; INV-12. */ const H77 = 1;';
  expect(citedIds(text)).toEqual(['H1', 'H99', 'INV-12']);
  expect(sourceProblems(explained, new Map([['a.ts', citedIds(text)]]))).toEqual([
    'a.ts cites H99, which docs/SOURCES.md does not explain',
  ]);
});

test('a file that a command left in the root is found, and so is one that has gone', () => {
  expect(checkRoot(ROOT)).toEqual([]);
  const known = ['README.md', 'docs'];
  expect(rootProblems(['README.md', 'docs/a.md'], known)).toEqual([]);
  expect(rootProblems(['README.md', 'docs/a.md', '3272'], known)).toEqual([
    '3272 stands in the root, and on no list (scripts/checks/root.ts)',
  ]);
  expect(rootProblems(['docs/a.md'], known)).toEqual([
    'README.md is on the list of the root (scripts/checks/root.ts), and not there',
  ]);
});
