/** The languages of this screen: customers' texts only. */
import { common } from '@tingxu/i18n/common';
import type { I18n } from '@tingxu/i18n/create-i18n';
import { kiosk } from '@tingxu/i18n/kiosk';
import type { PublicLocale } from '@tingxu/i18n/locale';
import { problemsPublic } from '@tingxu/i18n/problems-public';
import { speech } from '@tingxu/i18n/speech';
import { createI18nContext } from '@tingxu/ui/i18n-context';

export const areas = { common, kiosk, problemsPublic, speech };
export type KioskI18n = I18n<typeof areas, PublicLocale>;
export const { I18nProvider, useI18n } = createI18nContext<typeof areas, PublicLocale>();
