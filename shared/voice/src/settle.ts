/** What time and the inputs before it make of a ledger. Rules: VOICE-2, VOICE-4..VOICE-8, VOICE-11. */
import type { Instant } from '@tingxu/contract/ids';
import { VOICE_TIMING } from '@tingxu/contract/voice';
import {
  type Current,
  changeEntries,
  type Entry,
  type Fact,
  isBeingSaid,
  type Ledger,
  type Part,
  type Speaker,
  type Step,
  silence,
} from './ledger.ts';

/** Between the grant of a saying and its first sound at most. Units: ms. */
export const BEGIN_WITHIN_MS = 1_000;
/**
 * After its last sound, for the word that it is over. Long, since the clock of the sound falls behind on a busy
 * box: a saying that all have heard would be told as cut. Units: ms.
 */
const LATE_WORD_MS = 4_000;
/** With nobody to speak for so long, a call is only shown. Units: ms. Source: RT-06 (alert 8 s). */
export const NO_SPEAKER_MS = 8_000;
/** A repetition is of use for so long after the call. Units: ms. */
export const REPEAT_WITHIN_MS = 30_000;
/** No board has shown it by then. Units: ms. */
const SHOW_WITHIN_MS = 10_000;

/** Whoever has not been heard of is not there. Rules: VOICE-5. */
const dropSpeakers = (ledger: Ledger, at: Instant): Ledger => {
  const speakers = ledger.speakers.filter(({ heardAt }) => at - heardAt < VOICE_TIMING.lostMs);
  return speakers.length === ledger.speakers.length ? ledger : { ...ledger, speakers };
};

/** A saying that does not come to its end: what was begun stays begun. Rules: VOICE-6. */
export const cutShort = (ledger: Ledger, { of }: Current, soundUntilAt: Instant): Ledger => ({
  ...changeEntries(
    ledger,
    (entry) => of.some(({ id }) => id === entry.of.id),
    (entry) => ({ ...entry, cut: true }),
  ),
  current: null,
  soundUntilAt,
});

/** Whoever does not do what it is asked for speaks after all others. */
const demote = (ledger: Ledger, board: string, at: Instant): Ledger => ({
  ...ledger,
  owner: ledger.owner === board ? null : ledger.owner,
  speakers: ledger.speakers.map((row) =>
    row.board === board ? { ...row, sinceAt: at, lapsed: true } : row,
  ),
});

/** Rules: VOICE-5, VOICE-6. */
const settleCurrent = (ledger: Ledger, at: Instant): Ledger => {
  const { current } = ledger;
  if (!current) return ledger;
  const { board, startedAt, offeredAt, ms } = current;
  const there = ledger.speakers.some((row) => row.board === board);
  if (startedAt === null) {
    const withdrawn = { ...ledger, current: null };
    if (!there) return withdrawn;
    return at - offeredAt < VOICE_TIMING.offerMs ? ledger : demote(withdrawn, board, at);
  }
  // It has fallen silent by itself before: its lease was over.
  if (!there) return cutShort(ledger, current, at);
  const overAt = startedAt + BEGIN_WITHIN_MS + ms + LATE_WORD_MS;
  return at < overAt ? ledger : demote(cutShort(ledger, current, at), board, at);
};

const isBefore = (a: Speaker, b: Speaker): boolean =>
  a.lapsed === b.lapsed ? a.sinceAt < b.sinceAt : !a.lapsed;

/** Who is there longest speaks, until it is lost; whoever let an offer go by comes last. Rules: VOICE-4. */
const settleOwner = (ledger: Ledger, at: Instant): Ledger => {
  const { owner, speakers } = ledger;
  if (owner !== null && speakers.some(({ board }) => board === owner)) return ledger;
  const [first, ...others] = speakers;
  if (!first) {
    return owner === null ? ledger : { ...ledger, owner: null, muteSinceAt: at };
  }
  const longest = others.reduce((best, row) => (isBefore(row, best) ? row : best), first);
  return { ...ledger, owner: longest.board };
};

