/** The languages of this screen: customers' texts only. */
import { common } from '@tingxu/i18n/common';
import type { I18n } from '@tingxu/i18n/create-i18n';
import { kiosk } from '@tingxu/i18n/kiosk';
import { problemsPublic } from '@tingxu/i18n/problems-public';
import { createI18nContext } from '@tingxu/ui/i18n-context';

export const areas = { common, kiosk, problemsPublic };
export type KioskI18n = I18n<typeof areas>;
export const { I18nProvider, useI18n } = createI18nContext<typeof areas>();
