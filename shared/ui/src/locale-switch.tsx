/** One touch to the other language; each language is named in itself. */
import { LOCALE_NAMES, type Locale } from '@tingxu/i18n/locale';
import type { JSX } from 'preact';
import { cx } from './lib/cx.ts';
import styles from './locale-switch.module.css';

export type LocaleSwitchProps = {
  readonly locales: readonly Locale[];
  readonly value: Locale;
  readonly onChange: (locale: Locale) => void;
  /** Spoken name of the group. */
  readonly label: string;
  readonly names?: 'short' | 'full' | undefined;
};

export function LocaleSwitch(props: LocaleSwitchProps): JSX.Element {
  const { locales, value, onChange, label, names = 'short' } = props;
  return (
    <fieldset class={cx(styles['switch'])} aria-label={label}>
      {locales.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          class={cx(styles['option'])}
          aria-pressed={locale === value}
          aria-label={LOCALE_NAMES[locale].full}
          onClick={() => onChange(locale)}
        >
          {LOCALE_NAMES[locale][names]}
        </button>
      ))}
    </fieldset>
  );
}
