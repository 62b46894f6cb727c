/**
 * The announcements of one zone: which are still to be said, who speaks, what is being said. Pure: what
 * comes in is an input and an instant, what comes out is the next ledger and facts for the journal.
 * Rules: VOICE-1..VOICE-11. Decision: docs/adr/0025.
 */
import type { Instant, TicketId } from '@tingxu/contract/ids';
import type { PublicLocale } from '@tingxu/contract/locale';
import type { AnnouncementEnd, BoardId, Saying, SilentWhy } from '@tingxu/contract/voice';
import type { ToSay } from './speech.ts';

/** What an announcement is of: a call or recall of a ticket, or something that staff ask for. */
export type Subject =
  | { readonly ticket: TicketId; readonly attempt: number }
  | { readonly order: number };

/** `id` grows with each announcement of the hall. */
export type Announcement = {
  readonly id: number;
  readonly subject: Subject;
  readonly say: ToSay;
  readonly at: Instant;
};

/** One language, said for the first time (0), the second… Units: `ms` when it is said alone. */
export type Part = { readonly language: PublicLocale; readonly round: number; readonly ms: number };

export type Entry = {
  readonly of: Announcement;
  /** Still to be said, in this order. */
  readonly parts: readonly Part[];
  readonly shown: boolean;
  /** A part of it was begun and did not come to its end. */
  readonly cut: boolean;
  /** Why nothing more is said of it. */
  readonly silent: SilentWhy | null;
  readonly end: AnnouncementEnd | null;
};

/**
 * A board whose sound works. `sinceAt`: who is there longest speaks. `number`: how it is told to others.
 * `lapsed`: it let an offer or a saying go by, and has said nothing since.
 */
export type Speaker = {
  readonly board: BoardId;
  readonly number: number;
  readonly lapsed: boolean;
  readonly heardAt: Instant;
  readonly sinceAt: Instant;
};

/** What is offered to the owner, or being said. Units: `ms` from its start to its last sound at most; `leastMs` at least. */
export type Current = {
  readonly saying: Saying;
  readonly of: readonly { readonly id: number; readonly part: Part }[];
  readonly board: BoardId;
  readonly offeredAt: Instant;
  readonly startedAt: Instant | null;
  readonly ms: number;
  readonly leastMs: number;
};

export type Ledger = {
  readonly quiet: boolean;
  /** Oldest first. */
  readonly entries: readonly Entry[];
  readonly speakers: readonly Speaker[];
  readonly owner: BoardId | null;
  /** Since when nobody speaks in the zone; of use while `owner` is null. */
  readonly muteSinceAt: Instant;
  readonly current: Current | null;
  /** When the last sound ended, or will have ended at the latest. */
  readonly soundUntilAt: Instant;
  readonly nextSaying: number;
  readonly nextSpeaker: number;
};

export type Input =
  | { readonly type: 'announce'; readonly announcement: Announcement }
  /** The call has come to its end: the customer is there, was missed, has gone. */
  | { readonly type: 'over'; readonly ticket: TicketId }
  | { readonly type: 'quiet'; readonly quiet: boolean }
  | { readonly type: 'shown'; readonly ticket: TicketId; readonly attempt: number }
  | { readonly type: 'beat'; readonly board: BoardId }
  | { readonly type: 'leave'; readonly board: BoardId }
  | { readonly type: 'start'; readonly board: BoardId; readonly saying: number }
  | {
      readonly type: 'finish';
      readonly board: BoardId;
      readonly saying: number;
      readonly whole: boolean;
    }
  | { readonly type: 'tick' }
  /** The server stops, or the day is over: nothing more is said. */
  | { readonly type: 'close' };

/** What enters the journal. */
export type Fact =
  | {
      readonly type: 'ended';
      readonly subject: Subject;
      readonly end: AnnouncementEnd;
      readonly why: SilentWhy | null;
    }
  | { readonly type: 'shown'; readonly ticket: TicketId; readonly attempt: number };

export type Step = { readonly ledger: Ledger; readonly facts: readonly Fact[] };

/**
 * Sayings and boards are numbered from the instant on, so that a board never takes one of a later server for
 * one that it knows. `soundUntilAt`: a board may still be speaking on the word of the server before this one.
 */
export const newLedger = (at: Instant, quiet: boolean, soundUntilAt: Instant = 0): Ledger => ({
  quiet,
  entries: [],
  speakers: [],
  owner: null,
  muteSinceAt: at,
  current: null,
  soundUntilAt,
  nextSaying: at,
  nextSpeaker: at,
});

/** The number of the board in this zone; null where it does not stand ready. */
export const speakerNumber = ({ speakers }: Ledger, board: BoardId | null): number | null =>
  speakers.find((row) => row.board === board)?.number ?? null;

/** Whether it is being said, granted by the server. */
export const isBeingSaid = ({ current }: Ledger, id: number): boolean =>
  current !== null && current.startedAt !== null && current.of.some((row) => row.id === id);

export const isOf = ({ of }: Entry, ticket: TicketId): boolean =>
  'ticket' in of.subject && of.subject.ticket === ticket;

/** Each entry that fits, changed. */
export const changeEntries = (
  ledger: Ledger,
  fits: (entry: Entry) => boolean,
  change: (entry: Entry) => Entry,
): Ledger => {
  if (!ledger.entries.some(fits)) return ledger;
  return { ...ledger, entries: ledger.entries.map((row) => (fits(row) ? change(row) : row)) };
};

/** Nothing more is said of it; the first reason stands. */
export const silence =
  (why: SilentWhy) =>
  (entry: Entry): Entry => ({ ...entry, parts: [], silent: entry.silent ?? why });
