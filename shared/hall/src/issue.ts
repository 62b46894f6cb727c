/** Taking a ticket. Source: product.md 4.1, 4.3; H12, H14. */

import type { CommandOf } from '@tingxu/contract/commands';
import type { LaneConfig } from '@tingxu/contract/config';
import type { EventOf } from '@tingxu/contract/events';
import type { Instant, ServiceId } from '@tingxu/contract/ids';
import { isOffered } from '@tingxu/contract/offered';
import { PUBLIC_ROLES, type Role } from '@tingxu/contract/roles';
import { accept, type Decision, type Refused, reject } from './decision.ts';
import { forecast } from './estimate.ts';
import { earlierCompatible, passOverCapNow, worstIsKnown } from './fairness.ts';
import { preOpeningAt, refusedByHours } from './hours.ts';
import { laneFor } from './lane-proof.ts';
import { withTicket } from './live-tickets.ts';
import { type Found, openDay } from './lookup.ts';
import { nextNumber, nextTicketId, seriesFor, seriesOf } from './numbers.ts';
import type { Day, HallState, Ticket } from './state.ts';
import { addToTotals } from './totals.ts';

/**
 * Whether some counter of the hall takes the service. An unknown name is not said again: answers are
 * kept, and what a card reader types into the wrong field must not be.
 * Rejects: service-unknown, service-without-counter.
 */
export const refuseService = (day: Day, id: ServiceId): Refused | null => {
  const known = day.config.services.some((row) => row.id === id);
  if (!known) return reject('service-unknown');
  return isOffered(day.config.counters, id)
    ? null
    : reject('service-without-counter', { state: id });
};

const refuseFurther = (day: Day, further: readonly ServiceId[] = []): Refused | null => {
  for (const id of further) {
    const refused = refuseService(day, id);
    if (refused) return refused;
  }
  return null;
};

/** What a ticket may bring along beside its service. Rules: LEG-1, PREP-1. */
const alongside = ({ further, preparing }: CommandOf<'IssueTicket'>) => ({
  ...(further && further.length > 0 && { further }),
  ...(preparing && { preparing }),
});

/**
 * The fact of a ticket that is taken now.
 * Rejects: service-unknown, service-without-counter.
 */
export const issuedFact = (
  hall: HallState,
  day: Day,
  id: ServiceId,
  lane: LaneConfig,
  at: Instant,
): Found<EventOf<'TicketIssued'>> => {
  const service = day.config.services.find((row) => row.id === id);
  if (!service) return reject('service-unknown');
  if (!isOffered(day.config.counters, id)) return reject('service-without-counter', { state: id });
  const { ahead, wait } = forecast(hall, day, id, lane.id, at);
  const preOpeningMs = preOpeningAt(day, at);
  const value: EventOf<'TicketIssued'> = {
    type: 'TicketIssued',
    ticket: nextTicketId(hall, day.businessDay),
    number: nextNumber(hall, seriesFor(lane, service)),
    service: id,
    lane: lane.id,
    place: hall.nextPlace,
    earlier: earlierCompatible(hall, day, id),
    ahead,
    passOverCap: passOverCapNow(hall, day),
    wait,
    ...(preOpeningMs > 0 && { preOpeningMs }),
    ...(!worstIsKnown(day, id) && { noWorst: true as const }),
  };
  return { ok: true, value };
};

/**
 * Gives a number, a place and an honest word on the wait.
 * Rules: ISSUE-1..ISSUE-4, LANE-1..LANE-5, NUM-1..NUM-4, CALL-6, WAIT-1, LEG-1, PREP-1, HOURS-2, HOURS-7.
 * Rejects: day-not-open, service-unknown, lane-unknown, lane-needs-staff,
 * lane-needs-proof, lane-needs-check-in, service-without-counter, as refusedByHours.
 */
export const decideIssueTicket = (
  hall: HallState,
  command: CommandOf<'IssueTicket'>,
  context: { readonly at: Instant; readonly actor: { readonly role: Role } },
): Decision => {
  const found = openDay(hall);
  if (!found.ok) return found;
  const day = found.value;
  const shown = command.proof ?? {};
  const opened = laneFor(day, command.lane, shown, context.actor.role);
  if (!opened.ok) return opened;
  const { lane, by } = opened.value;
  const staff = !PUBLIC_ROLES.includes(context.actor.role);
  const services = [command.service, ...(command.further ?? [])];
  const asked = { lane: lane.id, services, staff };
  const refused =
    refuseService(day, command.service) ??
    refuseFurther(day, command.further) ??
    refusedByHours(day, asked, context.at);
  if (refused) return refused;
  const fact = issuedFact(hall, day, command.service, lane, context.at);
  if (!fact.ok) return fact;
  return accept({
    ...fact.value,
    ...(by && { proof: by }),
    ...(shown.class && { customerClass: shown.class }),
    ...alongside(command),
  });
};

/** Where a ticket stands from its issue. */
export const stateAtIssue = ({ carried, preparing }: EventOf<'TicketIssued'>): Ticket['state'] => {
  if (carried) return 'parked';
  return preparing ? 'preparing' : 'waiting';
};

/** Why it is not in line from the beginning, if so. */
const asideAtIssue = (
  { carried, preparing }: EventOf<'TicketIssued'>,
  sinceAt: Instant,
): Ticket['aside'] => {
  if (carried) return { cause: 'parked', sinceAt };
  return preparing ? { cause: 'forms', sinceAt } : null;
};

export const evolveTicketIssued = (
  hall: HallState,
  event: EventOf<'TicketIssued'>,
  at: Instant,
): HallState => {
  const { waitFromAt = at, carried } = event;
  const ticket: Ticket = {
    id: event.ticket,
    number: event.number,
    lane: event.lane,
    service: event.service,
    state: stateAtIssue(event),
    issuedAt: at,
    leg: 0,
    further: event.further ?? [],
    enteredAt: waitFromAt,
    waitFromAt,
    preOpeningMs: event.preOpeningMs ?? 0,
    place: event.place,
    first: false,
    only: carried?.only ?? null,
    passOverCap: event.passOverCap,
    passedOver: 0,
    hold: 0,
    returns: 0,
    attempts: 0,
    unseen: carried?.unseen ?? false,
    carriedFrom: carried?.number ?? null,
    call: null,
    startedAt: null,
    servedMs: 0,
    ...{ waited: null, earlierWaitMs: 0 },
    missedAt: null,
    validUntilAt: carried?.untilAt ?? null,
    toleranceLeft: null,
    returnsAt: null,
    aside: asideAtIssue(event, at),
    entry: null,
  };
  return {
    ...hall,
    issued: hall.issued + 1,
    nextPlace: event.place + 1,
    series: { ...hall.series, [seriesOf(event.number)]: Number(event.number.slice(1)) },
    tickets: withTicket(hall.tickets, ticket),
    totals: addToTotals(hall.totals, event.lane, { issued: 1 }),
  };
};
