/** A board's word that a call is on its screen, however late it comes. Rules: VOICE-3. */
import type { ShownBody } from '@tingxu/contract/voice';
import type { ReadJournal } from '../journal/read-journal.ts';
import type { HallVoice } from './hall-voice.ts';

type ShownCall = ShownBody['calls'][number];

/**
 * Whether the journal knows the call. Of one that no ledger waits for, since the server has started
 * meanwhile or it has long been over, the first word still becomes a fact.
 */
export const countShown = (
  voice: Pick<HallVoice, 'shown' | 'shownLate'>,
  journal: Pick<ReadJournal, 'ticketRow' | 'ticketTrail'>,
  { number, attempt }: ShownCall,
): boolean => {
  const ticket = journal.ticketRow(number)?.id;
  if (ticket === undefined) return false;
  if (voice.shown(ticket, attempt)) return true;
  const events = journal.ticketTrail(ticket).map(({ event }) => event);
  const isCalled = events.some(
    (event) =>
      (event.type === 'TicketCalled' || event.type === 'TicketRecalled') &&
      event.attempt === attempt,
  );
  if (!isCalled) return false;
  const isTold = events.some((event) => event.type === 'CallShown' && event.attempt === attempt);
  if (!isTold) voice.shownLate(ticket, attempt);
  return true;
};
