/** Which calls stand on the pages of a sign. Pure. Rules: LED-8. */
import type { TicketId } from '@tingxu/contract/ids';
import { findLive } from '@tingxu/hall/live-tickets';
import type { HallState } from '@tingxu/hall/state';
import type { SignPage } from './sign-pages.ts';

export type SignedCall = { readonly ticket: TicketId; readonly attempt: number };

/** As a number stands in the words of signs: with no digit or letter beside it. */
const NUMBER = /[A-Z]\d{3,}/g;

/** What is written there counts, and not what was meant: a number may have had no room. */
export const callsOn = (hall: HallState, pages: readonly SignPage[]): readonly SignedCall[] => {
  const written = new Set(pages.flat().flatMap((row) => row.match(NUMBER) ?? []));
  return hall.counters.flatMap((counter) => {
    const ticket = counter.ticket === null ? undefined : findLive(hall.tickets, counter.ticket);
    if (ticket?.state !== 'called' || !written.has(ticket.number)) return [];
    return [{ ticket: ticket.id, attempt: ticket.attempts }];
  });
};
