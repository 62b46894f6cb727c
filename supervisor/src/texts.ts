/** The languages of this screen: staff texts only reach the bundles of staff screens. */
import { common } from '@tingxu/i18n/common';
import type { I18n } from '@tingxu/i18n/create-i18n';
import { devices } from '@tingxu/i18n/devices';
import { manager } from '@tingxu/i18n/manager';
import { problems } from '@tingxu/i18n/problems';
import { staff } from '@tingxu/i18n/staff';
import { supervisor } from '@tingxu/i18n/supervisor';
import { trail } from '@tingxu/i18n/trail';
import { voice } from '@tingxu/i18n/voice';
import { createI18nContext } from '@tingxu/ui/i18n-context';

export const areas = {
  ...{ common, manager, supervisor, staff, problems, trail, devices },
  voice,
};
export type MonitorI18n = I18n<typeof areas>;
export const { I18nProvider, useI18n } = createI18nContext<typeof areas>();
