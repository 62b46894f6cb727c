/** How a paired device is, for one glance. Pure. Rules: AUTH-18, AUTH-19. */
import type { DevicePlace, PairedDeviceRow } from '@tingxu/contract/identity';
import { PROTOCOL_VERSION } from '@tingxu/contract/protocol';
import type { DeviceRole } from '@tingxu/contract/roles';
import type { adminDevices } from '@tingxu/i18n/admin-devices';
import type { Tone } from '@tingxu/ui/lib/tone';

export type DeviceWords = (typeof adminDevices)['zh-CN'];

export const stateOf = (row: PairedDeviceRow, words: DeviceWords): readonly [Tone, string] => {
  if (row.revokedAt !== null) return ['quiet', words.stateRevoked];
  if (row.contested) return ['over', words.stateContested];
  if (row.connected) return ['ok', words.stateOn];
  return row.lastSeenAt === null ? ['info', words.stateNever] : ['warn', words.stateOff];
};

/** What is wrong first, then by kind, place and name. */
const ROLES: readonly DeviceRole[] = ['kiosk', 'board', 'pad', 'counter', 'gateway'];

export const sorted = (rows: readonly PairedDeviceRow[]): PairedDeviceRow[] => {
  const rank = (row: PairedDeviceRow): number =>
    (row.revokedAt === null ? 0 : 2) - (row.contested ? 1 : 0);
  return [...rows].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      ROLES.indexOf(a.role) - ROLES.indexOf(b.role) ||
      (a.place.kiosk ?? a.place.counter ?? '').localeCompare(
        b.place.kiosk ?? b.place.counter ?? '',
        'en',
        { numeric: true },
      ) ||
      a.name.localeCompare(b.name),
  );
};

/** The place in the words of the hall; `labelOf` knows its counters. */
export const placeWords = (
  { role, place }: { readonly role: DeviceRole; readonly place: DevicePlace },
  words: DeviceWords,
  labelOf: (counter: string) => string,
): string => {
  if (place.kiosk !== undefined) return place.kiosk;
  if (place.counter !== undefined) return words.counterLabel(labelOf(place.counter));
  return role === 'board' ? words.wholeHall : '';
};

/** A page says its protocol first. */
export const isOld = ({ version }: PairedDeviceRow): boolean => {
  const protocol = Number.parseInt(version ?? '', 10);
  return protocol < PROTOCOL_VERSION;
};

/** As somebody reads it from a screen: small letters and gaps are no mistake. */
export const codeIn = (typed: string): string => typed.replaceAll(/[\s·-]/g, '').toUpperCase();
