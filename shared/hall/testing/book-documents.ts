/** What staff saw of the documents that a service asks for, as the book has it. Rules: PREP-4. */
import type { Text } from '@tingxu/contract/ids';
import type { Book, BookTicket } from './book.ts';

/** What the service asks for now. Rules: ISSUE-5. */
export const documentsOf = (book: Book, service: string): readonly Text[] =>
  book.config.services.find(({ id }) => id === service)?.documents ?? [];
export const namesOf = (texts: readonly Text[]): string =>
  texts.map((text) => `${text['zh-CN']}/${text['zh-HK'] ?? ''}/${text.en}`).join('|');

/** Positions that staff screens show as missing; null where nobody has looked. Rules: PREP-4. */
export const documentsShown = (book: Book, { documents, service }: BookTicket): string | null =>
  documents?.of === `${service} ${namesOf(documentsOf(book, service))}` ? documents.missing : null;
