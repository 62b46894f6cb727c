/** Breaks a text into lines by its estimated width, so that a page holds what it is given. Pure. */
import { textWidth } from './text-width.ts';

/** Words of letters and figures stay whole, a closing mark stays with what it closes. */
const PIECES = /[^\s\u2e80-\uffff]+|[\u2e80-\uffff][，。、；：！？）》」』]*|\s+/gu;
/** Marks that stand with what they close. */
const CLOSES = /^[，。、；：！？）》」』]/u;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Pieces of Chinese put together to its words, as the browser knows them. */
const wordsOf = (text: string): readonly string[] => {
  const ends = new Set<number>();
  for (const { index, segment } of segmenter.segment(text)) ends.add(index + segment.length);
  const words: string[] = [];
  let at = 0;
  let open = '';
  const pieces = text.match(PIECES) ?? [];
  for (const [index, piece] of pieces.entries()) {
    at += piece.length;
    open += piece;
    if (!ends.has(at) || CLOSES.test(pieces[index + 1] ?? '')) continue;
    words.push(open);
    open = '';
  }
  return open === '' ? words : [...words, open];
};

/** Units: em of its own size. A word that is wider than a line goes over lines; of letters it has one of its own. */
export const wrapText = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  const put = (piece: string): void => {
    if (line !== '' && textWidth((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  };
  for (const word of wordsOf(text)) {
    if (textWidth(word.trimEnd()) <= width) put(word);
    else for (const piece of word.match(PIECES) ?? []) put(piece);
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
};
