/** A class that a component names must exist in its style sheet, and the other way round. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = import.meta.dirname;
const sheets = readdirSync(folder).filter((name) => name.endsWith('.module.css'));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

const defined = (css: string): Set<string> =>
  new Set([...css.matchAll(/\.([a-z][a-z0-9-]*)(?=[\s,:.{>[])/g)].map(([, name = '']) => name));

/** Names in `styles['x']`; a computed name counts as its fixed beginning, or as anything. */
function used(tsx: string): { exact: Set<string>; beginnings: string[] } {
  const exact = [...tsx.matchAll(/styles\['([^']+)'\]/g)].map(([, name = '']) => name);
  const templates = [...tsx.matchAll(/styles\[`([^$`]*)\$\{/g)].map(([, start = '']) => start);
  const computed = /styles\[(?!['`])/.test(tsx) ? [''] : [];
  return { exact: new Set(exact), beginnings: [...templates, ...computed] };
}

describe.each(sheets)('%s', (sheet) => {
  const names = defined(read(sheet));
  const { exact, beginnings } = used(read(sheet.replace('.module.css', '.tsx')));
  test('has every class that the component names', () => {
    expect([...exact].filter((name) => !names.has(name))).toEqual([]);
  });
  test('has no class that nothing names', () => {
    const idle = [...names].filter(
      (name) => !exact.has(name) && !beginnings.some((start) => name.startsWith(start)),
    );
    expect(idle).toEqual([]);
  });
  test('lies in the layer ui and takes its colours from tokens', () => {
    const css = read(sheet);
    expect(css.startsWith('@layer ui {')).toBe(true);
    expect(css.match(/#[0-9a-f]{3,8}\b(?! calc)/gi)?.filter((hex) => hex !== '#000') ?? []).toEqual(
      [],
    );
  });
});

test('the rig sees a class that is not there', () => {
  const { exact } = used("<b class={cx(styles['gone'])} />");
  expect([...exact].filter((name) => !defined('.here { }').has(name))).toEqual(['gone']);
});
