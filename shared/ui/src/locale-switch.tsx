/** One touch to the other language; each language is named in itself. */
import { LOCALE_NAMES, type Locale, type PublicLocale } from '@tingxu/i18n/locale';
import type { JSX } from 'preact';
import { Icon } from './icon.tsx';
import { cx } from './lib/cx.ts';
import styles from './locale-switch.module.css';

export type LocaleSwitchProps<L extends PublicLocale = Locale> = {
  readonly locales: readonly L[];
  readonly value: L;
  readonly onChange: (locale: L) => void;
  /** Spoken name of the group. */
  readonly label: string;
  readonly names?: 'short' | 'full' | undefined;
};

/** One button that names the other language: where targets are large or room is short. */
export function LocaleToggle<L extends PublicLocale>(
  props: Omit<LocaleSwitchProps<L>, 'names'>,
): JSX.Element {
  const { locales, value, onChange } = props;
  const next = locales[(locales.indexOf(value) + 1) % locales.length] ?? value;
  return (
    <button
      type="button"
      lang={next}
      class={cx(styles['switch'], styles['toggle'])}
      title={props.label}
      onClick={() => onChange(next)}
    >
      <Icon name="globe" />
      <span>{LOCALE_NAMES[next].toggle}</span>
    </button>
  );
}

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
          title={LOCALE_NAMES[locale].full}
          onClick={() => onChange(locale)}
        >
          {LOCALE_NAMES[locale][names]}
        </button>
      ))}
    </fieldset>
  );
}
