/** Why a ticket was called when it was, from the journal of its day. Source: H44; PROOF-2. */

import type { ComparisonReply } from '@tingxu/contract/comparison';
import type { JournalEntry } from '@tingxu/contract/events';
import type { ExplanationReply } from '@tingxu/contract/explanation';
import type { BusinessDay, TicketRef } from '@tingxu/contract/ids';
import type { Role } from '@tingxu/contract/roles';
import { explainTicket } from '@tingxu/hall/explain';
import { compareTickets } from '@tingxu/hall/explain-order';
import { inEveryLanguage } from '@tingxu/i18n/in-every-language';
import { tellComparison, tellExplanation } from '@tingxu/i18n/tell-explanation';
import { ticketLife } from '../journal/ticket-life.ts';
import type { HostedHall } from './hosting.ts';
import { RequestProblem } from './problem.ts';

/** Both tickets of a comparison are of one day: that of the first. */
const entriesFor = (
  { journal }: HostedHall,
  ref: TicketRef,
  asked: BusinessDay | undefined,
): readonly JournalEntry[] => {
  const day = journal.dayOf(ref, asked);
  return day ? journal.dayEntries(day) : [];
};

/** What a customer said of a colleague is for supervisors alone. Rules: RATE-4. Rejects: ticket-unknown. */
export function ticketExplanation(
  hall: HostedHall,
  ref: TicketRef,
  role: Role,
  day: BusinessDay | undefined,
): ExplanationReply {
  const life = ticketLife(hall.journal, ref, hall.journal.dayOf(ref, day));
  const whole = explainTicket(hall.runtime.hall, life, ref);
  if (!whole) throw new RequestProblem('ticket-unknown');
  const steps = whole.steps.filter(({ kind }) => kind !== 'rated' || role === 'supervisor');
  const explanation = { ...whole, steps };
  return { explanation, text: inEveryLanguage((locale) => tellExplanation(explanation, locale)) };
}

/** Rejects: ticket-unknown. */
export function ticketComparison(
  hall: HostedHall,
  refs: readonly [TicketRef, TicketRef],
  day: BusinessDay | undefined,
): ComparisonReply {
  const comparison = compareTickets(hall.runtime.hall, entriesFor(hall, refs[0], day), refs);
  if (!comparison) throw new RequestProblem('ticket-unknown');
  return { comparison, text: inEveryLanguage((locale) => tellComparison(comparison, locale)) };
}
