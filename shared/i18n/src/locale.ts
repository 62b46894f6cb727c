/**
 * Languages that staff may choose. Chinese is the source of truth; English must match its keys, and
 * zh-HK is made from it (adr/0033).
 */
export const LOCALES = ['zh-CN', 'zh-HK', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export type SourceLocale = 'zh-CN';
/** Languages that every area for staff has from a hand, and every text of a configuration has. */
export type WrittenLocale = 'zh-CN' | 'en';

/** Languages that a customer may choose: those of the dictionaries for kiosk, board and ticket. */
export const PUBLIC_LOCALES = ['zh-CN', 'zh-HK', 'en'] as const;
export type PublicLocale = (typeof PUBLIC_LOCALES)[number];

/** What a locale calls itself: on a switch, on a button that leads to it, in full. */
export type LocaleName = { readonly short: string; readonly toggle: string; readonly full: string };
export const LOCALE_NAMES: Readonly<Record<PublicLocale, LocaleName>> = {
  'zh-CN': { short: '简', toggle: '简体', full: '简体中文' },
  'zh-HK': { short: '繁', toggle: '繁體', full: '繁體中文' },
  en: { short: 'EN', toggle: 'English', full: 'English' },
};

export function isLocale(value: unknown): value is Locale {
  return (LOCALES as readonly unknown[]).includes(value);
}

export function isPublicLocale(value: unknown): value is PublicLocale {
  return (PUBLIC_LOCALES as readonly unknown[]).includes(value);
}

/** Chinese that is read in Traditional letters; Cantonese is, but for who asks for the others. */
const TRADITIONAL = /^(?:zh-(?:hk|tw|mo|hant)|yue(?!-(?:hans|cn)))\b/i;

/** The first wanted language that the product has. */
export function matchLocale<L extends PublicLocale>(
  wanted: readonly string[],
  among: readonly L[],
  fallback: L,
): L {
  for (const tag of wanted) {
    const own = TRADITIONAL.test(tag) ? 'zh-HK' : tag;
    const language = own.toLowerCase().split('-')[0];
    const found =
      among.find((locale) => locale === own) ??
      among.find((locale) => locale.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return fallback;
}

/** A text of the configuration: Chinese and English are always there. */
export type ConfiguredText = Readonly<Record<WrittenLocale, string>> & {
  readonly [L in Exclude<PublicLocale, WrittenLocale>]?: string | undefined;
};

/** Who finds none in their language is shown the Chinese one. */
export const textIn = (text: ConfiguredText, locale: PublicLocale): string =>
  text[locale] ?? text['zh-CN'];
