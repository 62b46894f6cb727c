/** The language of a page of staff: the one of the address, else the last one of this browser, else what the browser asks for. */
import { type Areas, createI18n } from '@tingxu/i18n/create-i18n';
import { isLocale, LOCALES, matchLocale } from '@tingxu/i18n/locale';

const KEY = 'tingxu.locale';

export const ownLanguage = <A extends Areas>(areas: A): ReturnType<typeof createI18n<A>> => {
  const wanted = new URLSearchParams(location.search).get('locale') ?? localStorage.getItem(KEY);
  const locale = isLocale(wanted) ? wanted : matchLocale(navigator.languages, LOCALES, 'zh-CN');
  const onChange = (chosen: string): void => localStorage.setItem(KEY, chosen);
  return createI18n(areas, locale, { root: document.documentElement, onChange });
};
