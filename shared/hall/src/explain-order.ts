/** Why one ticket was called before another: the auditor's question. Rules: PROOF-2. */

import type { OrderReason, TicketComparison } from '@tingxu/contract/comparison';
import type { EventOf, JournalEntry } from '@tingxu/contract/events';
import type { StepOf } from '@tingxu/contract/explanation';
import type { HallId, TicketRef } from '@tingxu/contract/ids';
import { whyNotTaken } from './eligibility.ts';
import { explanationFrom, type Followed, ticketOfDay, walk } from './explain.ts';
import { candidateOf } from './explain-call.ts';
import { addStep, type Seen } from './explain-steps.ts';
import { findLive } from './live-tickets.ts';
import { counterConfig } from './lookup.ts';
import { momentOf } from './rule-versions.ts';
import { emptyHall, type HallState, type Ticket } from './state.ts';

type Issue = EventOf<'TicketIssued'>;

/** The first call of either, with the state just before it. */
type FirstCall = { readonly seen: Seen; readonly step: StepOf<'called'>; readonly of: Followed };

/** In line, so the rule says why it was not the one. */
const standsBack = (call: FirstCall, ticket: Ticket): OrderReason => {
  const { before: hall, entry } = call.seen;
  const { counter: id, reasons } = call.step;
  const counter = hall.day && counterConfig(hall.day, id);
  if (!hall.day || !counter) return 'not-waiting';
  if (reasons.passedOver.some((one) => one.ticket === ticket.id)) return 'passed-over';
  const moment = momentOf(reasons.ruleVersion, { hall, day: hall.day, counter, at: entry.at });
  return whyNotTaken(moment)(ticket) ?? 'behind';
};

const reasonFor = (call: FirstCall, other: Issue): OrderReason => {
  const { before } = call.seen;
  const ticket = findLive(before.tickets, other.ticket);
  if (!ticket) return before.issued < ordinalOf(other) ? 'not-issued' : 'not-waiting';
  const stands = ticket.state === 'waiting' || ticket.state === 'preparing';
  return stands ? standsBack(call, ticket) : 'not-waiting';
};

/** The ordinal of an issue, from the id. Rules: NUM-4. */
const ordinalOf = ({ ticket }: Issue): number => Number(ticket.slice(ticket.indexOf('-') + 1));

const otherAt = (call: FirstCall, other: Issue): TicketComparison['other'] => {
  const { before, entry } = call.seen;
  const ticket = findLive(before.tickets, other.ticket);
  if (!ticket) return before.issued < ordinalOf(other) ? null : { state: 'ended', as: null };
  const { day } = before;
  const counter = day && counterConfig(day, call.step.counter);
  const { ruleVersion } = call.step.reasons;
  const moment =
    day && counter && momentOf(ruleVersion, { hall: before, day, counter, at: entry.at });
  const as = moment ? candidateOf(moment, ticket) : null;
  return { state: ticket.state, as: ticket.state === 'waiting' ? as : null };
};

const firstCallOf = ({ steps }: Followed): StepOf<'called'> | undefined =>
  steps.find((step): step is StepOf<'called'> => step.kind === 'called');

const comparison = (
  call: FirstCall | null,
  [asked, also]: readonly [Followed, Followed],
  last: HallState,
): TicketComparison | null => {
  const first = call?.of ?? asked;
  const second = first === asked ? also : asked;
  const earlier = explanationFrom(first, last);
  const later = explanationFrom(second, last);
  if (!earlier || !later) return null;
  if (!call)
    return { reason: 'neither', earlier, later, call: null, other: null, laterCalledAt: null };
  const { at, counter, staff, reasons } = call.step;
  return {
    reason: reasonFor(call, second.issue),
    earlier,
    later,
    call: { at, counter, staff, reasons },
    other: otherAt(call, second.issue),
    laterCalledAt: firstCallOf(second)?.at ?? null,
  };
};

/**
 * Compares two tickets of a day by their first calls; null when the day has not both.
 * Rules: PROOF-2.
 */
export const compareTickets = (
  hall: HallId,
  entries: readonly JournalEntry[],
  refs: readonly [TicketRef, TicketRef],
): TicketComparison | null => {
  const [a, b] = refs.map((ref) => ticketOfDay(entries, ref));
  if (!a || !b) return null;
  const both = [
    { issue: a, steps: [] },
    { issue: b, steps: [] },
  ] satisfies [Followed, Followed];
  let first: FirstCall | null = null;
  let last = emptyHall(hall);
  for (const seen of walk(hall, entries)) {
    for (const one of both) {
      const step = addStep(one.steps, seen, one.issue.ticket);
      if (first === null && step?.kind === 'called') first = { seen, step, of: one };
    }
    last = seen.before;
  }
  return comparison(first, both, last);
};
