/** The trails of all tickets put back together: the day as the server recorded it, in its order. */
import type { EventOf } from '@tingxu/contract/events';
import type { CounterId, TicketId } from '@tingxu/contract/ids';
import type { Evidence, TicketEvidence, TrailStep } from './evidence.ts';

export type HistoryStep = TrailStep & { readonly ticket: TicketId };

export const historyOf = (evidence: Evidence): readonly HistoryStep[] =>
  evidence.tickets
    .flatMap(({ ticket, trail }) => trail.map((step) => ({ ...step, ticket: ticket.id })))
    .sort((a, b) => a.seq - b.seq);

/** After such an event the ticket is at no counter any more. */
export const LEAVES_COUNTER: ReadonlySet<string> = new Set([
  'ServiceFinished',
  'TicketMissed',
  'TicketCancelled',
  'TicketExpired',
  'TicketLeft',
]);

/** After such an event the ticket waits. */
export const WAITS_AFTER: ReadonlySet<string> = new Set(['TicketIssued', 'TicketReturned']);

export const issueOf = (ticket: TicketEvidence): EventOf<'TicketIssued'> | undefined =>
  ticket.trail.map((step) => step.event).find((event) => event.type === 'TicketIssued');

export const skillsOf = (evidence: Evidence): ReadonlyMap<CounterId, ReadonlySet<string>> =>
  new Map(evidence.hall.counters.map(({ id, skills }) => [id, new Set<string>(skills)]));
