/** The words of a kiosk in one language, for tests. */
import { createPublicI18n } from '@tingxu/i18n/create-i18n';
import type { PublicLocale } from '@tingxu/i18n/locale';
import { allAreas, type LaterI18n } from '../later-texts.ts';

export const wordsIn = (locale: PublicLocale): LaterI18n => createPublicI18n(allAreas, locale);
