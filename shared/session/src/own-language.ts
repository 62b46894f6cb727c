/** The language of a page of staff: the one of the address, else the last one of this browser, else what the browser asks for. */
import { type Areas, createI18n } from '@tingxu/i18n/create-i18n';
import { LOCALES, type Locale, matchLocale } from '@tingxu/i18n/locale';

const KEY = 'tingxu.locale';

export type Wishes = {
  /** Of the address, with its question mark. */
  readonly search: string;
  readonly stored: string | null;
  /** What the browser asks for, the dearest first. */
  readonly languages: readonly string[];
};

/** A wish that no language answers counts for nothing. */
export const wantedLocale = ({ search, stored, languages }: Wishes): Locale => {
  const asked = [new URLSearchParams(search).get('locale'), stored].filter((tag) => tag !== null);
  return matchLocale([...asked, ...languages], LOCALES, 'zh-CN');
};

export const ownLanguage = <A extends Areas>(areas: A): ReturnType<typeof createI18n<A>> => {
  const { languages } = navigator;
  const locale = wantedLocale({
    search: location.search,
    stored: localStorage.getItem(KEY),
    languages,
  });
  const onChange = (chosen: string): void => localStorage.setItem(KEY, chosen);
  return createI18n(areas, locale, { root: document.documentElement, onChange });
};
