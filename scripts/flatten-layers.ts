import cascadeLayers from '@csstools/postcss-cascade-layers';
import postcss from 'postcss';

/**
 * Turns `@layer` into plain rules with the same precedence. An engine older than 2022 drops whole
 * layers, so a board on such an engine would show a page without any style.
 */
export async function flattenLayers(css: string): Promise<string> {
  const result = await postcss([cascadeLayers()]).process(css, { from: undefined });
  return result.css;
}
