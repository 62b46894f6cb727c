/** Every text that a bank may word in its own way. Loaded only where a bank does. */
import { admin } from '@tingxu/i18n/admin';
import { adminFaults } from '@tingxu/i18n/admin-faults';
import { adminFields } from '@tingxu/i18n/admin-fields';
import { adminNotices } from '@tingxu/i18n/admin-notices';
import { board } from '@tingxu/i18n/board';
import { bookings } from '@tingxu/i18n/bookings';
import { common } from '@tingxu/i18n/common';
import { counter } from '@tingxu/i18n/counter';
import { desk } from '@tingxu/i18n/desk';
import { explanation } from '@tingxu/i18n/explanation';
import { kiosk } from '@tingxu/i18n/kiosk';
import { lobby } from '@tingxu/i18n/lobby';
import type { PublicLocale } from '@tingxu/i18n/locale';
import { manager } from '@tingxu/i18n/manager';
import { pad } from '@tingxu/i18n/pad';
import { phone } from '@tingxu/i18n/phone';
import { problems } from '@tingxu/i18n/problems';
import { problemsPublic } from '@tingxu/i18n/problems-public';
import { rating } from '@tingxu/i18n/rating';
import { speech } from '@tingxu/i18n/speech';
import { staff } from '@tingxu/i18n/staff';
import { supervisor } from '@tingxu/i18n/supervisor';
import { trail } from '@tingxu/i18n/trail';

/** By the names that the screens give them. */
const AREAS: Readonly<Record<string, Readonly<Partial<Record<PublicLocale, object>>>>> = {
  ...{ common, kiosk, board, phone, pad, rating, speech, problemsPublic },
  ...{ staff, counter, desk, supervisor, bookings, lobby, manager, trail, explanation, problems },
  ...{ admin, adminFields, adminFaults, adminNotices },
};

export type KnownTexts = {
  /** Keys that can be replaced. */
  readonly texts: ReadonlySet<string>;
  /** Keys of texts that are put together from parts. */
  readonly parts: ReadonlySet<string>;
};

export const knownTexts = (locale: PublicLocale): KnownTexts => {
  const texts = new Set<string>();
  const parts = new Set<string>();
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') texts.add(key);
    else if (typeof value === 'function') parts.add(key);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) walk(inner, `${key}.${name}`);
    }
  };
  for (const [name, area] of Object.entries(AREAS)) walk(area[locale], name);
  return { texts, parts };
};
