/** Breaks a text into lines by its estimated width, so that a page holds what it is given. Pure. */
import { textWidth } from './text-width.ts';

/** Words of letters and figures stay whole, a mark stays with what it opens or closes. */
const PIECES = /[（《「『]*(?:[^\s\u2e80-\uffff]+|[\u2e80-\uffff])[，。、；：！？）》」』]*|\s+/gu;
/** The same, and figures stay with their year, month, day and hour, also those that follow one another. */
const WITH_DATES =
  /[（《「『]*(?:(?:\d+\s*[年月日号號时時分点點]\s*)+|[^\s\u2e80-\uffff]+|[\u2e80-\uffff])[，。、；：！？）》」』]*|\s+/gu;
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
  const pieces = text.match(WITH_DATES) ?? [];
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
  const fits = (piece: string): boolean => textWidth(piece.trimEnd()) <= width;
  const putParts = (piece: string): void => {
    if (fits(piece)) put(piece);
    else for (const part of piece.match(PIECES) ?? []) put(part);
  };
  for (const word of wordsOf(text)) {
    if (fits(word)) put(word);
    else for (const piece of word.match(WITH_DATES) ?? []) putParts(piece);
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
};
