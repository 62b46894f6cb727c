/** To another service, lane, counter or person. Source: H61. */
import type { CommandOf, KeptFor } from '@tingxu/contract/commands';
import type { EventOf } from '@tingxu/contract/events';
import type { Instant, LaneId } from '@tingxu/contract/ids';
import { accept, type Decision, type Refused, reject } from './decision.ts';
import { refuseService } from './issue.ts';
import { refuseKeeper } from './kept.ts';
import { refuseGiven } from './lane-proof.ts';
import { stillToCome } from './legs.ts';
import { findLive } from './live-tickets.ts';
import { type Found, findTicket, findTicketAt, laneConfig, openDay } from './lookup.ts';
import type { Day, HallState, Ticket } from './state.ts';
import { changeTicket, servedSoFar } from './tickets.ts';
import { addToTotals, addWait, legWaitMs, waitedSoFar } from './totals.ts';

type Transfer = CommandOf<'TransferTicket'>;

/** The ticket at the counter that asks, or one in line when no counter does. */
const findTransferred = (hall: HallState, { ticket: ref, counter }: Transfer): Found<Ticket> => {
  if (counter !== undefined) return findTicketAt(hall, ref, counter, ['called', 'serving']);
  const found = findTicket(hall, ref);
  if (!found.ok || found.value.state === 'waiting') return found;
  return reject('ticket-not-in-state', { state: found.value.state });
};

/** Why it cannot stand in another lane; its own it may keep. Rules: LANE-4. */
const refuseLane = (day: Day, from: LaneId, id: LaneId): Refused | null => {
  const lane = laneConfig(day, id);
  if (!lane) return reject('lane-unknown');
  return id === from ? null : refuseGiven(lane);
};

/** The counter that has the ticket, or the person there: no target of a transfer. */
const isHere = ({ call }: Ticket, only: KeptFor): boolean =>
  'counter' in only ? only.counter === call?.counter : only.staff === call?.staff;

/** Whether the ticket would be where it is now. Rules: LEG-4. */
const goesNowhere = (ticket: Ticket, { service, lane, only }: Transfer): boolean =>
  (service ?? ticket.service) === ticket.service &&
  (lane ?? ticket.lane) === ticket.lane &&
  (only === undefined || isHere(ticket, only));

/** Why it cannot go there. */
const refuseTarget = (
  hall: HallState,
  day: Day,
  ticket: Ticket,
  transfer: Transfer,
  at: Instant,
): Refused | null => {
  const { service, lane, only, keepWait } = transfer;
  if (goesNowhere(ticket, transfer)) return reject('transfer-needs-target');
  if (!keepWait && (service ?? ticket.service) === ticket.service) return reject('wait-is-kept');
  const refused =
    refuseService(day, service ?? ticket.service) ??
    (lane === undefined ? null : refuseLane(day, ticket.lane, lane));
  if (refused || only === undefined) return refused;
  return refuseKeeper(hall, day, { only, service: service ?? ticket.service }, at);
};

/** From the line, the customer goes on waiting: since the entry, or since a service was cut. Rules: END-3. */
const goesOnWaiting = ({ enteredAt, waited }: Ticket): Pick<EventOf<'LegEntered'>, 'enteredAt'> => {
  if (waited === null) return { enteredAt };
  return waited.againAt === null ? {} : { enteredAt: waited.againAt };
};

/**
 * Ends the leg as transferred out and begins the next one in line, at a new place: the worst position
 * that others were told stays true.
 * Rules: LEG-4..LEG-7.
 * Rejects: as findTicketAt, transfer-needs-target, wait-is-kept, service-unknown, service-without-counter,
 * lane-unknown, lane-needs-proof, lane-needs-check-in, as refuseKeeper.
 */
export const decideTransferTicket = (hall: HallState, command: Transfer, at: Instant): Decision => {
  const day = openDay(hall);
  if (!day.ok) return day;
  const found = findTransferred(hall, command);
  if (!found.ok) return found;
  const ticket = found.value;
  const refused = refuseTarget(hall, day.value, ticket, command, at);
  if (refused) return refused;
  const { id, leg, call, further } = ticket;
  const serviceMs = servedSoFar(ticket, at);
  const { service = ticket.service, lane = ticket.lane, only, keepWait, first } = command;
  return accept(
    {
      ...{ type: 'TicketTransferred', ticket: id, leg },
      ...(call && { counter: call.counter, staff: call.staff }),
      ...(serviceMs !== undefined && { serviceMs }),
    },
    {
      ...{ type: 'LegEntered', ticket: id, leg: leg + 1, service, lane, first },
      place: hall.nextPlace,
      waitFromAt: keepWait ? ticket.waitFromAt : at,
      ...(call === null && goesOnWaiting(ticket)),
      ...(only && { only }),
      ...stillToCome(further),
    },
  );
};

/** The wait of a leg that a counter had is counted; that of another goes on. Rules: END-3. */
export const evolveTicketTransferred = (
  hall: HallState,
  event: EventOf<'TicketTransferred'>,
  at: Instant,
): HallState => {
  const ticket = findLive(hall.tickets, event.ticket);
  if (!ticket || !hall.day) return hall;
  const { lane } = ticket;
  const targetMs = laneConfig(hall.day, lane)?.promise.targetMs ?? 0;
  const waited = addWait(hall.totals, lane, { waitMs: legWaitMs(ticket), targetMs });
  const totals = addToTotals(waited, lane, { transferredOut: 1 });
  return changeTicket({ ...hall, totals }, ticket.id, {
    earlierWaitMs: waitedSoFar(ticket),
    entry: {
      ...{ cause: 'transferred', at },
      ...(event.counter && { counter: event.counter }),
      ...(event.staff && { staff: event.staff }),
    },
  });
};

/** Where a ticket may change its lane: in line or set aside, without a pending call or miss. */
const CHANGEABLE: readonly Ticket['state'][] = ['waiting', 'preparing', 'parked'];

/**
 * Another lane with the same place and the same wait: only the score changes.
 * Rules: LEG-8, LANE-4. Rejects: as findTicket, ticket-not-in-state, lane-unknown, lane-unchanged,
 * lane-needs-proof, lane-needs-check-in.
 */
export const decideChangeLane = (hall: HallState, command: CommandOf<'ChangeLane'>): Decision => {
  const day = openDay(hall);
  if (!day.ok) return day;
  const found = findTicket(hall, command.ticket);
  if (!found.ok) return found;
  const { lane, reason } = command;
  const { id, leg, state, lane: from } = found.value;
  if (!CHANGEABLE.includes(state)) return reject('ticket-not-in-state', { state });
  if (lane === from) return reject('lane-unchanged');
  const refused = refuseLane(day.value, from, lane);
  if (refused) return refused;
  return accept({ type: 'LaneChanged', ticket: id, leg, lane, reason });
};

/** Counted out of one lane and into the other. Rules: END-3. */
export const evolveLaneChanged = (hall: HallState, event: EventOf<'LaneChanged'>): HallState => {
  const ticket = findLive(hall.tickets, event.ticket);
  if (!ticket) return hall;
  const out = addToTotals(hall.totals, ticket.lane, { transferredOut: 1 });
  const totals = addToTotals(out, event.lane, { entered: 1 });
  return changeTicket({ ...hall, totals }, ticket.id, { lane: event.lane });
};
