/** Breaks a text into lines by its estimated width, so that a page holds what it is given. Pure. */
import { textWidth } from './text-width.ts';

/** Words of letters and figures stay whole, a closing mark stays with what it closes. */
const PIECES = /[^\s\u2e80-\uffff]+|[\u2e80-\uffff][，。、；：！？）》」』]*|\s+/gu;

/** Units: em of its own size. A piece that is wider than a line has a line of its own. */
export const wrapText = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    if (line !== '' && textWidth((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
};
