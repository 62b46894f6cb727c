/** Who was passed over how often, counted again from outside. Rules: CALL-4, CALL-6. */
import type { EventOf } from '@tingxu/contract/events';
import type { TicketId } from '@tingxu/contract/ids';
import type { Evidence } from './evidence.ts';
import type { Check } from './finding.ts';
import { historyOf, issueOf, skillsOf } from './history.ts';

export type Standing = {
  readonly issue: EventOf<'TicketIssued'>;
  /** Calls by counters that could have taken the ticket while it waited. */
  callsBefore: number;
  /** Those among them that took a ticket with a later place. */
  passedOver: number;
};

/**
 * Every ticket's way through the line. A ticket that came back from a miss has left the fairness
 * order of its issue and is no longer counted, nor does it count as passed over.
 */
export const standings = (evidence: Evidence): ReadonlyMap<TicketId, Standing> => {
  const skills = skillsOf(evidence);
  const all = new Map<TicketId, Standing>();
  const waiting = new Map<TicketId, Standing>();
  const places = new Map<TicketId, number>();
  const issues = new Map(evidence.tickets.map((one) => [one.ticket.id, issueOf(one)]));
  for (const { ticket, event } of historyOf(evidence)) {
    waiting.delete(ticket);
    const issue = issues.get(ticket);
    if (event.type === 'TicketIssued' && issue) {
      const standing = { issue, callsBefore: 0, passedOver: 0 };
      all.set(ticket, standing);
      waiting.set(ticket, standing);
      places.set(ticket, issue.place);
    }
    if (event.type === 'TicketReturned') places.set(ticket, event.place);
    if (event.type === 'TicketCalled') {
      countCall(waiting.values(), skills.get(event.counter), places.get(ticket) ?? 0);
    }
  }
  return all;
};

const countCall = (
  waiting: Iterable<Standing>,
  skills: ReadonlySet<string> | undefined,
  place: number,
): void => {
  for (const standing of waiting) {
    if (!skills?.has(standing.issue.service)) continue;
    standing.callsBefore += 1;
    if (standing.issue.place < place) standing.passedOver += 1;
  }
};

const passOverCap: Check = {
  id: 'pass-over-cap',
  claim: 'no ticket was passed over more often than its cap, and the server counts the same',
  find: (evidence) => {
    const counted = new Map<TicketId, number>();
    for (const { event } of historyOf(evidence)) {
      if (event.type !== 'TicketCalled') continue;
      for (const ticket of event.passedOver) counted.set(ticket, (counted.get(ticket) ?? 0) + 1);
    }
    const returned = new Set(
      evidence.log.flatMap((one) => (one.type === 'returned' ? [one.ticket] : [])),
    );
    return [...standings(evidence)].flatMap(([ticket, { issue, passedOver }]) => {
      const told = counted.get(ticket) ?? 0;
      return [
        ...(passedOver > issue.passOverCap
          ? [`${issue.number} was passed over ${passedOver} times, cap ${issue.passOverCap}`]
          : []),
        ...(passedOver !== told && !returned.has(ticket)
          ? [`${issue.number} was passed over ${passedOver} times, the server says ${told}`]
          : []),
      ];
    });
  },
};

const worstPosition: Check = {
  id: 'worst-position',
  claim: 'no ticket waited for more calls than the worst position it was told',
  find: (evidence) => {
    const told = new Map(
      evidence.log.flatMap((one) =>
        one.type === 'issued' ? [[one.ticket, one.worstPosition] as const] : [],
      ),
    );
    return [...standings(evidence)].flatMap(([ticket, { issue, callsBefore }]) => {
      const limit = told.get(ticket);
      return typeof limit === 'number' && callsBefore > limit
        ? [`${issue.number} waited for ${callsBefore} calls, told were ${limit} at most`]
        : [];
    });
  },
};

export const FAIRNESS_CHECKS: readonly Check[] = [passOverCap, worstPosition];
