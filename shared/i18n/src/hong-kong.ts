/**
 * What staff read in Hong Kong and Taiwan is made from the Chinese texts (adr/0033). What it is made by is
 * no part of a page's first picture: it is fetched before the first text of it is asked for.
 */

/** Makes a dictionary of Hong Kong from a Chinese one. */
export type HongKongWords = <T extends object>(texts: T) => T;

let known: HongKongWords | null = null;

/** From here on every area has its texts in zh-HK. */
export const learnHongKong = (words: HongKongWords): void => {
  known = words;
};

/** Null when they are there. Rejects: where their file cannot be had. */
export const fetchHongKong = (): Promise<void> | null =>
  known ? null : import('./hong-kong-words.ts').then((m) => learnHongKong(m.HONG_KONG_WORDS));

export const inHongKong = <T extends object>(texts: T): T => {
  if (!known) throw new Error('The words of Hong Kong were not fetched');
  return known(texts);
};
