/** The voice in the book: of a ticket, what became of the announcement of its newest call. Rules: VOICE-*. */
import type { CommandOf } from '@tingxu/contract/commands';
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { Instant } from '@tingxu/contract/ids';
import { type Book, type BookTicket, must } from './book.ts';
import { type Maker, nth } from './picks.ts';
import type { Recorder } from './record-common.ts';
import { type Rule, when } from './refusals.ts';

/** Of the newest call that anything was told of. */
export type Heard = {
  readonly call: number;
  readonly onScreen: boolean;
  readonly outcome: string | null;
  readonly because: string | null;
};
export type BookVoice = { quiet: boolean; order: number; readonly last: Map<string, Instant> };

type VoiceEvent =
  | 'CallShown'
  | 'SignShown'
  | 'AnnouncementEnded'
  | 'AnnouncementAsked'
  | 'AskedEnded';

const hear = (book: Book, id: string, call: number, more: Partial<Heard>): void => {
  const ticket = book.live.get(id);
  if (!ticket || (ticket.heard && ticket.heard.call > call)) return;
  const nothing = { call, onScreen: false, outcome: null, because: null };
  const before = ticket.heard?.call === call ? ticket.heard : nothing;
  ticket.heard = { ...before, ...more };
};

export const VOICE_RECORDERS: {
  readonly [T in HallEvent['type'] & (VoiceEvent | 'QuietTurned')]: Recorder<EventOf<T>>;
} = {
  CallShown: (book, { ticket, attempt }) => {
    const known = book.live.get(ticket)?.heard;
    must(known?.call !== attempt || !known.onScreen, 'VOICE-3', `${ticket} is shown twice`);
    hear(book, ticket, attempt, { onScreen: true });
  },
  SignShown: () => undefined,
  AnnouncementEnded: (book, { ticket, attempt, end, why }) =>
    hear(book, ticket, attempt, { outcome: end, ...(why && { because: why }) }),
  AnnouncementAsked: ({ voice }, { what, order }, now) => {
    must(order === voice.order + 1, 'VOICE-10', `${what} is number ${order}`);
    const last = voice.last.get(what);
    must(last === undefined || now - last >= 15_000, 'VOICE-10', `${what} too soon`);
    voice.order = order;
    voice.last.set(what, now);
  },
  AskedEnded: () => undefined,
  QuietTurned: ({ voice }, { quiet }) => {
    must(voice.quiet !== quiet, 'VOICE-9', `quiet ${quiet} again`);
    voice.quiet = quiet;
  },
};

type VoiceCommand =
  | 'NoteShown'
  | 'NoteSign'
  | 'EndAnnouncement'
  | 'Announce'
  | 'EndAsked'
  | 'TurnQuiet';
const always: Rule<unknown> = () => [];

export const VOICE_RULES: { readonly [T in VoiceCommand]: Rule<CommandOf<T>> } = {
  NoteShown: always,
  NoteSign: always,
  EndAnnouncement: always,
  EndAsked: always,
  Announce: ({ voice, config }, { what }, { at }) => {
    const last = voice.last.get(what);
    return [
      ...when(config.voice === undefined, 'voice-not-set'),
      ...when(last !== undefined && at < last + 15_000, 'announced-just-now'),
    ];
  },
  TurnQuiet: ({ config }) => when(config.voice === undefined, 'voice-not-set'),
};

/** Mostly of the newest call of a ticket, sometimes of an older one or of one that has gone. */
export const voiceIntent: Maker = ({ book, pick, other }) => {
  const ticket = nth([...book.live.values()], other);
  const attempt = Math.max(1, (ticket?.attempts ?? 1) - (pick % 7 === 0 ? 1 : 0));
  const of = { ticket: ticket?.id ?? '20261121-9999', attempt };
  const end = nth(['spoken', 'shown-only', 'cancelled'], other);
  const why = end === 'spoken' ? {} : { why: nth(['quiet', 'no-speaker', 'cut-off'], pick) };
  const what = nth(['closing', 'one-metre-line', 'missed-list'], other);
  const choices = [
    { type: 'NoteShown', ...of },
    { type: 'NoteSign', ...of, device: 'led', address: 1 + (other % 3) },
    { type: 'EndAnnouncement', ...of, end, ...why },
    { type: 'Announce', what },
    { type: 'EndAsked', order: 1 + (other % 3), end, ...why },
    { type: 'TurnQuiet', quiet: other % 2 === 0 },
  ];
  return nth(choices, pick) ?? {};
};

/** The hall and the book have the same of it. */
export const sameVoice = (
  { heard }: BookTicket,
  row:
    | {
        readonly attempt: number;
        readonly shown: boolean;
        readonly end: string | null;
        readonly why?: string | undefined;
      }
    | undefined,
): boolean =>
  heard === undefined
    ? row === undefined
    : row?.attempt === heard.call &&
      row.shown === heard.onScreen &&
      row.end === heard.outcome &&
      (row.why ?? null) === heard.because;
