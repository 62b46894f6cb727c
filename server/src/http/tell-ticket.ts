/** Tickets as REST tells them. Rules: END-1. */
import type { EndReason, HallEvent, JournalEntry } from '@tingxu/contract/events';
import type { Instant, TicketId } from '@tingxu/contract/ids';
import type { TicketSummary, WaitSeconds } from '@tingxu/contract/rest';
import type { WaitRange } from '@tingxu/contract/wait-range';
import type { HallState, Ticket } from '@tingxu/hall/state';
import { zoneTime } from '../day/zone-time.ts';

/** A range in whole seconds that never promises more than the range in ms. */
export const waitSeconds = (wait: WaitRange | null): WaitSeconds | null =>
  wait && {
    lowSeconds: Math.floor(wait.lowMs / 1000),
    highSeconds: Math.ceil(wait.highMs / 1000),
  };

type Ending = {
  readonly at: Instant;
  readonly reason: EndReason;
  /** A miss takes the ticket from its counter before it ends. */
  readonly missed: boolean;
};

/** A ticket of the day of `hall`, live or just ended. */
export function ticketSummary(
  hall: HallState,
  ticket: Ticket,
  ending: Ending | null = null,
): TicketSummary {
  const day = hall.day;
  if (day === null) throw new Error('a ticket without a business day');
  const { restTime } = zoneTime(day.config.zone);
  return {
    id: ticket.id,
    number: ticket.number,
    hall: hall.hall,
    businessDay: day.businessDay,
    lane: ticket.lane,
    service: ticket.service,
    state: ending ? 'ended' : ticket.state,
    counter: ending?.missed ? null : (ticket.call?.counter ?? null),
    issuedAt: restTime(ticket.issuedAt),
    endedAt: ending && restTime(ending.at),
    endReason: ending?.reason ?? null,
  };
}

const endBy = (event: HallEvent): Ending['reason'] | null => {
  if (event.type === 'ServiceFinished') return 'served';
  if (event.type === 'TicketExpired') return 'no-show';
  return event.type === 'TicketCancelled' || event.type === 'TicketLeft' ? event.reason : null;
};

/** How the events ended the ticket, if they did; the reopening of a day takes an end back. */
export function endingOf(entries: readonly JournalEntry[], id: TicketId): Ending | null {
  let missed = false;
  let ending: Ending | null = null;
  for (const { at, event } of entries) {
    if (!('ticket' in event) || event.ticket !== id) continue;
    if (event.type === 'TicketMissed') missed = true;
    if (event.type === 'TicketRestored') ending = null;
    const reason = endBy(event);
    if (reason !== null) ending = { at, reason, missed };
  }
  return ending;
}

/** The first ticket that the events speak of. */
export function ticketIn(entries: readonly JournalEntry[]): TicketId | null {
  for (const { event } of entries) if ('ticket' in event) return event.ticket;
  return null;
}
