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
  formatOpening,
  formatPeople,
  formatShare,
  formatTime,
  formatWait,
  formatWaitMinutes,
  formatWaitShort,
  formatWhen,
  type WaitRangeMs,
} from './format.ts';
import { fetchHongKong } from './hong-kong.ts';
import {
  type FetchedLocale,
  fetchLocale,
  type KeptLocale,
  keepLocale,
  type LocaleOptions,
} from './keep-locale.ts';
import {
  type ConfiguredText,
  LOCALES,
  type Locale,
  PUBLIC_LOCALES,
  type PublicLocale,
  textIn,
} from './locale.ts';

export type Areas<L extends PublicLocale = Locale> = Readonly<
  Record<string, { readonly [K in L]: object }>
>;
export type TextsOf<A extends Areas> = { readonly [K in keyof A]: A[K][Locale] };

/** Formatting in the current language and the hall's zone. Reading inside a component subscribes it. */
export type Format = {
  readonly clock: (at: number) => string;
  readonly time: (at: number) => string;
  /** With its day where that is another one than that of `now`. */
  readonly when: (at: number, now: number) => string;
  /** Always with its day: for people who stand before a closed hall. */
  readonly opening: (at: number, now: number) => string;
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

export type I18n<A extends Areas, L extends PublicLocale = Locale> = KeptLocale<L> & {
  readonly locales: readonly L[];
  /** The hall's time zone; set it when the hall profile arrives. */
  readonly zone: Signal<string>;
  /** `t.kiosk.title`: texts of the current language. Reading inside a component subscribes it. */
  readonly t: TextsOf<A>;
  /** Picks the current language from a text that the hall's configuration brings. */
  readonly pick: (text: ConfiguredText) => string;
  readonly format: Format;
};

export type I18nOptions<L extends PublicLocale = Locale> = LocaleOptions<L> & {
  readonly zone?: string;
  /** A bank's own wording; without it that of the page. */
  readonly brand?: BrandTexts;
};

function bindFormat(locale: ReadonlySignal<PublicLocale>, zone: ReadonlySignal<string>): Format {
  return {
    clock: (at) => formatClock(at, zone.value, locale.value),
    time: (at) => formatTime(at, zone.value, locale.value),
    when: (at, now) => formatWhen(at, now, zone.value, locale.value),
    opening: (at, now) => formatOpening(at, now, zone.value, locale.value),
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
    const own: Partial<Record<PublicLocale, object>> = {};
    const textsIn = (language: PublicLocale): object => {
      own[language] ??= withTexts(area[language] ?? {}, name, brand[language]);
      return own[language];
    };
    Object.defineProperty(texts, name, { enumerable: true, get: () => textsIn(locale.value) });
  }
  return texts;
}

function make<A extends Areas<L> & Areas, L extends PublicLocale, K extends KeptLocale<L>>(
  areas: A,
  locales: readonly L[],
  kept: K,
  options: I18nOptions<L>,
): I18n<A, L> & K {
  const { locale } = kept;
  const zone = signal(options.zone ?? 'Asia/Shanghai');
  return {
    ...kept,
    locales,
    zone,
    t: bindTexts(areas, locale, options.brand ?? pageTexts()),
    pick: (text: ConfiguredText) => textIn(text, locale.value),
    format: bindFormat(locale, zone),
  };
}

/** The language of a staff screen: show nothing before it is ready. */
export const createI18n = <A extends Areas>(
  areas: A,
  initialLocale: Locale,
  options: I18nOptions = {},
): I18n<A> & FetchedLocale<Locale> => {
  const fetchWords = (locale: Locale) => (locale === 'zh-HK' ? fetchHongKong() : null);
  const kept = fetchLocale<Locale>(['zh-CN', initialLocale], fetchWords, options);
  return make(areas, LOCALES, kept, options);
};

/** The language of a screen for customers: every area is one that they read. */
export const createPublicI18n = <A extends Areas<PublicLocale>>(
  areas: A,
  initialLocale: PublicLocale,
  options: I18nOptions<PublicLocale> = {},
): I18n<A, PublicLocale> =>
  make(areas, PUBLIC_LOCALES, keepLocale(initialLocale, options), options);

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
