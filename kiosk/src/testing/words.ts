/** The words of a kiosk in one language, for tests. */
import { createPublicI18n } from '@tingxu/i18n/create-i18n';
import type { PublicLocale } from '@tingxu/i18n/locale';
import { areas, type KioskI18n } from '../texts.ts';

export const wordsIn = (locale: PublicLocale): KioskI18n => createPublicI18n(areas, locale);
