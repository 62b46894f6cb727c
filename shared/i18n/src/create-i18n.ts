/** The language of one screen: a signal, its dictionaries, and formatting bound to language and hall zone. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type BrandTexts, pageTexts, withTexts } from './brand-texts.ts';
import {
  formatAge,
  formatAhead,
  formatClock,
  formatDate,
  formatDay,
  formatElapsed,
  formatMonthDay,
  formatPeople,
  formatShare,
  formatTime,
  formatWait,
  formatWaitMinutes,
  formatWaitShort,
  formatWhen,
  type WaitRangeMs,
} from './format.ts';
import { LOCALES, type Locale, PUBLIC_LOCALES, type PublicLocale } from './locale.ts';

export type Areas<L extends PublicLocale = Locale> = Readonly<
  Record<string, { readonly [K in L]: object }>
>;
export type TextsOf<A extends Areas> = { readonly [K in keyof A]: A[K][Locale] };

/** A text of the configuration: Chinese and English are always there. */
export type ConfiguredText = Readonly<Record<Locale, string>> & {
  readonly [L in Exclude<PublicLocale, Locale>]?: string | undefined;
};

/** Formatting in the current language and the hall's zone. Reading inside a component subscribes it. */
export type Format = {
  readonly clock: (at: number) => string;
  readonly time: (at: number) => string;
  /** With its day where that is another one than that of `now`. */
  readonly when: (at: number, now: number) => string;
  readonly date: (at: number) => string;
  readonly day: (at: number) => string;
  readonly monthDay: (at: number) => string;
  readonly elapsed: (durationMs: number) => string;
  readonly age: (durationMs: number) => string;
  readonly wait: (wait: WaitRangeMs | null) => string;
  readonly waitShort: (wait: WaitRangeMs | null) => string;
  readonly waitMinutes: (wait: WaitRangeMs | null) => string;
  readonly ahead: (people: number) => string;
  readonly people: (people: number) => string;
  readonly share: (part: number, whole: number) => string;
};

export type I18n<A extends Areas, L extends PublicLocale = Locale> = {
  readonly locale: ReadonlySignal<L>;
  readonly locales: readonly L[];
  readonly setLocale: (locale: L) => void;
  /** The hall's time zone; set it when the hall profile arrives. */
  readonly zone: Signal<string>;
  /** `t.kiosk.title`: texts of the current language. Reading inside a component subscribes it. */
  readonly t: TextsOf<A>;
  /** Picks the current language from a text that the hall's configuration brings. */
  readonly pick: (text: ConfiguredText) => string;
  readonly format: Format;
};

export type I18nOptions<L extends PublicLocale = Locale> = {
  readonly zone?: string;
  /** The element whose `lang` follows the language: `document.documentElement`. */
  readonly root?: { lang: string };
  /** A bank's own wording; without it that of the page. */
  readonly brand?: BrandTexts;
  /** Called after a change, to remember the choice. */
  readonly onChange?: (locale: L) => void;
};

function bindFormat(locale: ReadonlySignal<PublicLocale>, zone: ReadonlySignal<string>): Format {
  return {
    clock: (at) => formatClock(at, zone.value, locale.value),
    time: (at) => formatTime(at, zone.value, locale.value),
    when: (at, now) => formatWhen(at, now, zone.value, locale.value),
    date: (at) => formatDate(at, zone.value, locale.value),
    day: (at) => formatDay(at, zone.value, locale.value),
    monthDay: (at) => formatMonthDay(at, zone.value, locale.value),
    elapsed: formatElapsed,
    age: (durationMs) => formatAge(durationMs, locale.value),
    wait: (wait) => formatWait(wait, locale.value),
    waitShort: (wait) => formatWaitShort(wait, locale.value),
    waitMinutes: formatWaitMinutes,
    ahead: (people) => formatAhead(people, locale.value),
    people: (people) => formatPeople(people, locale.value),
    share: formatShare,
  };
}

function bindTexts<A extends Areas>(
  areas: A,
  locale: ReadonlySignal<PublicLocale>,
  brand: BrandTexts,
): TextsOf<A> {
  const texts = {} as TextsOf<A>;
  for (const [name, area] of Object.entries<Partial<Record<PublicLocale, object>>>(areas)) {
    const own = Object.fromEntries(
      Object.entries(area).map(([language, words]) => [
        language,
        withTexts(words ?? {}, name, brand[language as PublicLocale]),
      ]),
    );
    Object.defineProperty(texts, name, { enumerable: true, get: () => own[locale.value] });
  }
  return texts;
}

function make<A extends Areas<L> & Areas, L extends PublicLocale>(
  areas: A,
  locales: readonly L[],
  initialLocale: L,
  options: I18nOptions<L>,
): I18n<A, L> {
  const { root, onChange } = options;
  const locale = signal<L>(initialLocale);
  const zone = signal(options.zone ?? 'Asia/Shanghai');
  if (root) root.lang = initialLocale;
  return {
    locale,
    locales,
    zone,
    setLocale(next) {
      locale.value = next;
      if (root) root.lang = next;
      onChange?.(next);
    },
    t: bindTexts(areas, locale, options.brand ?? pageTexts()),
    pick: (text: ConfiguredText) => text[locale.value] ?? text['zh-CN'],
    format: bindFormat(locale, zone),
  };
}

/** The language of a staff screen. */
export const createI18n = <A extends Areas>(
  areas: A,
  initialLocale: Locale,
  options: I18nOptions = {},
): I18n<A> => make<A, Locale>(areas, LOCALES, initialLocale, options);

/** The language of a screen for customers: every area is one that they read. */
export const createPublicI18n = <A extends Areas<PublicLocale>>(
  areas: A,
  initialLocale: PublicLocale,
  options: I18nOptions<PublicLocale> = {},
): I18n<A, PublicLocale> => make<A, PublicLocale>(areas, PUBLIC_LOCALES, initialLocale, options);

/** The same language with areas that come after the page. */
export const withAreas = <
  A extends Areas<L> & Areas,
  B extends Areas<L> & Areas,
  L extends PublicLocale,
>(
  i18n: I18n<A, L>,
  areas: B,
  brand: BrandTexts = pageTexts(),
): I18n<A & B, L> => {
  const more = bindTexts(areas, i18n.locale, brand);
  const t = Object.defineProperties({} as TextsOf<A & B>, {
    ...Object.getOwnPropertyDescriptors(i18n.t),
    ...Object.getOwnPropertyDescriptors(more),
  });
  return { ...i18n, t };
};
