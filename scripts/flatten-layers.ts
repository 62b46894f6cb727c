import cascadeLayers from '@csstools/postcss-cascade-layers';
import postcss from 'postcss';

/**
 * Turns `@layer` into plain rules with the same precedence. An engine older than 2022 drops whole
 * layers, so a board on such an engine would show a page without any style.
 * `order` names them from weak to strong: the bundler puts the styles of what several parts share before
 * the page's own, and drops the statement that says it.
 */
export async function flattenLayers(css: string, order: readonly string[]): Promise<string> {
  if (!css.includes('@layer')) return css;
  const ordered = `@layer ${order.join(',')};${css}`;
  const result = await postcss([cascadeLayers()]).process(ordered, { from: undefined });
  return result.css;
}
