/** Which calls stand on the pages of a sign. Pure. Rules: LED-8. */
import type { CounterId, TicketId } from '@tingxu/contract/ids';
import { findLive } from '@tingxu/hall/live-tickets';
import type { HallState } from '@tingxu/hall/state';
import { sign as texts } from '@tingxu/i18n/sign';
import type { SignPage, SignRole } from './sign-pages.ts';

export type SignedCall = { readonly ticket: TicketId; readonly attempt: number };

/** The rows by which such a sign tells that call. */
const rowsOf = (
  { shows, language }: SignRole,
  counter: CounterId,
  number: string,
  label: string,
): readonly string[] => {
  const words = texts[language];
  if ('calls' in shows) return words.call(number, label).flat();
  return shows.counter === counter ? words.calling(number, label).flat() : [];
};

/**
 * What is written there counts, and not what was meant: a number may have had no room. Nor does a number
 * that stands in the name of a counter.
 */
export const callsOn = (
  hall: HallState,
  pages: readonly SignPage[],
  role: SignRole,
): readonly SignedCall[] => {
  const written = new Set(pages.flat());
  return hall.counters.flatMap((counter) => {
    const ticket = counter.ticket === null ? undefined : findLive(hall.tickets, counter.ticket);
    if (ticket?.state !== 'called') return [];
    const { number } = ticket;
    const label = hall.day?.config.counters.find(({ id }) => id === counter.id)?.label;
    const rows = rowsOf(role, counter.id, number, label ?? counter.id);
    const isTold = rows.some((row) => row.includes(number) && written.has(row));
    return isTold ? [{ ticket: ticket.id, attempt: ticket.attempts }] : [];
  });
};
