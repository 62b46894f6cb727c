/**
 * What no configuration needs, found before its text is read: a reader that goes deep, or over tens of
 * thousands of rows, would hold up every counter of the hall for seconds.
 */

/** Levels of nesting; a configuration has seven. */
const MOST_DEEP = 32;

/** Rows and members; a hall of forty counters has about two thousand. */
const MOST_PARTS = 10_000;

/** Blanks before a row: as many levels as blanks, at worst. */
const MOST_INDENT = 400;

/**
 * Brackets, quotes, and signs that may begin an anchor, an alias or a tag: each that is out of place is a mistake
 * to look at, and each name is looked up among all others. A configuration of the largest hall in JSON has less
 * than half of the first two, and no hall needs names.
 */
const MOST_SIGNS = [
  { signs: /[[\]{}]/g, most: 20_000 },
  { signs: /"/g, most: 40_000 },
  { signs: /(?:^|[\s,:?[\]{}-])[&*!]/g, most: 100 },
] as const;

const isOver = (text: string, signs: RegExp, most: number): boolean => {
  let count = 0;
  for (const _ of text.matchAll(signs)) {
    count += 1;
    if (count > most) return true;
  }
  return false;
};

const nestsInBrackets = (text: string): boolean => {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MOST_DEEP) return true;
  }
  return false;
};

const NESTS_IN_ROW = new RegExp(`(?:[-?:][ \\t]+){${MOST_DEEP}}`);
const NESTS_BY_INDENT = new RegExp(`^[ ]{${MOST_INDENT}}`, 'm');

/** `TOO_DEEP` or `TOO_LONG` as the code of a finding of syntax; null for a text that may be read. */
export function boundBroken(text: string): 'TOO_DEEP' | 'TOO_LONG' | null {
  if (nestsInBrackets(text) || NESTS_IN_ROW.test(text) || NESTS_BY_INDENT.test(text)) {
    return 'TOO_DEEP';
  }
  if (isOver(text, /[\n\r,]/g, MOST_PARTS)) return 'TOO_LONG';
  return MOST_SIGNS.some(({ signs, most }) => isOver(text, signs, most)) ? 'TOO_LONG' : null;
}

/** The same of a value that came as JSON: rows and members, counted no further than the bound. */
export function isTooLong(value: unknown): boolean {
  const open: unknown[] = [value];
  let parts = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const members: unknown[] = Object.values(next);
    parts += members.length;
    if (parts > MOST_PARTS) return true;
    for (const member of members) if (typeof member === 'object') open.push(member);
  }
  return false;
}
