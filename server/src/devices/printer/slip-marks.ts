/**
 * A slip as marks on paper, one below the other, and the marks as ESC/POS. Pure.
 * Units: dots of 1/8 mm; a Latin letter is 12 wide, a Chinese character 24, both 24 high, times its size.
 */

import type { PaperWidth } from '@tingxu/contract/sheets';
import {
  align,
  bold,
  CHINESE,
  CUT,
  feed,
  inverse,
  LINE_FEED,
  lineHeight,
  qrCode,
  RESET,
  size,
} from './esc-pos.ts';
import { gb18030 } from './gb18030.ts';

/** What the head can reach. Units: dots. */
export const DOTS: Readonly<Record<PaperWidth, number>> = { 58: 384, 80: 576 };

export type Look = {
  /** Times the usual size, 1 to 8. */
  readonly wide: number;
  readonly high: number;
  readonly bold?: boolean;
  readonly inverse?: boolean;
  readonly where: 'left' | 'centre';
};

export type Mark =
  | { readonly kind: 'text'; readonly text: string; readonly look: Look }
  | { readonly kind: 'space'; readonly dots: number }
  | { readonly kind: 'rule' }
  | { readonly kind: 'qr'; readonly text: string; readonly module: number };

const LETTER = 12;
const HEIGHT = 24;
/** Between two lines of the usual size. */
const LEADING = 8;

/** What a printer draws in a full square: everything that its set writes with two bytes or four. */
const widthOf = (character: string): number =>
  (character.codePointAt(0) ?? 0) < 0x80 ? LETTER : 2 * LETTER;

export const textWidth = (text: string): number =>
  [...text].reduce((sum, character) => sum + widthOf(character), 0);

/**
 * Words of letters stay together, and so do a range and a count with its unit; Chinese may break anywhere else, but no
 * line begins with a stop.
 */
const PIECES =
  /\d+(?:–\d+)? ?(?:[人位次个個号號]|分[钟鐘])[，。；：、！？）」]*|[!-~]+(?:–[!-~]+)* ?|[^!-~][，。；：、！？）」]*/gu;

/** Lines of at most so many dots of the usual size. */
const fitted = (text: string, most: number): string[] => {
  const lines: string[] = [];
  let line = '';
  const put = (piece: string): void => {
    if (textWidth((line + piece).trimEnd()) <= most) line += piece;
    else {
      if (line.trim() !== '') lines.push(line.trimEnd());
      line = piece.trimStart();
    }
  };
  for (const [piece] of text.matchAll(PIECES)) {
    if (textWidth(piece.trimEnd()) <= most) put(piece);
    else for (const character of piece) put(character);
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
};

/** So many lines are a sentence, not a paragraph. */
const SENTENCE = 3;

/** Ends of lines in the middle of Chinese words, as far as nobody can tell: neither at a space nor after a stop. */
const roughEnds = (text: string, lines: readonly string[]): number => {
  let from = 0;
  return lines.slice(0, -1).filter((line) => {
    from = text.indexOf(line, from) + line.length;
    return text[from] !== ' ' && !/[，。；：、！？）」]$/u.test(line);
  }).length;
};

/**
 * Lines that fit, at the given times the usual width. A few of them break where words end, and are about the same
 * length, so that none is a single sign.
 */
const wrapped = (text: string, wide: number, dots: number): string[] => {
  const most = Math.floor(dots / wide);
  let best = fitted(text, most);
  const { length } = best;
  if (length < 2 || length > SENTENCE) return best;
  const widths = [...text.matchAll(PIECES)].map(([piece]) => textWidth(piece.trimEnd()));
  const least = Math.max(...widths);
  for (let less = most - LETTER; less >= least; less -= LETTER) {
    const narrower = fitted(text, less);
    if (narrower.length > length) break;
    if (roughEnds(text, narrower) <= roughEnds(text, best)) best = narrower;
  }
  return best;
};

/** As it is burnt, line by line: white on black with a black letter at either end. */
export const burntLines = (text: string, { wide, inverse }: Look, dots: number): string[] =>
  inverse
    ? wrapped(text, wide, dots - 2 * LETTER * wide).map((line) => ` ${line} `)
    : wrapped(text, wide, dots);

const textBytes = (text: string, look: Look, dots: number): number[] =>
  burntLines(text, look, dots).flatMap((line) => [
    ...align(look.where),
    ...size(look.wide, look.high),
    ...bold(look.bold ?? false),
    ...inverse(look.inverse ?? false),
    ...lineHeight(Math.min(255, look.high * HEIGHT + LEADING)),
    ...gb18030(line),
    ...LINE_FEED,
  ]);

/** A thin line across, of a character that every set has. */
const ruleBytes = (dots: number): number[] =>
  textBytes('-'.repeat(Math.floor(dots / LETTER)), { wide: 1, high: 1, where: 'left' }, dots);

const markBytes = (mark: Mark, dots: number): readonly number[] => {
  switch (mark.kind) {
    case 'text':
      return textBytes(mark.text, mark.look, dots);
    case 'space':
      return feed(mark.dots);
    case 'rule':
      return ruleBytes(dots);
    case 'qr':
      return [...align('centre'), ...size(1, 1), ...qrCode(mark.text, mark.module), ...LINE_FEED];
    default:
      return mark satisfies never;
  }
};

/** `setup`: what a model needs to be told on each slip. */
export const slipBytes = (
  marks: readonly Mark[],
  paper: PaperWidth,
  setup: Uint8Array = new Uint8Array(),
): Uint8Array =>
  Uint8Array.from([
    ...RESET,
    ...setup,
    ...CHINESE,
    ...marks.flatMap((mark) => [...markBytes(mark, DOTS[paper])]),
    ...CUT,
  ]);
