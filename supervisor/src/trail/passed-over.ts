/** The other tickets that a trail names. Pure. */

import { type EventOf, HallEvent } from '@tingxu/contract/events';
import type { TicketId } from '@tingxu/contract/ids';
import type { TicketDetail, TrailEntry } from '@tingxu/contract/rest';

/** The event of an entry; null when it is one that this page does not know. */
export const eventOf = ({ type, data }: TrailEntry): HallEvent | null =>
  HallEvent.safeParse({ type, ...data }).data ?? null;

export const callsOf = (detail: TicketDetail): EventOf<'TicketCalled'>[] =>
  detail.trail.flatMap((entry) => {
    const event = eventOf(entry);
    return event?.type === 'TicketCalled' ? [event] : [];
  });

export const passedOver = (detail: TicketDetail): TicketId[] => [
  ...new Set(
    callsOf(detail).flatMap((call) => [
      ...call.passedOver,
      ...(call.protectedBy ? [call.protectedBy] : []),
    ]),
  ),
];
