/** What a server tells in every language at once: its page chooses. Not for pages, which fetch their words. */
import { learnHongKong } from './hong-kong.ts';
import { HONG_KONG_WORDS } from './hong-kong-words.ts';
import type { Locale } from './locale.ts';

export const inEveryLanguage = <T>(tell: (locale: Locale) => T): Readonly<Record<Locale, T>> => {
  learnHongKong(HONG_KONG_WORDS);
  return { 'zh-CN': tell('zh-CN'), 'zh-HK': tell('zh-HK'), en: tell('en') };
};
