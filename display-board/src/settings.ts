/** What the address says about this panel, e.g. `/board/?hall=demo&lang=en&inches=65&seat=8`. */
import { HallId } from '@tingxu/contract/ids';
import { isPublicLocale, type PublicLocale } from '@tingxu/i18n/locale';

export type BoardSettings = {
  readonly hall: HallId;
  /** One language, or Chinese with English beside it. */
  readonly languages: readonly [PublicLocale] | readonly [PublicLocale, PublicLocale];
  /** Diagonal of the panel. */
  readonly inches: number;
  /** Distance of the farthest reader. Units: mm. */
  readonly seatMm: number;
};

/** The hall of a server that has only one. */
const ONLY_HALL = HallId.parse('demo');

/** A number within its bounds, else the default. */
const within = (text: string | null, low: number, high: number, otherwise: number): number => {
  const value = text === null || text === '' ? Number.NaN : Number(text);
  return value >= low && value <= high ? value : otherwise;
};

export const readSettings = (search: string): BoardSettings => {
  const query = new URLSearchParams(search);
  const hall = HallId.safeParse(query.get('hall'));
  const lang = query.get('lang');
  return {
    hall: hall.success ? hall.data : ONLY_HALL,
    languages: isPublicLocale(lang) ? [lang] : ['zh-CN', 'en'],
    inches: within(query.get('inches'), 10, 300, 55),
    seatMm: Math.round(within(query.get('seat'), 1, 50, 6) * 1_000),
  };
};
