/** A board's word that a call is on its screen, however late it comes. Rules: VOICE-3. */
import type { TicketId } from '@tingxu/contract/ids';
import type { ShownBody } from '@tingxu/contract/voice';
import type { ReadJournal } from '../journal/read-journal.ts';
import type { HallVoice } from './hall-voice.ts';

type ShownCall = ShownBody['calls'][number];

/** Calls of a hall of which it is written down, or on its way there, that they were shown. */
export type ToldCalls = {
  has(ticket: TicketId, attempt: number): boolean;
  add(ticket: TicketId, attempt: number): void;
};

/** More than a day has calls whose boards still say so: whatever is forgotten is looked up again. */
const MOST_TOLD = 2_000;

export const toldCalls = (most = MOST_TOLD): ToldCalls => {
  const told = new Set<string>();
  return {
    has: (ticket, attempt) => told.has(`${ticket} ${attempt}`),
    add: (ticket, attempt) => {
      told.add(`${ticket} ${attempt}`);
      const [oldest] = told;
      if (told.size > most && oldest !== undefined) told.delete(oldest);
    },
  };
};

export type ShownLedger = {
  readonly voice: Pick<HallVoice, 'shown' | 'shownLate'>;
  readonly journal: Pick<ReadJournal, 'ticketRow' | 'ticketTrail'>;
  readonly told: ToldCalls;
};

/**
 * Whether the journal knows the call. Of one that no ledger waits for, since the server has started
 * meanwhile or it has long been over, the first word still becomes a fact; of all others nothing is looked up.
 */
export const countShown = (
  { voice, journal, told }: ShownLedger,
  { number, attempt }: ShownCall,
): boolean => {
  const ticket = journal.ticketRow(number)?.id;
  if (ticket === undefined) return false;
  if (told.has(ticket, attempt)) return true;
  const isKnown = voice.shown(ticket, attempt) || isLate({ voice, journal, told }, ticket, attempt);
  if (isKnown) told.add(ticket, attempt);
  return isKnown;
};

const isLate = ({ voice, journal }: ShownLedger, ticket: TicketId, attempt: number): boolean => {
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
