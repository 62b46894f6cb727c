/** What the facts of legs, parking and preparing change in the read tables. Rules: JRN-3. */
import type { EventOf } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import type { VisitEvent } from '@tingxu/hall/visits';
import { moveTicket, type RowOp } from './row-ops.ts';
import type { LegRecord } from './schema.ts';

/** The next service of a visit: in line, or at the counter where the customer is. */
const enterLeg = (event: EventOf<'LegEntered'>, at: Instant): readonly RowOp[] => {
  const { ticket, leg, service, lane, stays } = event;
  const row: LegRecord = {
    ...{ ticketId: ticket, legIndex: leg, serviceId: service, laneId: lane },
    enteredAt: event.enteredAt ?? at,
    ...{ startedAt: stays === undefined ? null : at, endedAt: null, endReason: null },
  };
  return [
    { op: 'move-ticket', ticket, service, lane },
    stays === undefined
      ? moveTicket(ticket, 'waiting', null)
      : moveTicket(ticket, 'serving', stays),
    { op: 'insert-leg', row },
  ];
};

export const projectVisit = (event: VisitEvent, at: Instant): readonly RowOp[] => {
  const { ticket } = event;
  switch (event.type) {
    case 'LegFinished':
      return [{ op: 'end-leg', ticket, at, reason: 'served' }];
    case 'TicketTransferred':
      return [{ op: 'end-leg', ticket, at, reason: 'transferred-out' }];
    case 'LegEntered':
      return enterLeg(event, at);
    case 'LaneChanged':
      return [
        { op: 'move-ticket', ticket, service: null, lane: event.lane },
        { op: 'move-leg', ticket, lane: event.lane },
      ];
    case 'TicketParked':
      return [moveTicket(ticket, 'parked', null)];
    case 'TicketPreparing':
    case 'TicketSentBack':
      return [moveTicket(ticket, 'preparing', null)];
    case 'TicketResumed':
    case 'TicketReady':
      return [moveTicket(ticket, 'waiting', null)];
    case 'ServiceAdded':
    case 'DocumentsChecked':
    case 'SlipAsked':
    case 'SlipEnded':
      return [];
    default:
      return event satisfies never;
  }
};
