/** How a visit has ended, as far as the page can know. Pure. Rules: END-1, RATE-6, MISS-6, PARK-6. */
import type { PhoneRating } from '@tingxu/contract/rating';
import type { PhoneRow } from '@tingxu/contract/views';

/**
 * `rated`: served, and the customer has said how it was. `closed`: the day is over; whoever was served
 * before is not told from whoever was not, since a phone may have slept, so both are told what holds
 * for them; `aside`: so, too, but staff may have kept it for the next day. `gone`: it left the line while the hall was open.
 */
export type End = 'rated' | 'served' | 'missed' | 'closed' | 'aside' | 'gone';

/**
 * What was told while the hall was open stays true when it has closed, and the server knows no more than
 * that it is closed: `before` is what this page told last.
 */
export const stillEnded = (now: End, before: End | null): End =>
  now === 'closed' && before !== null ? before : now;

/** `row` is the last that was seen of the ticket. A visit that ended served has a rating until its day closes. */
export const endOf = (row: PhoneRow | null, rating: PhoneRating | null, open: boolean): End => {
  if (rating) return rating.given ? 'rated' : 'served';
  if (!open) return row?.state === 'parked' ? 'aside' : 'closed';
  if (row?.state === 'serving') return 'served';
  return row?.state === 'missed' ? 'missed' : 'gone';
};
