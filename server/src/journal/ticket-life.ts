/** The journal of a ticket's day, and what later days say of the ticket. Rules: PROOF-2, PARK-6. */
import type { JournalEntry } from '@tingxu/contract/events';
import type { BusinessDay, TicketRef } from '@tingxu/contract/ids';
import { ticketOfDay } from '@tingxu/hall/explain';
import type { ReadJournal } from './read-journal.ts';

/** Empty where there is no such day. */
export const ticketLife = (
  journal: Pick<ReadJournal, 'dayOf' | 'dayEntries' | 'ticketTrail'>,
  ref: TicketRef,
  day: BusinessDay | undefined = journal.dayOf(ref),
): readonly JournalEntry[] => {
  const entries = day ? journal.dayEntries(day) : [];
  const issue = ticketOfDay(entries, ref);
  const last = entries.at(-1)?.seq ?? 0;
  const later = issue ? journal.ticketTrail(issue.ticket) : [];
  return [...entries, ...later.filter(({ seq }) => seq > last)];
};
