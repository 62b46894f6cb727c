/**
 * The address of a page that was paired: it names the hall and the place that the server gave it, whatever the
 * page was opened with. Pure. Rules: AUTH-14.
 */
import type { DevicePlace } from '@tingxu/contract/identity';
import type { HallId } from '@tingxu/contract/ids';
import type { DeviceRole } from '@tingxu/contract/roles';

/** As the server offers them; a program beside the hall has no page. */
const PATHS: Readonly<Record<DeviceRole, string | null>> = {
  kiosk: '/kiosk/',
  board: '/board/',
  pad: '/rating/',
  counter: '/counter/',
  gateway: null,
};

export const pathOf = (role: DeviceRole): string | null => PATHS[role];

export type Paired = {
  readonly role: DeviceRole;
  readonly hall: HallId;
  readonly place: DevicePlace;
};

/** What of it stands in the address of its page. */
const parametersOf = ({ role, place }: Paired): Readonly<Record<string, string | undefined>> => {
  if (role === 'kiosk') return { kiosk: place.kiosk };
  // A board over one counter shows the calls of that counter.
  if (role === 'board') return { counters: place.counter };
  return { counter: place.counter };
};

/** Without the wish to be paired, which is fulfilled; the way it looks stays as somebody has set it up. */
export const pairedAddress = (href: string, paired: Paired): string => {
  const address = new URL(href);
  const path = pathOf(paired.role);
  if (path !== null) address.pathname = path;
  address.searchParams.delete('pair');
  address.searchParams.set('hall', paired.hall);
  for (const [name, value] of Object.entries(parametersOf(paired))) {
    if (value !== undefined) address.searchParams.set(name, value);
  }
  return address.href;
};

export const wantsPairing = (search: string): boolean => new URLSearchParams(search).has('pair');
