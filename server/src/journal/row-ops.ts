/** What a journal entry may change in the read tables, as data. */
import type { EndReason } from '@tingxu/contract/events';
import type { CounterId, Instant, LaneId, ServiceId, TicketId } from '@tingxu/contract/ids';
import type { TicketStatus } from '@tingxu/contract/rest';
import type { CallAttemptRecord, CounterSessionRecord, LegRecord, TicketRecord } from './schema.ts';

/**
 * `start-leg` and `end-leg` mean the open leg of the ticket. `end-ticket` leaves the row its counter:
 * an ended ticket names the counter that had it when it ended, if one had.
 */
export type RowOp =
  | { readonly op: 'insert-ticket'; readonly row: TicketRecord }
  | {
      readonly op: 'change-ticket';
      readonly ticket: TicketId;
      readonly state: TicketStatus;
      readonly counter: CounterId | null;
      /** How many returns are added. */
      readonly returned: 0 | 1;
    }
  | {
      readonly op: 'end-ticket';
      readonly ticket: TicketId;
      readonly at: Instant;
      readonly reason: EndReason;
    }
  /** The end of the ticket, and of its last leg, is taken back. Rules: DAY-5. */
  | { readonly op: 'reopen-ticket'; readonly ticket: TicketId; readonly state: TicketStatus }
  | { readonly op: 'insert-leg'; readonly row: LegRecord }
  /** What the ticket is now about: its current leg. */
  | {
      readonly op: 'move-ticket';
      readonly ticket: TicketId;
      readonly service: ServiceId | null;
      readonly lane: LaneId;
    }
  /** The open leg goes on in another lane. */
  | { readonly op: 'move-leg'; readonly ticket: TicketId; readonly lane: LaneId }
  | { readonly op: 'start-leg'; readonly ticket: TicketId; readonly at: Instant }
  | {
      readonly op: 'end-leg';
      readonly ticket: TicketId;
      readonly at: Instant;
      readonly reason: EndReason;
    }
  | { readonly op: 'insert-call'; readonly row: CallAttemptRecord }
  | { readonly op: 'open-session'; readonly row: CounterSessionRecord }
  | { readonly op: 'close-session'; readonly counter: CounterId; readonly at: Instant };

export const moveTicket = (
  ticket: TicketId,
  state: TicketStatus,
  counter: CounterId | null,
  returned: 0 | 1 = 0,
): RowOp => ({
  op: 'change-ticket',
  ticket,
  state,
  counter,
  returned,
});
