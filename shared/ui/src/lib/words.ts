/**
 * Where a Chinese text may go on to the next line: between its words, as far as the browser knows them. Names of
 * branches and services are broken where somebody who reads them aloud would breathe. Pure.
 */

const HAN = /^\p{Script=Han}+$/u;
/** Words of one character that belong to what follows. */
const LEADS = /^[与與及和或至]$/u;

/** Null in an old browser: there it breaks where it did. */
const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;

/**
 * The dictionary cuts what it does not know into single characters: several stay together, one stays with what is
 * before it, and a joining word with what it leads to.
 */
const grouped = (words: readonly string[]): readonly string[] => {
  const groups: string[] = [];
  let lead = '';
  let run = '';
  const close = (): void => {
    if (run === '') return;
    if (run.length === 1 && lead === '' && groups.length > 0) groups.push(`${groups.pop()}${run}`);
    else groups.push(lead + run);
    lead = '';
    run = '';
  };
  for (const word of words) {
    if (LEADS.test(word)) {
      close();
      lead += word;
    } else if (word.length === 1) {
      run += word;
    } else {
      if (lead === '' || run.length > 1) close();
      groups.push(lead + run + word);
      lead = '';
      run = '';
    }
  }
  close();
  return lead === '' ? groups : [...groups, lead];
};

/** Parts that together are the text; all but one where nothing but a browser's own rules break it. */
export const wordsOf = (text: string): readonly string[] => {
  if (segmenter === null) return [text];
  const parts: string[] = [];
  let chinese: string[] = [];
  // Signs, figures and letters stay with what they follow: the browser knows where these break.
  const close = (rest: string): void => {
    const [first = '', ...others] = grouped(chinese);
    parts.push(`${parts.pop() ?? ''}${first}`, ...others);
    parts.push(`${parts.pop() ?? ''}${rest}`);
    chinese = [];
  };
  for (const { segment } of segmenter.segment(text)) {
    if (HAN.test(segment)) chinese.push(segment);
    else close(segment);
  }
  close('');
  return parts;
};
