/** One touch to the other language. */
import { LocaleToggle } from '@tingxu/ui/locale-switch';
import type { JSX } from 'preact';
import { useI18n } from '../texts.ts';

export function LanguageToggle(): JSX.Element {
  const { t, locale, locales, setLocale } = useI18n();
  return (
    <LocaleToggle
      locales={locales}
      value={locale.value}
      onChange={setLocale}
      label={t.common.language}
    />
  );
}
