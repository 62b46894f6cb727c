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

/** Names the parameter that pairing has set: what somebody has set up by hand has no such mark, and stays. */
const MARK = 'placed';

/** Takes away where it stood, if pairing has said so and says nothing of it any more. */
const forgetPlace = (query: URLSearchParams, now: ReturnType<typeof parametersOf>): void => {
  const earlier = query.get(MARK);
  if (earlier === null || now[earlier] !== undefined) return;
  query.delete(earlier);
  query.delete(MARK);
};

/** Without the wish to be paired, which is fulfilled; the way it looks stays as somebody has set it up. */
export const pairedAddress = (href: string, paired: Paired): string => {
  const address = new URL(href);
  const path = pathOf(paired.role);
  if (path !== null) address.pathname = path;
  address.searchParams.delete('pair');
  const parameters = parametersOf(paired);
  forgetPlace(address.searchParams, parameters);
  address.searchParams.set('hall', paired.hall);
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) continue;
    address.searchParams.set(name, value);
    address.searchParams.set(MARK, name);
  }
  return address.href;
};

export const wantsPairing = (search: string): boolean => new URLSearchParams(search).has('pair');
