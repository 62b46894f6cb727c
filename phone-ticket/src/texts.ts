/** The languages of this page: customers' texts only. */
import { common } from '@tingxu/i18n/common';
import type { I18n } from '@tingxu/i18n/create-i18n';
import type { PublicLocale } from '@tingxu/i18n/locale';
import { phone } from '@tingxu/i18n/phone';
import { problemsPublic } from '@tingxu/i18n/problems-public';
import { rating } from '@tingxu/i18n/rating';
import { createI18nContext } from '@tingxu/ui/i18n-context';

export const areas = { common, phone, problemsPublic, rating };
export type PhoneI18n = I18n<typeof areas, PublicLocale>;
export const { I18nProvider, useI18n } = createI18nContext<typeof areas, PublicLocale>();
