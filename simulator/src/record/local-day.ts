/** A local calendar day of a zone as instants. */
import type { Instant } from '@tingxu/contract/ids';

/** Units: ms that the zone's wall clock is ahead of UTC at an instant. */
const offsetAt = (at: Instant, zone: string): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return wall - at;
};

/** The instant at which the wall clock of the zone shows midnight of `date`. */
export const midnightOf = (date: string, zone: string): Instant => {
  const asUtc = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(asUtc)) throw new Error(`"${date}" is not a date (YYYY-MM-DD)`);
  const guess = asUtc - offsetAt(asUtc, zone);
  return asUtc - offsetAt(guess, zone);
};

/** `07:04:31` on the zone's wall clock. */
export const wallClock = (at: Instant, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium' }).format(at);
