/**
 * A bank's own wording: texts of the dictionaries by language and key, e.g. `kiosk.chooseService`. The
 * server checks them at its start and writes them into the page that it serves; a page takes them up
 * when its dictionaries are made. Texts with parts that vary cannot be replaced.
 */
import type { PublicLocale } from './locale.ts';

export type BrandTexts = { readonly [L in PublicLocale]?: Readonly<Record<string, string>> };

/** The attribute of `<html>` that holds them as JSON is `data-texts`. */
type Page = { readonly documentElement: { readonly dataset: Readonly<Record<string, unknown>> } };
const NONE: BrandTexts = {};

const thisPage = (): Page | undefined => Reflect.get(globalThis, 'document');

/** Those of the page that this runs in; none outside of a browser. */
export const pageTexts = (page: Page | undefined = thisPage()): BrandTexts => {
  const written = page?.documentElement.dataset['texts'];
  return typeof written === 'string' ? (JSON.parse(written) as BrandTexts) : NONE;
};

type Dictionary = Readonly<Record<string, unknown>>;

const isDictionary = (value: unknown): value is Dictionary =>
  typeof value === 'object' && value !== null;

/** A list stays one. */
const put = (dictionary: Dictionary, key: string, value: unknown): Dictionary =>
  Object.assign(Array.isArray(dictionary) ? [...dictionary] : { ...dictionary }, { [key]: value });

const replaced = (
  dictionary: Dictionary,
  [key = '', ...rest]: readonly string[],
  text: string,
): Dictionary => {
  const inner = dictionary[key];
  if (rest.length > 0) {
    return isDictionary(inner) ? put(dictionary, key, replaced(inner, rest, text)) : dictionary;
  }
  return typeof inner === 'string' ? put(dictionary, key, text) : dictionary;
};

/** An area with the bank's texts in the place of its own. */
export const withTexts = <T extends object>(
  area: T,
  name: string,
  texts: Readonly<Record<string, string>> = {},
): T => {
  let own: Dictionary = area as Dictionary;
  for (const [key, text] of Object.entries(texts)) {
    const [first, ...path] = key.split('.');
    if (first === name) own = replaced(own, path, text);
  }
  return own as T;
};
