/** What this counter is doing, read from the view of the hall. Pure. */
import type { PauseReason } from '@tingxu/contract/commands';
import type { Instant, StaffId } from '@tingxu/contract/ids';
import type { CounterView, StaffCounterRow, TicketRow } from '@tingxu/contract/views';
import type { Station } from '../station.ts';

export type Desk =
  | { readonly kind: 'day-closed' }
  | { readonly kind: 'unknown-counter' }
  /** Somebody else has opened this counter. */
  | { readonly kind: 'taken'; readonly staff: StaffId }
  | { readonly kind: 'closed' }
  | { readonly kind: 'idle'; readonly sinceAt: Instant }
  | { readonly kind: 'paused'; readonly sinceAt: Instant; readonly reason: PauseReason }
  | WithTicket;

export type WithTicket = {
  readonly kind: 'calling' | 'serving';
  readonly sinceAt: Instant;
  readonly ticket: TicketRow;
};

export type DeskKind = Desk['kind'];

export const deskOf = (view: CounterView, station: Station): Desk => {
  const known = view.profile?.counters.some((counter) => counter.id === station.counter);
  if (view.profile && !known) return { kind: 'unknown-counter' };
  const row = view.counters[station.counter];
  if (!view.day.open || !row) return { kind: 'day-closed' };
  if (row.state === 'closed') return { kind: 'closed' };
  if (row.staff !== null && row.staff !== station.staff) return { kind: 'taken', staff: row.staff };
  return inService(view, row);
};

const inService = (view: CounterView, row: StaffCounterRow): Desk => {
  const { sinceAt } = row;
  if (row.state === 'paused')
    return { kind: 'paused', sinceAt, reason: row.pauseReason ?? 'break' };
  const ticket = row.ticket === null ? undefined : view.tickets[row.ticket];
  if (!ticket) return { kind: 'idle', sinceAt };
  return { kind: ticket.state === 'serving' ? 'serving' : 'calling', sinceAt, ticket };
};

/** The ticket at the counter, if there is one. */
export const ticketAt = (desk: Desk | null): TicketRow | null =>
  desk?.kind === 'calling' || desk?.kind === 'serving' ? desk.ticket : null;
