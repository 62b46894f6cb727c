/**
 * Waiting tickets in the order in which this counter is expected to call them. The first one is the
 * one that a call would take now; later ones may still be overtaken. Pure.
 * Rules: CALL-2, CALL-3, CALL-4, MISS-4.
 */
import type { Instant, ServiceId } from '@tingxu/contract/ids';
import type { TicketRow } from '@tingxu/contract/views';
import { isProtected } from '@tingxu/ui/lib/pass-over';

export const scoreAt = (ticket: TicketRow, at: Instant): number =>
  (at - ticket.scoreFromAt) * ticket.scoreWeight;

export const expectedOrder = (
  tickets: readonly TicketRow[],
  skills: readonly ServiceId[],
  at: Instant,
): TicketRow[] => {
  const waiting = tickets.filter(
    ({ state, service }) => state === 'waiting' && skills.includes(service),
  );
  const isFree = freeOf(waiting);
  const limit = earliestPlace(waiting.filter((ticket) => isFree(ticket) && isProtected(ticket)));
  const group = (ticket: TicketRow): number => {
    if (!isFree(ticket)) return 2;
    return ticket.place <= limit ? 0 : 1;
  };
  return waiting.sort(
    (a, b) => group(a) - group(b) || scoreAt(b, at) - scoreAt(a, at) || a.place - b.place,
  );
};

/** A returned ticket is held, unless the counter could take nobody else of its lane. */
const freeOf = (waiting: readonly TicketRow[]): ((ticket: TicketRow) => boolean) => {
  const lanes = new Set(waiting.filter(({ hold }) => hold === 0).map(({ lane }) => lane));
  return ({ hold, lane }) => hold === 0 || !lanes.has(lane);
};

const earliestPlace = (tickets: readonly TicketRow[]): number =>
  tickets.reduce((earliest, { place }) => Math.min(earliest, place), Number.POSITIVE_INFINITY);
