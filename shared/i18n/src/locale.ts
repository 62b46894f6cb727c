/**
 * Languages that every dictionary has, and every text of a configuration. Chinese is the source of
 * truth; others must match its keys.
 */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export type SourceLocale = 'zh-CN';

/** Languages that a customer may choose: those of the dictionaries for kiosk, board and ticket. */
export const PUBLIC_LOCALES = ['zh-CN', 'zh-HK', 'en'] as const;
export type PublicLocale = (typeof PUBLIC_LOCALES)[number];

/** What a locale calls itself: on a switch, on a button that leads to it, in full. */
export type LocaleName = { readonly short: string; readonly toggle: string; readonly full: string };
export const LOCALE_NAMES: Readonly<Record<PublicLocale, LocaleName>> = {
  'zh-CN': { short: '简', toggle: '中文', full: '简体中文' },
  'zh-HK': { short: '繁', toggle: '繁體', full: '繁體中文' },
  en: { short: 'EN', toggle: 'English', full: 'English' },
};

export function isLocale(value: unknown): value is Locale {
  return (LOCALES as readonly unknown[]).includes(value);
}

export function isPublicLocale(value: unknown): value is PublicLocale {
  return (PUBLIC_LOCALES as readonly unknown[]).includes(value);
}

/** The first wanted language that the product has: `zh-HK` reads Simplified before it reads English. */
export function matchLocale(wanted: readonly string[], fallback: Locale): Locale {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split('-')[0];
    const found = LOCALES.find((locale) => locale.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return fallback;
}

/** Chinese that is read in Traditional letters. */
const TRADITIONAL = /^zh-(?:hk|tw|mo|hant)\b/i;

/** As `matchLocale`, among the languages that customers have. */
export function matchPublicLocale(wanted: readonly string[], fallback: PublicLocale): PublicLocale {
  for (const tag of wanted) {
    if (TRADITIONAL.test(tag)) return 'zh-HK';
    const language = tag.toLowerCase().split('-')[0];
    const found = LOCALES.find((locale) => locale.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return fallback;
}
