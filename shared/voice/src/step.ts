/** One input to the ledger of a zone, at its instant. Rules: VOICE-1..VOICE-13. */
import type { Instant } from '@tingxu/contract/ids';
import { type BoardId, MOST_SPEAKERS } from '@tingxu/contract/voice';
import {
  type Announcement,
  changeEntries,
  type Entry,
  type Fact,
  type Input,
  isBeingSaid,
  isOf,
  type Ledger,
  type Part,
  type Step,
  silence,
} from './ledger.ts';
import { offer } from './offer.ts';
import { cutShort, isSamePart, settle } from './settle.ts';
import type { Speech } from './speech.ts';

const partsOf = ({ say }: Announcement, speech: Speech): readonly Part[] => {
  const { languages, times } = speech;
  const spoken = languages.map((language) => {
    const { ms } = speech.say([say], language, speech.chime);
    return { language, ms };
  });
  const rounds = say.kind === 'call' ? times : 1;
  return Array.from({ length: rounds }, (_, round) =>
    spoken.map((part) => ({ ...part, round })),
  ).flat();
};

/** A recall ends what is still to be said of the call before it. Rules: VOICE-11. */
const announce = (ledger: Ledger, of: Announcement, speech: Speech): Ledger => {
  const { subject } = of;
  const before =
    'ticket' in subject
      ? changeEntries(ledger, (entry) => isOf(entry, subject.ticket), silence('superseded'))
      : ledger;
  const entry: Entry = {
    ...{ of, parts: partsOf(of, speech), shown: false },
    ...{ cut: false, silent: null, end: null },
  };
  return { ...before, entries: [...before.entries, entry] };
};

/** Rules: VOICE-3. */
const shown = (ledger: Ledger, { ticket, attempt }: Extract<Input, { type: 'shown' }>): Step => {
  const fits = (entry: Entry): boolean =>
    'ticket' in entry.of.subject &&
    entry.of.subject.ticket === ticket &&
    entry.of.subject.attempt === attempt &&
    !entry.shown;
  const changed = changeEntries(ledger, fits, (entry) => ({ ...entry, shown: true }));
  const facts: Fact[] = changed === ledger ? [] : [{ type: 'shown', ticket, attempt }];
  return { ledger: changed, facts };
};

/**
 * A board more that stands ready. Where as many do as may, it takes the place of the last of those that let
 * an offer go by; where none did, it has to wait. Rules: VOICE-4.
 */
const admit = (ledger: Ledger, board: BoardId, at: Instant): Ledger => {
  const { speakers, owner, nextSpeaker: number } = ledger;
  const isFull = speakers.length >= MOST_SPEAKERS;
  const idle = speakers.filter((row) => row.lapsed && row.board !== owner);
  const last = idle.toSorted((a, b) => a.sinceAt - b.sinceAt).at(-1);
  if (isFull && !last) return ledger;
  const others = isFull ? speakers.filter((row) => row !== last) : speakers;
  const speaker = { board, number, lapsed: false, heardAt: at, sinceAt: at };
  return { ...ledger, speakers: [...others, speaker], nextSpeaker: number + 1 };
};

const beat = (ledger: Ledger, board: BoardId, at: Instant): Ledger => {
  const known = ledger.speakers.some((row) => row.board === board);
  if (!known) return admit(ledger, board, at);
  const speakers = ledger.speakers.map((row) =>
    row.board === board ? { ...row, heardAt: at } : row,
  );
  return { ...ledger, speakers };
};

/** What is begun is begun, whatever comes of it: nobody else says it. Rules: VOICE-6. */
const start = (ledger: Ledger, board: BoardId, saying: number, at: Instant): Ledger => {
  const { current, owner } = ledger;
  const open = current?.saying.id === saying && current.startedAt === null;
  if (!open || current.board !== board || owner !== board) return ledger;
  const begun = changeEntries(
    ledger,
    (entry) => current.of.some(({ id }) => id === entry.of.id),
    (entry) => {
      const said = current.of.filter(({ id }) => id === entry.of.id);
      const left = (part: Part): boolean => !said.some((row) => isSamePart(row.part, part));
      return { ...entry, parts: entry.parts.filter(left) };
    },
  );
  return { ...begun, current: { ...current, startedAt: at } };
};

/** Nobody has heard to its end what ended sooner than it takes to say. Rules: VOICE-13. */
const finish = (
  ledger: Ledger,
  { board, saying, whole }: Extract<Input, { type: 'finish' }>,
  at: Instant,
): Step => {
  const { current } = ledger;
  const same = current?.saying.id === saying && current.board === board;
  if (!same || current.startedAt === null) return { ledger, facts: [] };
  const hadTime = at - current.startedAt >= current.leastMs;
  if (!whole || !hadTime) return { ledger: cutShort(ledger, current, at), facts: [] };
  const facts: Fact[] = [];
  const heard = changeEntries(
    ledger,
    (entry) => entry.end === null && isBeingSaid(ledger, entry.of.id),
    (entry) => {
      facts.push({ type: 'ended', subject: entry.of.subject, end: 'spoken', why: null });
      return { ...entry, end: 'spoken' };
    },
  );
  const speakers = heard.speakers.map((row) =>
    row.board === board ? { ...row, lapsed: false } : row,
  );
  return { ledger: { ...heard, speakers, current: null, soundUntilAt: at }, facts };
};

const apply = (ledger: Ledger, input: Input, speech: Speech, at: Instant): Step => {
  const alone = (next: Ledger): Step => ({ ledger: next, facts: [] });
  switch (input.type) {
    case 'announce':
      return alone(announce(ledger, input.announcement, speech));
    case 'over':
      return alone(
        changeEntries(ledger, (entry) => isOf(entry, input.ticket), silence('call-over')),
      );
    case 'quiet':
      return alone({ ...ledger, quiet: input.quiet });
    case 'shown':
      return shown(ledger, input);
    case 'beat':
      return alone(beat(ledger, input.board, at));
    case 'leave': {
      const speakers = ledger.speakers.filter((row) => row.board !== input.board);
      return alone({ ...ledger, speakers });
    }
    case 'start':
      return alone(start(ledger, input.board, input.saying, at));
    case 'finish':
      return finish(ledger, input, at);
    case 'close':
      return alone(changeEntries({ ...ledger, current: null }, () => true, silence('interrupted')));
    case 'tick':
      return alone(ledger);
    default:
      return input satisfies never;
  }
};

/**
 * What is due is settled first, so that an input meets the ledger as it is at its instant; then the
 * input, what follows of it, and the next offer.
 */
export const step = (ledger: Ledger, input: Input, speech: Speech, at: Instant): Step => {
  const due = settle(ledger, at);
  const done = apply(due.ledger, input, speech, at);
  const after = settle(done.ledger, at);
  const facts = [...due.facts, ...done.facts, ...after.facts];
  return { ledger: offer(after.ledger, speech, at), facts };
};

/** Whether the start of this saying was granted to this board just now. */
export const isGranted = (
  { current }: Ledger,
  { board, saying, at }: { readonly board: BoardId; readonly saying: number; readonly at: Instant },
): boolean => current?.saying.id === saying && current.board === board && current.startedAt === at;

/** Nothing can become due. */
export const isIdle = ({ entries, speakers, current }: Ledger): boolean =>
  entries.length === 0 && speakers.length === 0 && current === null;
