/** The services of one visit, one after the other. Source: product.md 2 (leg), H52. */
import type { CommandOf } from '@tingxu/contract/commands';
import { MAX_FURTHER } from '@tingxu/contract/commands';
import { DEFAULT_VISIT_RULE, type VisitRule } from '@tingxu/contract/config';
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { Instant, ServiceId } from '@tingxu/contract/ids';
import { isOffered } from '@tingxu/contract/offered';
import { occupyCounter } from './counter.ts';
import { accept, type Decision, reject } from './decision.ts';
import { refuseService } from './issue.ts';
import { findLive } from './live-tickets.ts';
import { findTicket, openDay, takesService } from './lookup.ts';
import type { CallRecord, Day, HallState, Ticket } from './state.ts';
import { changeTicket, leaveCounter, markCall } from './tickets.ts';
import { addToTotals } from './totals.ts';

export const visitRule = (day: Day): VisitRule => day.config.visits ?? DEFAULT_VISIT_RULE;

/**
 * One more service on the ticket, after those it has; with the reason when staff refer the customer.
 * Rules: LEG-1, LEG-9. Rejects: as findTicket, service-unknown, service-without-counter, too-many-services.
 */
export const decideAddService = (hall: HallState, command: CommandOf<'AddService'>): Decision => {
  const found = findTicket(hall, command.ticket);
  if (!found.ok) return found;
  const day = openDay(hall);
  if (!day.ok) return day;
  const refused = refuseService(day.value, command.service);
  if (refused) return refused;
  const { id, further } = found.value;
  if (further.length >= MAX_FURTHER) return reject('too-many-services');
  const { service, referral } = command;
  return accept({ type: 'ServiceAdded', ticket: id, service, ...(referral && { referral }) });
};

export const evolveServiceAdded = (hall: HallState, event: EventOf<'ServiceAdded'>): HallState => {
  const ticket = findLive(hall.tickets, event.ticket);
  if (!ticket) return hall;
  const { service, referral } = event;
  return changeTicket(hall, ticket.id, {
    further: [...ticket.further, service],
    ...(referral && { referrals: { ...ticket.referrals, [service]: referral } }),
  });
};

/** Services to follow that a counter of the hall still takes: the configuration may have changed. */
const stillOffered = (day: Day, { further }: Ticket): readonly ServiceId[] =>
  further.filter((service) => isOffered(day.config.counters, service));

/** The service that follows, if any does. */
export const nextService = (day: Day, ticket: Ticket): ServiceId | undefined =>
  stillOffered(day, ticket)[0];

/** What the event of a next leg says of the services behind it. */
export const stillToCome = (further: readonly ServiceId[]) =>
  further.length > 0 ? { further: [...further] } : {};

/**
 * Ends a leg as served and begins the next: at the same counter when it takes the service and the rule
 * says so, else in line at a new place.
 * Rules: LEG-2, LEG-3.
 */
export const finishLeg = (
  hall: HallState,
  day: Day,
  ticket: Ticket & { readonly call: CallRecord },
  { at, serviceMs }: { readonly at: Instant; readonly serviceMs: number },
): readonly HallEvent[] => {
  const { id, leg, lane, call } = ticket;
  const { counter, staff } = call;
  const rule = visitRule(day);
  const [service = ticket.service, ...further] = stillOffered(day, ticket);
  const stays = rule.stay && takesService(day, counter, service);
  return [
    { type: 'LegFinished', ticket: id, leg, counter, staff, serviceMs },
    {
      ...{ type: 'LegEntered', ticket: id, leg: leg + 1, service, lane },
      place: stays ? ticket.place : hall.nextPlace,
      waitFromAt: rule.keepWait ? ticket.waitFromAt : at,
      first: rule.first && !stays,
      ...stillToCome(further),
      ...(stays && { stays: counter }),
    },
  ];
};

/** The leg as the event says, wherever it goes on. */
const begun = (event: EventOf<'LegEntered'>, at: Instant): Partial<Ticket> => {
  const { leg, service, lane, place, waitFromAt, first, only, further } = event;
  return {
    ...{ leg, service, lane, place, waitFromAt, first },
    ...{ enteredAt: event.enteredAt ?? at, servedMs: 0, waited: null },
    only: only ?? null,
    further: further ?? [],
    hold: 0,
  };
};

export const evolveLegEntered = (
  hall: HallState,
  event: EventOf<'LegEntered'>,
  at: Instant,
): HallState => {
  const ticket = findLive(hall.tickets, event.ticket);
  if (!ticket) return hall;
  const totals = addToTotals(hall.totals, event.lane, { entered: 1 });
  const next = begun(event, at);
  if (event.stays && ticket.call) {
    const serving = changeTicket({ ...hall, totals }, ticket.id, {
      ...next,
      state: 'serving',
      startedAt: at,
    });
    return occupyCounter(markCall(serving, ticket, 'serving'), ticket.call.counter, ticket.id, at);
  }
  const inLine = changeTicket(leaveCounter({ ...hall, totals }, ticket, at), ticket.id, {
    ...next,
    ...{ state: 'waiting', call: null, startedAt: null },
  });
  return { ...inLine, nextPlace: event.place + 1 };
};
