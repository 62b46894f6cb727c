/** All texts of this screen: with those that its first picture does not need. */
import { type I18n, withAreas } from '@tingxu/i18n/create-i18n';
import type { PublicLocale } from '@tingxu/i18n/locale';
import { problemsPublic } from '@tingxu/i18n/problems-public';
import { speech } from '@tingxu/i18n/speech';
import { createI18nContext } from '@tingxu/ui/i18n-context';
import { areas, type KioskI18n } from './texts.ts';

const laterAreas = { problemsPublic, speech };
export const allAreas = { ...areas, ...laterAreas };
export type LaterI18n = I18n<typeof allAreas, PublicLocale>;
export const { I18nProvider: LaterI18nProvider, useI18n: useLaterI18n } = createI18nContext<
  typeof allAreas,
  PublicLocale
>();

export const withLaterTexts = (i18n: KioskI18n): LaterI18n => withAreas(i18n, laterAreas);
