/** The languages of this screen: staff texts only reach the bundles of staff screens. */
import { common } from '@tingxu/i18n/common';
import type { I18n } from '@tingxu/i18n/create-i18n';
import { devices } from '@tingxu/i18n/devices';
import { lobby } from '@tingxu/i18n/lobby';
import { manager } from '@tingxu/i18n/manager';
import { problems } from '@tingxu/i18n/problems';
import { staff } from '@tingxu/i18n/staff';
import { createI18nContext } from '@tingxu/ui/i18n-context';

export const areas = { common, devices, lobby, manager, staff, problems };
export type LobbyI18n = I18n<typeof areas>;
export const { I18nProvider, useI18n } = createI18nContext<typeof areas>();
