/** What a commit means for the announcements of a hall. Rules: VOICE-1, VOICE-10, VOICE-11. */
import type { JournalEntry } from '@tingxu/contract/events';
import type { CounterId, TicketId } from '@tingxu/contract/ids';
import { allLive, findLive } from '@tingxu/hall/live-tickets';
import type { HallState } from '@tingxu/hall/state';
import type { Announcement } from '@tingxu/voice/ledger';
import { MOST_LISTED } from '@tingxu/voice/sentence';

/** `counter`: where the customer goes; null for what the whole hall hears. */
export type Heard = { readonly announcement: Announcement; readonly counter: CounterId | null };

type Called = { readonly ticket: TicketId; readonly counter: CounterId; readonly attempt: number };

const heardCall = (
  { seq: id, at }: JournalEntry,
  { ticket, counter, attempt }: Called,
  before: HallState,
  after: HallState,
): readonly Heard[] => {
  const number = (findLive(after.tickets, ticket) ?? findLive(before.tickets, ticket))?.number;
  const label = after.day?.config.counters.find((row) => row.id === counter)?.label ?? counter;
  if (number === undefined) return [];
  const say = { kind: 'call', number, counter, label } as const;
  return [{ announcement: { id, subject: { ticket, attempt }, say, at }, counter }];
};

/** Newest first, as boards list them. */
const missedNumbers = ({ tickets }: HallState): readonly string[] =>
  allLive(tickets)
    .filter(({ state }) => state === 'missed')
    .toSorted((a, b) => (b.aside?.sinceAt ?? 0) - (a.aside?.sinceAt ?? 0))
    .slice(0, MOST_LISTED)
    .map(({ number }) => number);

const heardEntry = (entry: JournalEntry, before: HallState, after: HallState): readonly Heard[] => {
  const { event, seq: id, at } = entry;
  if (event.type === 'TicketRecalled') return heardCall(entry, event, before, after);
  if (event.type === 'TicketCalled') {
    // Whoever stands at the counter need not be called.
    const walkUp = event.chosen?.reason === 'walk-up';
    return walkUp ? [] : heardCall(entry, event, before, after);
  }
  if (event.type !== 'AnnouncementAsked') return [];
  const { what, order } = event;
  const numbers = what === 'missed-list' ? missedNumbers(after) : [];
  const say = { kind: 'asked', what, numbers } as const;
  return [{ announcement: { id, subject: { order }, say, at }, counter: null }];
};

export const heardIn = (
  entries: readonly JournalEntry[],
  before: HallState,
  after: HallState,
): readonly Heard[] => entries.flatMap((entry) => heardEntry(entry, before, after));

/** Whether the customer is still to come. */
export const isCalled = ({ tickets }: HallState, ticket: TicketId): boolean =>
  findLive(tickets, ticket)?.state === 'called';
