/** All areas at once: only the gallery may. */
import { board } from '@tingxu/i18n/board';
import { common } from '@tingxu/i18n/common';
import { counter } from '@tingxu/i18n/counter';
import { kiosk } from '@tingxu/i18n/kiosk';
import { staff } from '@tingxu/i18n/staff';
import { supervisor } from '@tingxu/i18n/supervisor';
import { createI18nContext } from '../src/i18n-context.tsx';

export const galleryAreas = { common, kiosk, board, counter, staff, supervisor };
export const GalleryI18n = createI18nContext<typeof galleryAreas>();