/** What can still be said in time. Rules: VOICE-7, VOICE-8. */
const partsInTime = (entry: Entry, at: Instant): readonly Part[] => {
  const { of, parts, end } = entry;
  const latestAt = of.at + (end === null ? VOICE_TIMING.oldestMs : REPEAT_WITHIN_MS);
  const inTime = ({ ms }: Part): boolean => at + BEGIN_WITHIN_MS + ms <= latestAt;
  return parts.every(inTime) ? parts : parts.filter(inTime);
};

const settleEntry = (ledger: Ledger, entry: Entry, at: Instant): Entry => {
  if (entry.parts.length === 0) return entry;
  if (ledger.quiet) return silence('quiet')(entry);
  const mute = ledger.owner === null;
  const waitsFrom = Math.max(entry.of.at, ledger.muteSinceAt);
  if (mute && at - waitsFrom >= NO_SPEAKER_MS) return silence('no-speaker')(entry);
  const parts = partsInTime(entry, at);
  return parts === entry.parts ? entry : { ...entry, parts };
};

type Ended = { readonly entry: Entry; readonly fact: Fact | null };

/** Rules: VOICE-2. */
const endEntry = (ledger: Ledger, entry: Entry, at: Instant): Ended => {
  const { of, parts, end, silent, cut, shown } = entry;
  const open = end === null && parts.length === 0 && !isBeingSaid(ledger, of.id);
  if (!open) return { entry, fact: null };
  const why = silent ?? (cut ? 'cut-off' : ledger.owner === null ? 'no-speaker' : 'too-late');
  const ended = (as: 'shown-only' | 'cancelled'): Ended => ({
    entry: { ...entry, end: as, silent: why },
    fact: { type: 'ended', subject: of.subject, end: as, why },
  });
  if (why === 'call-over' || !('ticket' in of.subject)) return ended('cancelled');
  if (shown) return ended('shown-only');
  const noBoard = at - of.at >= SHOW_WITHIN_MS || silent === 'interrupted';
  return noBoard ? ended('cancelled') : { entry: { ...entry, silent: why }, fact: null };
};

/** Kept while a board may still say that it shows it. */
const isOver = ({ of, parts, end, shown }: Entry, at: Instant): boolean =>
  end !== null && parts.length === 0 && (shown || at - of.at >= VOICE_TIMING.oldestMs);

const settleEntries = (ledger: Ledger, at: Instant): Step => {
  const facts: Fact[] = [];
  const entries: Entry[] = [];
  let changed = false;
  for (const before of ledger.entries) {
    const { entry, fact } = endEntry(ledger, settleEntry(ledger, before, at), at);
    if (fact) facts.push(fact);
    const over = isOver(entry, at) && !isBeingSaid(ledger, entry.of.id);
    if (!over) entries.push(entry);
    changed ||= over || entry !== before;
  }
  return { ledger: changed ? { ...ledger, entries } : ledger, facts };
};

/** An offer of which nothing is to be said any more, or not all of it. */
const withdraw = (ledger: Ledger): Ledger => {
  const { current, entries } = ledger;
  if (current === null || current.startedAt !== null) return ledger;
  const stands = current.of.every(({ id, part }) => {
    const entry = entries.find(({ of }) => of.id === id);
    return entry?.parts.some((row) => isSamePart(row, part)) === true;
  });
  return stands && ledger.owner === current.board ? ledger : { ...ledger, current: null };
};

export const isSamePart = (
  a: Pick<Part, 'language' | 'round'>,
  b: Pick<Part, 'language' | 'round'>,
): boolean => a.language === b.language && a.round === b.round;

/** Everything that has become due, before anything is offered. */
export const settle = (ledger: Ledger, at: Instant): Step => {
  const owned = settleOwner(settleCurrent(dropSpeakers(ledger, at), at), at);
  const step = settleEntries(owned, at);
  return { ...step, ledger: withdraw(step.ledger) };
};
