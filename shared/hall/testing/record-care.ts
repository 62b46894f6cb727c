/** Care for those who wait long, in the book. Rules: CARE-1, CARE-2. */
import type { CommandOf } from '@tingxu/contract/commands';
import type { EventOf } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import { type Book, type BookTicket, inPhase, must } from './book.ts';
import type { Recorder } from './record-common.ts';
import { type Rule, when } from './refusals.ts';
import { shownWait } from './steps.ts';

const needing = (book: Book, now: Instant): BookTicket[] => {
  const limitMs = book.config.watch?.careMs ?? 900_000;
  return inPhase(book, 'waiting').filter(
    (ticket) => shownWait(ticket, now) >= limitMs && now - (ticket.cared ?? -limitMs) >= limitMs,
  );
};

export const CARE_RECORDERS: { readonly CareAnswered: Recorder<EventOf<'CareAnswered'>> } = {
  CareAnswered: (book, { tickets }, now) => {
    const ours = needing(book, now);
    const ids = ours.map(({ id }) => id);
    must([...tickets].sort().join() === ids.sort().join(), 'CARE-2', `${tickets}, not ${ids}`);
    for (const ticket of ours) ticket.cared = now;
    book.caredAt = now;
  },
};

export const CARE_RULES: { readonly AnswerCare: Rule<CommandOf<'AnswerCare'>> } = {
  AnswerCare: (book, _command, { at }) => when(needing(book, at).length === 0, 'care-not-needed'),
};
