/** The languages of this screen: customers' texts only. */
import { common } from '@tingxu/i18n/common';
import type { I18n } from '@tingxu/i18n/create-i18n';
import type { PublicLocale } from '@tingxu/i18n/locale';
import { pad } from '@tingxu/i18n/pad';
import { rating } from '@tingxu/i18n/rating';
import { createI18nContext } from '@tingxu/ui/i18n-context';

export const areas = { common, pad, rating };
export type PadI18n = I18n<typeof areas, PublicLocale>;
export const { I18nProvider, useI18n } = createI18nContext<typeof areas, PublicLocale>();
