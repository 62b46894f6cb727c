/**
 * The life of a ticket with the reason of each step, from the journal of its day alone: each entry is
 * looked at with the state just before it. Rules: PROOF-2. Source: product.md H44.
 */
import type { EventOf, HallEvent, JournalEntry } from '@tingxu/contract/events';
import type {
  ConfigInForce,
  ExplainedNames,
  ExplainedStep,
  TicketExplanation,
} from '@tingxu/contract/explanation';
import type { HallId, TicketId, TicketRef } from '@tingxu/contract/ids';
import { evolve } from './evolve.ts';
import { callReasons } from './explain-call.ts';
import { findLive } from './live-tickets.ts';
import { laneConfig } from './lookup.ts';
import { emptyHall, type HallState } from './state.ts';

/** An entry with the state just before it and the configuration in force. */
export type Seen<E extends HallEvent = HallEvent> = {
  readonly entry: JournalEntry & { readonly event: E };
  readonly before: HallState;
  readonly config: ConfigInForce;
};

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

const stamp = ({ entry: { seq, at, actor } }: Seen) => ({ seq, at, by: actor });

type Step<T extends HallEvent['type']> = (seen: Seen<EventOf<T>>) => ExplainedStep | null;

const issued: Step<'TicketIssued'> = (seen) => {
  const { lane, service, ahead, earlier, passOverCap, wait, noWorst, carried } = seen.entry.event;
  return {
    ...{ kind: 'issued', ...stamp(seen), lane, service, ahead, earlier, passOverCap, wait },
    ...(noWorst && { noWorst }),
    ...(carried && { carried }),
  };
};

const called: Step<'TicketCalled'> = (seen) => {
  const { before, config } = seen;
  const { event, at } = seen.entry;
  const reasons = callReasons(before, event, at, config);
  const { attempt, counter, staff } = event;
  return reasons && { kind: 'called', ...stamp(seen), attempt, counter, staff, reasons };
};

const recalled: Step<'TicketRecalled'> = (seen) => {
  const { before, entry } = seen;
  const { attempt, counter, staff, counted, ticket: id } = entry.event;
  const ticket = findLive(before.tickets, id);
  const rule = ticket && before.day ? laneConfig(before.day, ticket.lane)?.missed : undefined;
  return {
    kind: 'recalled',
    ...stamp(seen),
    ...{ attempt, counter, staff, counted },
    sinceMs: entry.at - (ticket?.call?.lastCountedAt ?? entry.at),
    intervalMs: rule?.intervalMs ?? 0,
  };
};

const missed: Step<'TicketMissed'> = (seen) => {
  const { before, entry, config } = seen;
  const { counter, staff, calls, validUntilAt, ticket: id } = entry.event;
  const ticket = findLive(before.tickets, id);
  const rule = ticket && before.day ? laneConfig(before.day, ticket.lane)?.missed : undefined;
  if (!ticket || !rule) return null;
  return {
    kind: 'missed',
    ...stamp(seen),
    ...{ counter, staff, counted: calls, rule, validUntilAt, config },
    sinceFirstMs: entry.at - (ticket.call?.firstAt ?? entry.at),
    returns: ticket.returns,
  };
};

/** Steps with reasons; every other event of the ticket is named. */
const STEPS: { readonly [T in HallEvent['type']]?: Step<T> } = {
  TicketIssued: issued,
  TicketCalled: called,
  TicketRecalled: recalled,
  ServiceStarted: (seen) => {
    const { counter, staff } = seen.entry.event;
    return { kind: 'started', ...stamp(seen), counter, staff };
  },
  ServiceFinished: (seen) => {
    const { counter, staff, serviceMs } = seen.entry.event;
    return { kind: 'finished', ...stamp(seen), counter, staff, serviceMs };
  },
  TicketMissed: missed,
  TicketReturned: (seen) => {
    const { hold, ticket } = seen.entry.event;
    const returns = (findLive(seen.before.tickets, ticket)?.returns ?? 0) + 1;
    return { kind: 'returned', ...stamp(seen), hold, returns };
  },
  TicketEscorted: (seen) => ({
    kind: 'escorted',
    ...stamp(seen),
    counter: seen.entry.event.counter,
  }),
  TicketReleased: (seen) => {
    const { counter, staff, why } = seen.entry.event;
    return { kind: 'released', ...stamp(seen), counter, staff, why };
  },
  TicketCancelled: (seen) => ({ kind: 'ended', ...stamp(seen), reason: seen.entry.event.reason }),
  TicketExpired: (seen) => ({ kind: 'ended', ...stamp(seen), reason: 'no-show' }),
  TicketCarried: (seen) => {
    const { to, number } = seen.entry.event;
    return { kind: 'carried', ...stamp(seen), to, number };
  },
  TicketLeft: (seen) => ({ kind: 'ended', ...stamp(seen), reason: seen.entry.event.reason }),
};

type Other = Extract<ExplainedStep, { kind: 'other' }>;

const otherStep = (seen: Seen): Other => {
  const { event } = seen.entry;
  const told = <K extends keyof Other>(member: K): Partial<Pick<Other, K>> =>
    member in event ? ({ [member]: (event as Partial<Other>)[member] } as Pick<Other, K>) : {};
  return {
    kind: 'other',
    ...stamp(seen),
    type: event.type,
    ...{ ...told('service'), ...told('lane'), ...told('counter'), ...told('staff') },
    ...{ ...told('first'), ...told('only'), ...told('untilAt') },
  };
};

const ownStep = (seen: Seen): ExplainedStep => {
  const { event } = seen.entry;
  const explain = STEPS[event.type] as Step<HallEvent['type']> | undefined;
  return explain?.(seen) ?? otherStep(seen);
};

/** What a call of another ticket did to this one. Rules: CALL-4. */
const passedStep = (seen: Seen, id: TicketId): ExplainedStep | null => {
  const { event } = seen.entry;
  if (event.type !== 'TicketCalled' || !event.passedOver.includes(id)) return null;
  const ticket = findLive(seen.before.tickets, id);
  const winner = findLive(seen.before.tickets, event.ticket);
  if (!ticket || !winner) return null;
  return {
    kind: 'passed-over',
    ...stamp(seen),
    winner: winner.number,
    winnerLane: winner.lane,
    counter: event.counter,
    staff: event.staff,
    times: ticket.passedOver + 1,
    passOverCap: ticket.passOverCap,
  };
};

/** What an entry means for a ticket; null when it has nothing to do with it. */
export const stepOf = (seen: Seen, id: TicketId): ExplainedStep | null => {
  const { event } = seen.entry;
  if ('ticket' in event && event.ticket === id) return ownStep(seen);
  return passedStep(seen, id);
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
  issue: EventOf<'TicketIssued'>,
  steps: readonly ExplainedStep[],
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
    const step = stepOf(seen, issue.ticket);
    if (step) steps.push(step);
    last = seen.before;
  }
  return explanationFrom(issue, steps, last);
};
