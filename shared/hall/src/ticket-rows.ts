/** What staff see of a ticket, and what everybody sees of a missed one. Rules: FEED-6, STAT-5. */
import type { MissedRow, TicketRow } from '@tingxu/contract/views';
import { mayWalkOut } from './cancel.ts';
import { documentsSeen } from './documents.ts';
import { scoreLine } from './lane-policy.ts';
import { countsFrom, runsFrom } from './leg-clock.ts';
import { laneConfig } from './lookup.ts';
import { missAllowedAt, nextCountsAt } from './missed-rule.ts';
import type { Day, HallState, Ticket } from './state.ts';
import { clockOf, waitedSoFar } from './totals.ts';

/** What only some tickets have: how it came where it is, whether it may leave from there, its documents. */
const someHave = (day: Day | null, ticket: Ticket): Partial<TicketRow> => {
  const { aside, entry, caredAt, carriedFrom } = ticket;
  const referral = ticket.referrals?.[ticket.service];
  const documents = documentsSeen(day, ticket);
  return {
    ...(aside && { aside }),
    ...(entry && { entry }),
    ...(caredAt !== undefined && { caredAt }),
    ...(referral && { referral }),
    ...(documents && { documents }),
    ...(carriedFrom && { carriedFrom }),
    ...(mayWalkOut(ticket) && { mayWalkOut: true }),
  };
};

/** At a counter, and away from the line after its service was begun, the wait stands still. Rules: STAT-5. */
export const waitShown = (ticket: Ticket): Pick<TicketRow, 'waitCountsFromAt' | 'waitedMs'> => {
  const clock = clockOf(ticket);
  const from = runsFrom(clock);
  const stands = ticket.call !== null || from === null;
  return {
    waitCountsFromAt: (from ?? countsFrom(clock)) - ticket.earlierWaitMs,
    ...(stands && { waitedMs: waitedSoFar(ticket) }),
  };
};

export const ticketRow = (hall: HallState, ticket: Ticket): TicketRow => {
  const rule = hall.day ? laneConfig(hall.day, ticket.lane)?.missed : undefined;
  const { call } = ticket;
  const pending = ticket.state === 'called' ? call : null;
  return {
    ticket: ticket.id,
    number: ticket.number,
    lane: ticket.lane,
    service: ticket.service,
    state: ticket.state,
    issuedAt: ticket.issuedAt,
    waitFromAt: ticket.waitFromAt,
    ...waitShown(ticket),
    place: ticket.place,
    ...scoreLine(hall.day, ticket),
    passedOver: ticket.passedOver,
    passOverCap: ticket.passOverCap,
    hold: ticket.hold,
    returns: ticket.returns,
    counter: call?.counter ?? null,
    calls: call?.calls ?? 0,
    countedCalls: call?.counted ?? 0,
    callsNeeded: rule?.minCalls ?? 0,
    recallCountsAt: rule && pending ? nextCountsAt(rule, pending) : null,
    missAllowedAt: rule && pending ? missAllowedAt(rule, pending) : null,
    calledAt: call?.firstAt ?? null,
    startedAt: ticket.startedAt,
    ...(rule?.escortMs !== undefined && pending && { escorted: pending.escorted }),
    validUntilAt: ticket.validUntilAt,
    leg: ticket.leg,
    further: [...ticket.further],
    first: ticket.first,
    only: ticket.only,
    ...someHave(hall.day, ticket),
    ...(ticket.slip && { slip: ticket.slip }),
    ...(ticket.voice?.attempt === ticket.attempts && { voice: ticket.voice }),
  };
};

export const missedRow = (ticket: Ticket): MissedRow => ({
  number: ticket.number,
  missedAt: ticket.missedAt ?? 0,
});
