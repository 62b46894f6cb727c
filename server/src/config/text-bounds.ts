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
  let parts = 0;
  for (const _ of text.matchAll(/[\n\r,]/g)) {
    parts += 1;
    if (parts > MOST_PARTS) return 'TOO_LONG';
  }
  return null;
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
