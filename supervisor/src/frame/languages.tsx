/** The languages of the page; on a phone they stand at the end, as the name of the hall needs the head. */
import { LocaleSwitch } from '@tingxu/ui/locale-switch';
import type { JSX } from 'preact';
import { useI18n } from '../texts.ts';

export function Languages(): JSX.Element {
  const { t, locale, locales, setLocale } = useI18n();
  return (
    <LocaleSwitch
      locales={locales}
      value={locale.value}
      onChange={setLocale}
      label={t.common.language}
    />
  );
}
