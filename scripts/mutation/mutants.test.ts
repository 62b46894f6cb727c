import { expect, it } from 'vitest';
import { mutantsOf, mutated } from './mutants.ts';

const all = (source: string): string[] =>
  mutantsOf(source).map((mutant) => mutated(source, mutant));

it('turns operators, conditions, literals and calls, one at a time', () => {
  expect(all('const a = b < 2;')).toEqual([
    'const a = b <= 2;',
    'const a = b >= 2;',
    'const a = b < (2 + 1);',
  ]);
  expect(all('if (a) b();')).toEqual(['if (true) b();', 'if (false) b();', 'if (a) ;']);
  expect(all('const a = b ? -c : [!d];')).toEqual([
    'const a = true ? -c : [!d];',
    'const a = false ? -c : [!d];',
    'const a = b ? c : [!d];',
    'const a = b ? -c : [];',
    'const a = b ? -c : [d];',
  ]);
  expect(all('const a = b.filter(c);')).toEqual(['const a = b;']);
  expect(all('const a = b.some(c) && true;')).toEqual([
    'const a = b.every(c) && true;',
    'const a = b.some(c) || true;',
    'const a = b.some(c) && false;',
  ]);
});

it('leaves types, imports and texts alone', () => {
  expect(
    all("import { a } from 'b';\ntype C = 1 | 2;\nconst d: 3 = e as 4;\nconst f = 'g';"),
  ).toEqual([]);
});
