/** Marks as the lines of a sheet that a browser draws: broken where the printer's own would be. Pure. Rules: SLIP-7. */
import type { PaperWidth, SheetLine } from '@tingxu/contract/sheets';
import { burntLines, DOTS, type Mark } from './slip-marks.ts';

const linesOf = (mark: Mark, dots: number): readonly SheetLine[] => {
  if (mark.kind !== 'text') return [mark];
  const { wide, high, bold = false, inverse = false, where } = mark.look;
  return burntLines(mark.text, mark.look, dots).map((text) => ({
    ...{ kind: 'text', text, wide, high, bold, inverse, where },
  }));
};

export const sheetLines = (marks: readonly Mark[], paper: PaperWidth): SheetLine[] =>
  marks.flatMap((mark) => [...linesOf(mark, DOTS[paper])]);
