/** ACC-03: contrast of every pair of tokens that components put on one another. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contrast } from './lib/contrast.ts';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

type Tokens = Readonly<Record<string, string>>;

/** All colours of the blocks whose selector list holds the selector. */
function coloursOf(selector: string): Tokens {
  const found: Record<string, string> = {};
  for (const [, selectors = '', body = ''] of css.matchAll(
    /^([^\n{}/*]+(?:,\n[^\n{}]+)*) \{([^}]*)\}/gm,
  )) {
    if (!selectors.split(',').some((one) => one.trim() === selector)) continue;
    for (const [, name = '', value = ''] of body.matchAll(/--color-([a-z-]+): (#[0-9a-f]{6});/g)) {
      found[name] = value;
    }
  }
  return found;
}

const common = coloursOf(':root');
const THEMES = {
  light: { colours: { ...common, ...coloursOf('[data-theme="light"]') }, text: 7 },
  board: { colours: { ...common, ...coloursOf('[data-theme="board"]') }, text: 10 },
  slip: { colours: { ...common, ...coloursOf('[data-theme="slip"]') }, text: 10 },
} as const;
const PARTS = 4.5;

const GROUNDS = ['bg', 'surface', 'sunken'];
const TEXT_PAIRS: readonly (readonly [text: string, ground: string])[] = [
  ...['text', 'text-muted'].flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ...['accent', 'warn', 'over'].flatMap((text) => [
    [text, 'bg'] as const,
    [text, 'surface'] as const,
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['accent', 'accent-soft'],
  ['text', 'accent-soft'],
  ['text-muted', 'accent-soft'],
  ['on-accent-soft', 'accent-soft'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ['on-banner', 'banner'],
  ...['ok', 'warn', 'over', 'quiet', 'lane-vip', 'lane-elderly', 'lane-normal'].map(
    (name) => [name, `${name}-soft`] as const,
  ),
];
const PART_PAIRS: readonly (readonly [part: string, ground: string])[] = [
  ...['line-strong', 'signal', 'focus', 'ok-mark', 'warn-mark', 'over-mark', 'quiet-mark'].flatMap(
    (part) => [[part, 'bg'] as const, [part, 'surface'] as const],
  ),
  ['ok-mark', 'ok-soft'],
  ['warn-mark', 'warn-soft'],
  ['over-mark', 'over-soft'],
  ['quiet-mark', 'quiet-soft'],
  ['lane-vip', 'bg'],
  ['lane-elderly', 'bg'],
  ['on-seal', 'seal'],
];

function ratio(colours: Tokens, a: string, b: string): number {
  const [first, second] = [colours[a], colours[b]];
  if (!first || !second) throw new Error(`tokens.css has no colour ${first ? b : a}`);
  return contrast(first, second);
}

describe.each(Object.entries(THEMES))('ACC-03 contrast of the %s theme', (_name, theme) => {
  test.each(TEXT_PAIRS)('text %s on %s', (text, ground) => {
    expect(ratio(theme.colours, text, ground)).toBeGreaterThanOrEqual(
      ground.startsWith('banner') ? Math.max(10, theme.text) : theme.text,
    );
  });
  test.each(PART_PAIRS)('part %s on %s', (part, ground) => {
    expect(ratio(theme.colours, part, ground)).toBeGreaterThanOrEqual(PARTS);
  });
});

describe('the rig', () => {
  test('knows the ratio of black on white and of a grey that fails', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeLessThan(PARTS);
  });
  test('reads every theme whole', () => {
    const names = Object.keys(THEMES.light.colours).sort();
    for (const theme of Object.values(THEMES)) {
      expect(Object.keys(theme.colours).sort()).toEqual(names);
    }
    expect(names.length).toBeGreaterThanOrEqual(39);
  });
  test('every colour of a theme is six-digit hex', () => {
    const declared = [...css.matchAll(/--color-[a-z-]+:/g)].length;
    const read = [...css.matchAll(/--color-[a-z-]+: #[0-9a-f]{6};/g)].length;
    expect(read).toBe(declared);
  });
});
