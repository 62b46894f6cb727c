/** Why one ticket was called before another: the auditor's question. Rules: PROOF-2. */

import type { ContestedCall, OrderReason, TicketComparison } from '@tingxu/contract/comparison';
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

/** A call of either, with the state just before it. */
type OwnCall = { readonly seen: Seen; readonly step: StepOf<'called'>; readonly of: Followed };

/** In line, so the rule says why it was not the one. */
const standsBack = (call: OwnCall, ticket: Ticket): OrderReason => {
  const { before: hall, entry } = call.seen;
  const { counter: id, reasons } = call.step;
  const counter = hall.day && counterConfig(hall.day, id);
  if (!hall.day || !counter) return 'not-waiting';
  if (reasons.passedOver.some((one) => one.ticket === ticket.id)) return 'passed-over';
  const moment = momentOf(reasons.ruleVersion, { hall, day: hall.day, counter, at: entry.at });
  return whyNotTaken(moment)(ticket) ?? 'behind';
};

const reasonFor = (call: OwnCall, other: Issue): OrderReason => {
  const { before } = call.seen;
  const ticket = findLive(before.tickets, other.ticket);
  if (!ticket) return before.issued < ordinalOf(other) ? 'not-issued' : 'not-waiting';
  return isInLine(ticket) ? standsBack(call, ticket) : 'not-waiting';
};

/** The ordinal of an issue, from the id. Rules: NUM-4. */
const ordinalOf = ({ ticket }: Issue): number => Number(ticket.slice(ticket.indexOf('-') + 1));

const otherAt = (call: OwnCall, other: Issue): TicketComparison['other'] => {
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

const firstOf = ({ steps }: Followed): StepOf<'called'> | undefined =>
  steps.find((step): step is StepOf<'called'> => step.kind === 'called');

const explained = ({ step }: OwnCall): NonNullable<TicketComparison['call']> => {
  const { at, counter, staff, reasons } = step;
  return { at, counter, staff, reasons };
};

const isInLine = ({ state }: Ticket): boolean => state === 'waiting' || state === 'preparing';

/** A later call, when the other one stood in line. */
const contestedBy = (
  call: OwnCall,
  [first, second]: readonly [Followed, Followed],
): ContestedCall[] => {
  const called = call.of === first ? 'earlier' : 'later';
  const { issue } = called === 'earlier' ? second : first;
  const ticket = findLive(call.seen.before.tickets, issue.ticket);
  const other = otherAt(call, issue);
  if (!ticket || !isInLine(ticket) || !other) return [];
  return [{ called, reason: reasonFor(call, issue), call: explained(call), other }];
};

const comparison = (
  [first, ...further]: readonly OwnCall[],
  [asked, also]: readonly [Followed, Followed],
  last: HallState,
): TicketComparison | null => {
  const before = first?.of ?? asked;
  const after = before === asked ? also : asked;
  const earlier = explanationFrom(before, last);
  const later = explanationFrom(after, last);
  if (!earlier || !later) return null;
  const both = { earlier, later };
  if (!first) {
    return {
      ...{ reason: 'neither', ...both, call: null, other: null },
      ...{ contested: [], laterCalledAt: null },
    };
  }
  return {
    ...{ reason: reasonFor(first, after.issue), ...both },
    ...{ call: explained(first), other: otherAt(first, after.issue) },
    contested: further.flatMap((call) => contestedBy(call, [before, after])),
    laterCalledAt: firstOf(after)?.at ?? null,
  };
};

/**
 * Compares two tickets of a day by the first call of either, and by every later one for which both
 * stood in line; null when the day has not both. Rules: PROOF-2.
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
  const calls: OwnCall[] = [];
  let last = emptyHall(hall);
  for (const seen of walk(hall, entries)) {
    for (const one of both) {
      const step = addStep(one.steps, seen, one.issue.ticket);
      if (step?.kind === 'called') calls.push({ seen, step, of: one });
    }
    last = seen.before;
  }
  return comparison(calls, both, last);
};
