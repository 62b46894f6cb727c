import { expect, test } from 'vitest';
import { flattenLayers } from './flatten-layers.ts';

test('no layer is left, and the later layer wins over a stronger selector, wherever it stands', async () => {
  const css = '@layer ui { .button { color: red } } @layer base { #a .b { color: blue } }';
  const flat = await flattenLayers(css, ['base', 'ui']);
  expect(flat).not.toContain('@layer');
  const ids = (selector: RegExp) => (selector.exec(flat)?.[0].match(/#/g) ?? []).length;
  expect(ids(/\.button[^{]*/)).toBeGreaterThan(ids(/#a \.b[^{]*/));
});

test('css without layers stays as it is', async () => {
  expect(await flattenLayers('.a{color:red}', ['base', 'ui'])).toBe('.a{color:red}');
});
