/** The languages of this screen, customers' texts only: those of its first picture. The rest: later-texts.ts. */
import { common } from '@tingxu/i18n/common';
import type { I18n } from '@tingxu/i18n/create-i18n';
import { kiosk } from '@tingxu/i18n/kiosk';
import type { PublicLocale } from '@tingxu/i18n/locale';
import { createI18nContext } from '@tingxu/ui/i18n-context';

export const areas = { common, kiosk };
export type KioskI18n = I18n<typeof areas, PublicLocale>;
export const { I18nProvider, useI18n } = createI18nContext<typeof areas, PublicLocale>();
