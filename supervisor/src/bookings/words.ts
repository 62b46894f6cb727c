/** Words of the bookings: they come with the page of the bookings, not with the monitor. */
import { bookings } from '@tingxu/i18n/bookings';
import { pageTexts, withTexts } from '@tingxu/i18n/brand-texts';
import { formatDay, formatMonthDay } from '@tingxu/i18n/format';
import type { Locale } from '@tingxu/i18n/locale';
import { useI18n } from '../texts.ts';

export type Words = (typeof bookings)[Locale];

const made: Partial<Record<Locale, Words>> = {};
const wordsIn = (locale: Locale): Words => {
  made[locale] ??= withTexts(bookings[locale], 'bookings', pageTexts()[locale]);
  return made[locale];
};

/** A business day is a date of the hall, whatever the zone of this machine. */
const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);

/** The wall clock of the hall, as a REST time spells it. */
export const timeOf = (restTime: string): string => restTime.slice(11, 16);

export type BookingWords = {
  readonly w: Words;
  /** `11月23日 周一` */
  readonly day: (day: string) => string;
  readonly monthDay: (day: string) => string;
  readonly problem: ReturnType<typeof useI18n>['t']['problems'];
  readonly common: ReturnType<typeof useI18n>['t']['common'];
  readonly pick: ReturnType<typeof useI18n>['pick'];
};

export const useWords = (): BookingWords => {
  const { locale, t, pick } = useI18n();
  return {
    w: wordsIn(locale.value),
    day: (day) => formatDay(noon(day), 'UTC', locale.value),
    monthDay: (day) => formatMonthDay(noon(day), 'UTC', locale.value),
    ...{ problem: t.problems, common: t.common, pick },
  };
};
