/** What the address says about this panel, e.g. `/board/?hall=demo&lang=en&inches=65&seat=8`. */
import { CounterId, HallId } from '@tingxu/contract/ids';
import { VoiceZoneId, WHOLE_HALL } from '@tingxu/contract/voice';
import { isPublicLocale, type PublicLocale } from '@tingxu/i18n/locale';

/**
 * `auto` follows the shape of the panel. `zone` is a line for each of some counters, `strip` a long
 * narrow panel over a counter.
 */
export const LAYOUTS = ['auto', 'landscape', 'portrait', 'strip', 'zone'] as const;
export type Layout = (typeof LAYOUTS)[number];

export type BoardSettings = {
  readonly hall: HallId;
  /** One language, or Chinese with English beside it. */
  readonly languages: readonly [PublicLocale] | readonly [PublicLocale, PublicLocale];
  readonly layout: Layout;
  /** Whose calls it shows; empty: those of the whole hall. */
  readonly counters: readonly CounterId[];
  /** Diagonal of the panel. */
  readonly inches: number;
  /** Distance of the farthest reader. Units: mm. */
  readonly seatMm: number;
  /** A newer build is loaded when nothing was called for so long. Units: ms. */
  readonly quietMs: number;
  /** The zone of the hall that it speaks for; null: it has no loudspeaker. */
  readonly voice: VoiceZoneId | null;
};

/** The hall of the demo, for a page whose address names none; a paired device is sent to its own. */
const DEMO_HALL = HallId.parse('demo');

/** A strip of 1280 × 160 mm over a counter, else a panel on the wall. */
const STRIP_INCHES = 51;
const PANEL_INCHES = 55;

/** A number within its bounds, else the default. */
const within = (text: string | null, low: number, high: number, otherwise: number): number => {
  const value = text === null || text === '' ? Number.NaN : Number(text);
  return value >= low && value <= high ? value : otherwise;
};

const layoutOf = (text: string | null): Layout => LAYOUTS.find((name) => name === text) ?? 'auto';

/** Words that are no counter's name are left out. */
const countersOf = (text: string | null): CounterId[] =>
  (text ?? '').split(',').flatMap((word) => {
    const counter = CounterId.safeParse(word.trim());
    return counter.success ? [counter.data] : [];
  });

/** `on` is the only zone, or the first. */
const voiceOf = (text: string | null): VoiceZoneId | null => {
  if (text === 'on') return WHOLE_HALL;
  const zone = VoiceZoneId.safeParse(text);
  return zone.success && text !== 'off' ? zone.data : null;
};

export const readSettings = (search: string): BoardSettings => {
  const query = new URLSearchParams(search);
  const hall = HallId.safeParse(query.get('hall'));
  const lang = query.get('lang');
  const layout = layoutOf(query.get('layout'));
  const inches = layout === 'strip' ? STRIP_INCHES : PANEL_INCHES;
  return {
    hall: hall.success ? hall.data : DEMO_HALL,
    languages: isPublicLocale(lang) ? [lang] : ['zh-CN', 'en'],
    layout,
    counters: countersOf(query.get('counters')),
    inches: within(query.get('inches'), 10, 300, inches),
    seatMm: Math.round(within(query.get('seat'), 1, 50, 6) * 1_000),
    quietMs: Math.round(within(query.get('quiet'), 1, 3_600, 120) * 1_000),
    voice: voiceOf(query.get('voice')),
  };
};
