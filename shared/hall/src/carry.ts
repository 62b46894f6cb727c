/**
 * Parked tickets that outlive their day: each ends with it, and the next day issues it again, set aside
 * as it was. Source: issue "parked and booked tickets carried or closed by rule"; adr/0009.
 */
import type { LaneConfig } from '@tingxu/contract/config';
import type { EventOf } from '@tingxu/contract/events';
import type { DurationMs, Instant } from '@tingxu/contract/ids';
import { isOffered } from '@tingxu/contract/offered';
import { accept, type Decision } from './decision.ts';
import { issuedFact } from './issue.ts';
import { visitRule } from './legs.ts';
import { findLive } from './live-tickets.ts';
import { laneConfig } from './lookup.ts';
import type { CarriedTicket, Day, HallState, Ticket } from './state.ts';

/** Whether the ticket goes on tomorrow when the day closes. Rules: PARK-6. */
export const isCarried = (day: Day, { state }: Ticket): boolean =>
  state === 'parked' && visitRule(day).carryMs !== undefined;

/**
 * Until when a ticket that the day took over is set aside. Nobody can come on a day that does not open:
 * there it has no limit, and the day after takes it over again. Rules: PARK-6.
 */
const asideUntil = ({ schedule }: Day, limitMs: DurationMs, at: Instant): Instant | null => {
  if (schedule === null) return at + limitMs;
  const next = schedule.issuing.find(({ toAt }) => toAt > at);
  return next ? Math.max(at, next.fromAt) + limitMs : null;
};

/** The lane of before, or everybody's where the hall has it no more. */
const laneNow = (day: Day, { lane }: CarriedTicket): LaneConfig | undefined =>
  laneConfig(day, lane) ?? laneConfig(day, day.config.defaultLane);

/**
 * Issues a ticket of the day before again, on the hall that those before it leave. One whose service no
 * counter takes any more is told so. Rules: PARK-6, PARK-7.
 */
export const decideCarry = (hall: HallState, before: CarriedTicket, at: Instant): Decision => {
  const { day } = hall;
  const lane = day && laneNow(day, before);
  if (!day || !lane) return accept();
  const { id, number, service, only, unseen } = before;
  const fact = issuedFact(hall, day, service, lane, at);
  if (!fact.ok) return accept({ type: 'TicketNotCarried', ticket: id, service });
  const { carryMs = visitRule(day).parkMaxMs } = visitRule(day);
  const untilAt = asideUntil(day, carryMs, at);
  const further = before.further.filter((next) => isOffered(day.config.counters, next));
  return accept(
    {
      ...fact.value,
      ...(further.length > 0 && { further }),
      carried: {
        ...{ ticket: id, number, untilAt },
        ...(only && { only }),
        ...(unseen && { unseen: true as const }),
      },
    },
    { type: 'TicketCarried', ticket: id, to: fact.value.ticket, number: fact.value.number },
  );
};

/** What the next day will need of a ticket that leaves with this one. */
export const noteCarried = (
  hall: HallState,
  { ticket: id, reason }: EventOf<'TicketLeft'>,
): HallState => {
  const ticket = reason === 'carried-over' ? findLive(hall.tickets, id) : undefined;
  if (!ticket) return hall;
  const { number, lane, service, further, only, unseen } = ticket;
  const kept = { id, number, lane, service, further, only, unseen };
  return { ...hall, carried: [...hall.carried, kept] };
};
