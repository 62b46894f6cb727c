/** Hands one screen's language to its components. Each app makes its own typed pair. */
import type { Areas, I18n } from '@tingxu/i18n/create-i18n';
import type { Locale, PublicLocale } from '@tingxu/i18n/locale';
import { type ComponentChildren, createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';

export type I18nContext<A extends Areas, L extends PublicLocale = Locale> = {
  readonly I18nProvider: (props: {
    readonly value: I18n<A, L>;
    readonly children: ComponentChildren;
  }) => JSX.Element;
  readonly useI18n: () => I18n<A, L>;
};

export function createI18nContext<A extends Areas, L extends PublicLocale = Locale>(): I18nContext<
  A,
  L
> {
  const Context = createContext<I18n<A, L> | null>(null);
  return {
    I18nProvider: ({ value, children }) => (
      <Context.Provider value={value}>{children}</Context.Provider>
    ),
    useI18n() {
      const i18n = useContext(Context);
      if (!i18n) throw new Error('useI18n needs an I18nProvider above it');
      return i18n;
    },
  };
}
