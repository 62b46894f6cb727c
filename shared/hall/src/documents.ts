/** What staff saw of the documents that a service asks for. Source: H22. */
import type { CommandOf } from '@tingxu/contract/commands';
import type { EventOf } from '@tingxu/contract/events';
import type { Instant, ServiceId, Text } from '@tingxu/contract/ids';
import type { DocumentsRow } from '@tingxu/contract/staff-rows';
import { accept, type Decision, reject } from './decision.ts';
import { findTicket, openDay } from './lookup.ts';
import type { Day, HallState, Ticket } from './state.ts';
import { changeTicket } from './tickets.ts';

const askedBy = (day: Day | null, service: ServiceId): readonly Text[] =>
  day?.config.services.find(({ id }) => id === service)?.documents ?? [];

/** The same texts in every language, in the same order. */
const sameList = (one: readonly Text[], other: readonly Text[]): boolean =>
  one.length === other.length &&
  one.every((text, index) => sameText(text, other[index] ?? { 'zh-CN': '', en: '' }));
const sameText = (one: Text, other: Text): boolean => wordsOf(one) === wordsOf(other);
const wordsOf = (text: Text): string => JSON.stringify(Object.entries(text).sort());

/**
 * All at once, the newest counts; nothing of place or call depends on it. The service is named, so that
 * what was looked at for one is never told of the next.
 * Rules: PREP-4. Rejects: as findTicket, documents-not-asked.
 */
export const decideCheckDocuments = (
  hall: HallState,
  command: CommandOf<'CheckDocuments'>,
): Decision => {
  const day = openDay(hall);
  if (!day.ok) return day;
  const found = findTicket(hall, command.ticket);
  if (!found.ok) return found;
  const { id, service } = found.value;
  const asked = askedBy(day.value, service);
  const known = command.missing.every((position) => position < asked.length);
  if (service !== command.service || asked.length === 0 || !known) {
    return reject('documents-not-asked', { state: service });
  }
  const missing = [...new Set(command.missing)].sort((a, b) => a - b);
  return accept({ type: 'DocumentsChecked', ticket: id, service, missing });
};

export const evolveDocumentsChecked = (
  hall: HallState,
  event: EventOf<'DocumentsChecked'>,
  at: Instant,
): HallState => {
  const { ticket, service, missing } = event;
  const asked = askedBy(hall.day, service);
  return changeTicket(hall, ticket, { documents: { service, asked, missing, at } });
};

/** Null once the ticket is for another service, or the hall asks for other documents. Rules: PREP-4. */
export const documentsSeen = (
  day: Day | null,
  { documents, service }: Pick<Ticket, 'documents' | 'service'>,
): DocumentsRow | null => {
  if (documents?.service !== service) return null;
  const { missing, at } = documents;
  return sameList(documents.asked, askedBy(day, service)) ? { missing, at } : null;
};
