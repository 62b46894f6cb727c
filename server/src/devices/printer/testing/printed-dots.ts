/** What a printer burns of the bytes of a slip: read by the twin, drawn in letters of 16 dots, taller by half. */
import { escPosMachine } from '@tingxu/twins/printer/esc-pos-machine';
import type { PaperItem } from '@tingxu/twins/printer/paper';
import { type BurntDots, type LetterDots, slipDots } from '@tingxu/twins/printer/slip-dots';
import { GLYPH_DOTS, type Glyph, glyphOf } from '../../led/glyphs.ts';

/** A letter of a printer is 24 dots high. */
const TALLER = 1.5;

const glyphs = new Map<string, Glyph>();

const letters: LetterDots = (character, x, y) => {
  const glyph = glyphs.get(character) ?? glyphOf(character);
  glyphs.set(character, glyph);
  const [column, row] = [Math.floor(x / TALLER), Math.floor(y / TALLER)];
  return (((glyph.rows[row] ?? 0) >> (glyph.wide - 1 - column)) & 1) === 1 && row < GLYPH_DOTS;
};

/** Rejects: `NotEscPos`, and what is not cut off. */
export const printedDots = (bytes: Uint8Array, dots: number): BurntDots => {
  const machine = escPosMachine(dots);
  const items: PaperItem[] = [];
  const left = [...bytes];
  let isCut = false;
  for (let step = machine.next(left); step; step = machine.next(left)) {
    left.splice(0, step.taken);
    for (const effect of step.effects) {
      if (effect.kind === 'print') items.push(effect.item);
      isCut ||= effect.kind === 'cut';
    }
  }
  if (!isCut || left.length > 0) throw new Error('the slip is not whole');
  return slipDots({ items, torn: false }, dots, letters);
};
