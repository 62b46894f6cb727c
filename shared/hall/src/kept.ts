/** Tickets kept for one counter or one person. Source: H61, "fill this in and come back to me". */
import type { KeptFor } from '@tingxu/contract/commands';
import type { CounterId, Instant, ServiceId } from '@tingxu/contract/ids';
import { type Refused, reject } from './decision.ts';
import { takesService } from './lookup.ts';
import { isThere } from './presence.ts';
import type { Counter, Day, HallState, Ticket } from './state.ts';

/** The counter that is kept for, or where the person kept for sits; undefined while there is none. */
const keeperOf = (hall: HallState, only: KeptFor): Counter | undefined =>
  hall.counters.find((row) =>
    'counter' in only ? row.id === only.counter : row.staff === only.staff,
  );

/**
 * The counter that alone may call the ticket; null when any may. Nobody is kept for a counter that is
 * out of service or away, for a person who is not signed in, or for either when they do not take the
 * service: such a ticket would wait for ever.
 * Rules: LEG-7, CTR-10.
 */
export const keeperFor = (hall: HallState, ticket: Ticket, at: Instant): CounterId | null => {
  if (ticket.only === null || hall.day === null) return null;
  const keeper = keeperOf(hall, ticket.only);
  if (!keeper || !isThere(hall.day, keeper, at)) return null;
  return takesService(hall.day, keeper.id, ticket.service) ? keeper.id : null;
};

/**
 * Why a ticket for the service cannot be kept for them now: as keeperFor, so that no kept ticket is
 * anybody's from the beginning. Rules: LEG-7, CTR-10.
 * Rejects: counter-unknown, counter-closed, counter-away, staff-not-signed-in, counter-not-skilled.
 */
export const refuseKeeper = (
  hall: HallState,
  day: Day,
  { only, service }: { readonly only: KeptFor; readonly service: ServiceId },
  at: Instant,
): Refused | null => {
  const keeper = keeperOf(hall, only);
  if (!keeper) return reject('counter' in only ? 'counter-unknown' : 'staff-not-signed-in');
  if (keeper.state === 'closed') return reject('counter-closed', { state: keeper.id });
  if (!isThere(day, keeper, at)) return reject('counter-away', { state: keeper.id });
  return takesService(day, keeper.id, service)
    ? null
    : reject('counter-not-skilled', { state: keeper.id });
};
