/** What the address says about this pad, e.g. `/rating/?hall=demo&counter=3&lang=en&inches=8`. */
import { CounterId, HallId } from '@tingxu/contract/ids';
import { isPublicLocale, type PublicLocale } from '@tingxu/i18n/locale';

export type PadSettings = {
  readonly hall: HallId;
  /** Where it stands; null while nobody has said. */
  readonly counter: CounterId | null;
  /** The language that every customer finds. */
  readonly locale: PublicLocale;
  /** Diagonal of the panel. */
  readonly inches: number;
};

/** The hall of the demo, for a page whose address names none; a paired device is sent to its own. */
const DEMO_HALL = HallId.parse('demo');
const INCHES = { least: 7, most: 24, usual: 10 };

export const readSettings = (search: string): PadSettings => {
  const query = new URLSearchParams(search);
  const hall = HallId.safeParse(query.get('hall'));
  const counter = CounterId.safeParse(query.get('counter'));
  const lang = query.get('lang');
  const inches = Number(query.get('inches') ?? INCHES.usual);
  return {
    hall: hall.success ? hall.data : DEMO_HALL,
    counter: counter.success ? counter.data : null,
    locale: isPublicLocale(lang) ? lang : 'zh-CN',
    inches: inches >= INCHES.least && inches <= INCHES.most ? inches : INCHES.usual,
  };
};

/** The same address, at a counter. */
export const addressAt = (search: string, counter: CounterId): string => {
  const query = new URLSearchParams(search);
  query.set('counter', counter);
  return `?${query}`;
};
