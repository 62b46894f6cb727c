/** What refusals of several families share. */
import type { Instant } from '@tingxu/contract/ids';
import type { RejectionCode } from '@tingxu/contract/problems';
import type { Role } from '@tingxu/contract/roles';
import { type Book, type BookTicket, type Phase, ticketOf } from './book.ts';

/** `staff`: the number of a teller who asks. */
export type Asked = {
  readonly at: Instant;
  readonly role: Role;
  readonly staff?: string | undefined;
};
export type Reasons = readonly RejectionCode[];
export type Rule<C> = (book: Book, command: C, asked: Asked) => Reasons;

export const when = (holds: boolean, code: RejectionCode): Reasons => (holds ? [code] : []);

/** CTR-1, CTR-4, CTR-9: whether a teller acts in the name of somebody else. */
export const inOthersName = (
  { role, staff }: Asked,
  ...names: readonly (string | null)[]
): boolean => role === 'teller' && staff !== undefined && names.every((name) => name !== staff);

/** Of a live ticket of the day. */
export const onTicket = (
  book: Book,
  ref: string,
  rule: (ticket: BookTicket) => Reasons,
): Reasons => {
  const ticket = ticketOf(book, ref);
  if (!ticket) return ['ticket-unknown'];
  return book.live.has(ticket.id) ? rule(ticket) : ['ticket-ended'];
};

/** Of a ticket at the counter that asks, in one of the phases. */
export const atCounter = (
  book: Book,
  { ticket: ref, counter }: { readonly ticket: string; readonly counter: string },
  ...phases: readonly Phase[]
): Reasons =>
  onTicket(book, ref, (ticket) => [
    ...when(!phases.includes(ticket.phase), 'ticket-not-in-state'),
    ...when(ticket.counter !== null && ticket.counter !== counter, 'ticket-at-other-counter'),
  ]);

/** END-4: staff say of nobody that they left whom they have not seen since a call. */
export const mayHaveLeft = ({ phase, unseen }: BookTicket): boolean =>
  !unseen && (phase === 'waiting' || phase === 'parked' || phase === 'preparing');
