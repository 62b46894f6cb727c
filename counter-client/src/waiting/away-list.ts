/** Customers who are neither in line nor at a counter: set aside, filling in forms, missed. Pure. */
import type { KeptFor } from '@tingxu/contract/commands';
import type { TicketRow } from '@tingxu/contract/views';
import type { Situation } from '../desk/situation.ts';

/** `mine` comes back to this teller or counter; `here` was set aside here; `hall` elsewhere. */
export type AwayPart = 'mine' | 'here' | 'hall';
export type Away = { readonly row: TicketRow; readonly part: AwayPart };

type Place = Pick<Situation, 'view' | 'station'>;

const isMine = ({ station }: Place, only: KeptFor | null): boolean => {
  if (only === null) return false;
  return 'counter' in only ? only.counter === station.counter : only.staff === station.staff;
};

const partOf = (place: Place, { only, aside }: TicketRow): AwayPart => {
  if (isMine(place, only)) return 'mine';
  return aside?.counter === place.station.counter ? 'here' : 'hall';
};

const PARTS: readonly AwayPart[] = ['mine', 'here', 'hall'];
const LAST = Number.POSITIVE_INFINITY;

/** The own ones first; in each part those whose time runs out first. */
export const awayTickets = (place: Place): Away[] =>
  Object.values(place.view.tickets)
    .filter(({ state }) => state === 'parked' || state === 'preparing' || state === 'missed')
    .map((row) => ({ row, part: partOf(place, row) }))
    .sort(
      (a, b) =>
        PARTS.indexOf(a.part) - PARTS.indexOf(b.part) ||
        (a.row.validUntilAt ?? LAST) - (b.row.validUntilAt ?? LAST) ||
        a.row.place - b.row.place,
    );

/** How the customer comes back. */
export const comingBack = ({ state }: TicketRow): 'return' | 'resumeTicket' | 'ready' => {
  if (state === 'parked') return 'resumeTicket';
  return state === 'preparing' ? 'ready' : 'return';
};
