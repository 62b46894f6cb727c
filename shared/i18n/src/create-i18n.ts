/** The language of one screen: a signal, its dictionaries, and formatting bound to language and hall zone. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Area } from './dictionary.ts';
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
import { LOCALES, type Locale } from './locale.ts';

export type Areas = Readonly<Record<string, Area<object>>>;
export type TextsOf<A extends Areas> = { readonly [K in keyof A]: A[K][Locale] };

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

export type I18n<A extends Areas> = {
  readonly locale: ReadonlySignal<Locale>;
  readonly locales: readonly Locale[];
  readonly setLocale: (locale: Locale) => void;
  /** The hall's time zone; set it when the hall profile arrives. */
  readonly zone: Signal<string>;
  /** `t.kiosk.title`: texts of the current language. Reading inside a component subscribes it. */
  readonly t: TextsOf<A>;
  /** Picks the current language from a text that the hall's configuration brings. */
  readonly pick: (text: Readonly<Record<Locale, string>>) => string;
  readonly format: Format;
};

export type I18nOptions = {
  readonly zone?: string;
  /** The element whose `lang` follows the language: `document.documentElement`. */
  readonly root?: { lang: string };
  /** Called after a change, to remember the choice. */
  readonly onChange?: (locale: Locale) => void;
};

function bindFormat(locale: ReadonlySignal<Locale>, zone: ReadonlySignal<string>): Format {
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

function bindTexts<A extends Areas>(areas: A, locale: ReadonlySignal<Locale>): TextsOf<A> {
  const texts = {} as TextsOf<A>;
  for (const [name, area] of Object.entries(areas)) {
    Object.defineProperty(texts, name, { enumerable: true, get: () => area[locale.value] });
  }
  return texts;
}

export function createI18n<A extends Areas>(
  areas: A,
  initialLocale: Locale,
  options: I18nOptions = {},
): I18n<A> {
  const { root, onChange } = options;
  const locale = signal<Locale>(initialLocale);
  const zone = signal(options.zone ?? 'Asia/Shanghai');
  if (root) root.lang = initialLocale;
  return {
    locale,
    locales: LOCALES,
    zone,
    setLocale(next) {
      locale.value = next;
      if (root) root.lang = next;
      onChange?.(next);
    },
    t: bindTexts(areas, locale),
    pick: (text) => text[locale.value],
    format: bindFormat(locale, zone),
  };
}
