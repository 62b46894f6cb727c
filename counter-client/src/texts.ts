/** The languages of this screen: staff texts only reach the bundles of staff screens. */
import { common } from '@tingxu/i18n/common';
import { counter } from '@tingxu/i18n/counter';
import type { I18n } from '@tingxu/i18n/create-i18n';
import { desk } from '@tingxu/i18n/desk';
import { problems } from '@tingxu/i18n/problems';
import { staff } from '@tingxu/i18n/staff';
import { voice } from '@tingxu/i18n/voice';
import { createI18nContext } from '@tingxu/ui/i18n-context';

export const areas = { common, counter, desk, staff, problems, voice };
export type CounterI18n = I18n<typeof areas>;
export const { I18nProvider, useI18n } = createI18nContext<typeof areas>();
