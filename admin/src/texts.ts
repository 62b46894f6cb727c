/** The languages of this screen. */
import { admin } from '@tingxu/i18n/admin';
import { adminFaults } from '@tingxu/i18n/admin-faults';
import { adminFields } from '@tingxu/i18n/admin-fields';
import { adminNotices } from '@tingxu/i18n/admin-notices';
import { board } from '@tingxu/i18n/board';
import { common } from '@tingxu/i18n/common';
import type { I18n } from '@tingxu/i18n/create-i18n';
import { problems } from '@tingxu/i18n/problems';
import { staff } from '@tingxu/i18n/staff';
import { createI18nContext } from '@tingxu/ui/i18n-context';

export const areas = {
  common,
  admin,
  adminFields,
  adminFaults,
  adminNotices,
  board,
  staff,
  problems,
};
export type AdminI18n = I18n<typeof areas>;
export const { I18nProvider, useI18n } = createI18nContext<typeof areas>();

/** One after the other, as the language puts them. */
export const joined = (
  parts: readonly string[],
  and: (first: string, second: string) => string,
): string => (parts.length === 0 ? '' : parts.reduce(and));
