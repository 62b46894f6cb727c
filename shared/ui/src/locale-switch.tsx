/** One touch to each other language; each language is named in itself. */
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

/** One button for each other language, named in itself: where targets are large or room is short. */
export function LocaleToggle<L extends PublicLocale>(
  props: Omit<LocaleSwitchProps<L>, 'names'>,
): JSX.Element {
  const { locales, value, onChange } = props;
  const others = locales.filter((locale) => locale !== value);
  return (
    <div class={cx(styles['toggles'])}>
      {others.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          class={cx(styles['switch'], styles['toggle'])}
          title={props.label}
          onClick={() => onChange(locale)}
        >
          {others.length === 1 && <Icon name="globe" />}
          <span>{LOCALE_NAMES[locale].toggle}</span>
        </button>
      ))}
    </div>
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
