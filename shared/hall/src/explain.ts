/**
 * The life of a ticket with the reason of each step, from the journal of its day alone: each entry is
 * looked at with the state just before it. Rules: PROOF-2. Source: product.md H44.
 */

import type { ConfigInForce } from '@tingxu/contract/call-reasons';
import type { EventOf, JournalEntry } from '@tingxu/contract/events';
import type {
  ExplainedNames,
  ExplainedStep,
  TicketExplanation,
} from '@tingxu/contract/explanation';
import type { HallId, TicketRef } from '@tingxu/contract/ids';
import { evolve } from './evolve.ts';
import { addStep, type Seen } from './explain-steps.ts';
import { emptyHall, type HallState } from './state.ts';

/** Walks through the journal of a day. */
export function* walk(hall: HallId, entries: readonly JournalEntry[]): Generator<Seen> {
  let before = emptyHall(hall);
  let config: ConfigInForce = { seq: 0, at: 0, version: 1 };
  for (const entry of entries) {
    const { seq, at, event } = entry;
    if (event.type === 'DayOpened' || event.type === 'ConfigurationChanged') {
      config = { seq, at, version: event.version ?? 1 };
    }
    yield { entry, before, config };
    before = evolve(before, event, at);
  }
}

/** The ticket that a person means by an id or a number of the day. */
export const ticketOfDay = (
  entries: readonly JournalEntry[],
  ref: TicketRef,
): EventOf<'TicketIssued'> | null => {
  for (const { event } of entries) {
    if (event.type !== 'TicketIssued') continue;
    if (event.ticket === ref || event.number === ref) return event;
  }
  return null;
};

/** A ticket that is asked for, while the journal is walked through. */
export type Followed = {
  readonly issue: EventOf<'TicketIssued'>;
  readonly steps: ExplainedStep[];
};

export const namesOf = (hall: HallState): ExplainedNames => {
  const { lanes = [], services = [], counters = [] } = hall.day?.config ?? {};
  return {
    lanes: Object.fromEntries(lanes.map(({ id, name }) => [id, name])),
    services: Object.fromEntries(services.map(({ id, name }) => [id, name])),
    counters: Object.fromEntries(counters.map(({ id, label }) => [id, label])),
  };
};

const isCall = ({ kind }: ExplainedStep): boolean => kind === 'called' || kind === 'recalled';
const counts = (step: ExplainedStep): boolean =>
  step.kind === 'called' || (step.kind === 'recalled' && step.counted);

/** `after` is the state at the end of the walk: it knows the names. */
export const explanationFrom = (
  { issue, steps }: Followed,
  after: HallState,
): TicketExplanation | null => {
  const { day, hall } = after;
  if (!day) return null;
  return {
    hall,
    zone: day.config.zone,
    businessDay: day.businessDay,
    ticket: issue.ticket,
    number: issue.number,
    names: namesOf(after),
    calls: steps.filter(isCall).length,
    counted: steps.filter(counts).length,
    steps: [...steps],
  };
};

/**
 * Everything about a ticket, from the entries of its day; null when the day has no such ticket.
 * Rules: PROOF-2.
 */
export const explainTicket = (
  hall: HallId,
  entries: readonly JournalEntry[],
  ref: TicketRef,
): TicketExplanation | null => {
  const issue = ticketOfDay(entries, ref);
  if (!issue) return null;
  const steps: ExplainedStep[] = [];
  let last = emptyHall(hall);
  for (const seen of walk(hall, entries)) {
    addStep(steps, seen, issue.ticket);
    last = seen.before;
  }
  return explanationFrom({ issue, steps }, last);
};
