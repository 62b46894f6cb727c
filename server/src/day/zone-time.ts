/** Instants in a hall's own zone: its offset, RFC 3339 texts, local calendar days. */
import type { Instant, RestTime } from '@tingxu/contract/ids';

const MINUTE_MS = 60_000;
/** No zone changes its offset inside such a slot. */
const SLOT_MS = 15 * MINUTE_MS;
/** Slots remembered per zone: four days. */
const REMEMBERED = 384;

export type ZoneTime = {
  /** Offset from UTC at an instant. Units: ms, east positive. */
  offsetAt: (at: Instant) => number;
  /** RFC 3339 with the zone's offset, e.g. `2026-11-21T09:30:00.000+08:00`. */
  restTime: (at: Instant) => RestTime;
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const offsetText = (offsetMs: number): string => {
  const minutes = Math.round(Math.abs(offsetMs) / MINUTE_MS);
  const sign = offsetMs < 0 ? '-' : '+';
  return `${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
};

/** `GMT+08:00` → ms; `GMT` is zero. Seconds of offsets before 1972 are cut off. */
const parseOffset = (name: string): number => {
  const found = /^GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (!found) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return (found[1] === '-' ? -minutes : minutes) * MINUTE_MS;
};

const zones = new Map<string, ZoneTime>();

/** The clock of an IANA zone. Making one is slow, so each zone is made once. */
export function zoneTime(zone: string): ZoneTime {
  const known = zones.get(zone);
  if (known) return known;
  const made = makeZoneTime(zone);
  zones.set(zone, made);
  return made;
}

/** Formatting by Intl costs microseconds on every answer, so offsets are remembered per slot. */
function makeZoneTime(zone: string): ZoneTime {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const slots = new Map<number, { offsetMs: number; text: string }>();
  const slotAt = (at: Instant): { offsetMs: number; text: string } => {
    const slot = Math.floor(at / SLOT_MS);
    const known = slots.get(slot);
    if (known) return known;
    const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
    const offsetMs = parseOffset(name);
    const made = { offsetMs, text: offsetText(offsetMs) };
    if (slots.size >= REMEMBERED) slots.clear();
    slots.set(slot, made);
    return made;
  };
  return {
    offsetAt: (at) => slotAt(at).offsetMs,
    restTime: (at) => {
      const { offsetMs, text } = slotAt(at);
      return `${new Date(at + offsetMs).toISOString().slice(0, -1)}${text}`;
    },
  };
}
