/** Writes Chinese texts as Hong Kong reads them, by a table of words and signs (adr/0033). Pure. */
import { HONG_KONG } from './hong-kong-table.ts';

/** `from=to` between spaces, made by `npm run words:hk`. The longest that fits wins. */
export type HongKongTable = string;

/** Writes a text in the signs and words of Hong Kong. */
export type Rewrite = (text: string) => string;

/** Around a part that is none of ours: a name, a number, a text that was told already. No text has these. */
const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';
const MARKS = /[\uFDD0\uFDD1]/g;

type Word = readonly [from: string, to: string];

/** By their first sign, the longest first. */
const byFirst = (table: HongKongTable): ReadonlyMap<string, readonly Word[]> => {
  const all = new Map<string, Word[]>();
  for (const entry of table.trim().split(/\s+/)) {
    const [from = '', to = ''] = entry.split('=');
    const first = from.charAt(0);
    all.set(first, [...(all.get(first) ?? []), [from, to]]);
  }
  for (const words of all.values()) words.sort(([a], [b]) => b.length - a.length);
  return all;
};

export const rewriteBy = (table: HongKongTable): Rewrite => {
  const words = byFirst(table);
  return (text) => {
    let written = '';
    for (let at = 0; at < text.length; ) {
      const sign = text.charAt(at);
      if (sign === OPEN) {
        const end = text.indexOf(CLOSE, at);
        written += text.slice(at + 1, end);
        at = end + 1;
      } else {
        const [from, to] = words.get(sign)?.find(([word]) => text.startsWith(word, at)) ?? [
          sign,
          sign,
        ];
        written += to;
        at += from.length;
      }
    }
    return written;
  };
};

/** Numbers stay numbers, as texts count by them; an empty part stays empty, as texts ask for it. */
const kept = (part: unknown): unknown => {
  if (typeof part === 'string') return part === '' ? part : OPEN + part.replace(MARKS, '') + CLOSE;
  return Array.isArray(part) ? part.map(kept) : part;
};

const written = (value: unknown, rewrite: Rewrite): unknown => {
  if (typeof value === 'string') return rewrite(value);
  if (typeof value === 'function') {
    return (...parts: readonly unknown[]) => rewrite(value(...parts.map(kept)));
  }
  if (Array.isArray(value)) return value.map((inner) => written(inner, rewrite));
  // A figure or a switch among the texts has no words.
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, written(inner, rewrite)]),
  );
};

/** A dictionary as Hong Kong reads it; parts that a text is given stay as they are. */
export const inWords =
  (table: HongKongTable) =>
  <T extends object>(texts: T): T =>
    written(texts, rewriteBy(table)) as T;

export const HONG_KONG_WORDS = inWords(HONG_KONG);
