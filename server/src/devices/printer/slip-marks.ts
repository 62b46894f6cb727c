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

/** Words of letters stay together; Chinese may break anywhere, but no line begins with a stop. */
const PIECES = /[!-~]+ ?|[^!-~][，。；：、！？）」]*/gu;

/** Lines that fit, at the given times the usual width. */
const wrapped = (text: string, wide: number, dots: number): string[] => {
  const most = Math.floor(dots / wide);
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
