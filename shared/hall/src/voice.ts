/**
 * What was shown and said, as facts, and what staff ask of the voice. Who speaks when is no matter of
 * the hall: the server keeps a ledger of it (@tingxu/voice). No rule of calling asks for any of this.
 */
import type { CommandOf, HallCommand } from '@tingxu/contract/commands';
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { Instant, TicketId } from '@tingxu/contract/ids';
import type { VoiceRow } from '@tingxu/contract/voice';
import { accept, type Decision, reject } from './decision.ts';
import { findLive } from './live-tickets.ts';
import { openDay } from './lookup.ts';
import { type HallState, voiceOf } from './state.ts';
import { changeTicket } from './tickets.ts';

const COMMANDS = [
  ...(['NoteShown', 'NoteSign', 'EndAnnouncement'] as const),
  ...(['Announce', 'EndAsked', 'TurnQuiet'] as const),
] satisfies readonly HallCommand['type'][];
type VoiceCommand = CommandOf<(typeof COMMANDS)[number]>;
const commandTypes: readonly string[] = COMMANDS;
export const isVoiceCommand = (command: HallCommand): command is VoiceCommand =>
  commandTypes.includes(command.type);

const EVENTS = [
  ...(['CallShown', 'SignShown', 'AnnouncementEnded'] as const),
  ...(['AnnouncementAsked', 'AskedEnded', 'QuietTurned'] as const),
] satisfies readonly HallEvent['type'][];
export type VoiceEvent = EventOf<(typeof EVENTS)[number]>;
const eventTypes: readonly string[] = EVENTS;
export const isVoiceEvent = (event: HallEvent): event is VoiceEvent =>
  eventTypes.includes(event.type);

/** The same is not announced again before. Units: ms. Rules: VOICE-10. */
export const ASK_EVERY_MS = 15_000;

/** Rules: VOICE-9, VOICE-10. Rejects: day-not-open, voice-not-set, announced-just-now. */
const decideOfStaff = (
  hall: HallState,
  command: CommandOf<'Announce' | 'TurnQuiet'>,
  at: Instant,
): Decision => {
  const day = openDay(hall);
  if (!day.ok) return day;
  if (!day.value.config.voice) return reject('voice-not-set');
  const voice = voiceOf(hall);
  if (command.type === 'TurnQuiet') {
    const { quiet } = command;
    return quiet === voice.quiet ? accept() : accept({ type: 'QuietTurned', quiet });
  }
  const { what } = command;
  const lastAt = voice.askedAt[what];
  const retryAt = lastAt === undefined ? at : lastAt + ASK_EVERY_MS;
  if (at < retryAt) return reject('announced-just-now', { retryAt });
  return accept({ type: 'AnnouncementAsked', what, order: voice.asked + 1 });
};

/**
 * What the server reports is a fact, whatever has become of the ticket meanwhile; the same twice is one.
 * Rules: VOICE-2, VOICE-3, LED-8. Rejects: day-not-open before the first day.
 */
export const decideVoice = (hall: HallState, command: VoiceCommand, at: Instant): Decision => {
  if (command.type === 'Announce' || command.type === 'TurnQuiet') {
    return decideOfStaff(hall, command, at);
  }
  if (!hall.day) return reject('day-not-open');
  const why = 'why' in command && command.why ? { why: command.why } : {};
  switch (command.type) {
    case 'NoteShown': {
      const { ticket, attempt } = command;
      const known = findLive(hall.tickets, ticket)?.voice;
      if (known?.attempt === attempt && known.shown) return accept();
      return accept({ type: 'CallShown', ticket, attempt });
    }
    case 'NoteSign': {
      const { ticket, attempt, device, address } = command;
      return accept({ type: 'SignShown', ticket, attempt, device, address });
    }
    case 'EndAnnouncement': {
      const { ticket, attempt, end } = command;
      return accept({ type: 'AnnouncementEnded', ticket, attempt, end, ...why });
    }
    case 'EndAsked': {
      const { order, end } = command;
      return accept({ type: 'AskedEnded', order, end, ...why });
    }
    default:
      return command satisfies never;
  }
};

/** The row of the newest call; an older one is not told any more. */
const changeVoice = (
  hall: HallState,
  id: TicketId,
  attempt: number,
  change: Partial<VoiceRow>,
): HallState => {
  const ticket = findLive(hall.tickets, id);
  if (!ticket || (ticket.voice?.attempt ?? 0) > attempt) return hall;
  const known = ticket.voice?.attempt === attempt ? ticket.voice : null;
  const row = known ?? { attempt, shown: false, end: null };
  return changeTicket(hall, id, { voice: { ...row, ...change } });
};

/** Rules: VOICE-2, VOICE-3, VOICE-9, VOICE-10. */
export const evolveVoice = (hall: HallState, event: VoiceEvent, at: Instant): HallState => {
  switch (event.type) {
    case 'CallShown':
      return changeVoice(hall, event.ticket, event.attempt, { shown: true });
    case 'AnnouncementEnded': {
      const { ticket, attempt, end, why } = event;
      return changeVoice(hall, ticket, attempt, { end, ...(why && { why }) });
    }
    case 'AnnouncementAsked': {
      const { what, order } = event;
      const voice = voiceOf(hall);
      const askedAt = { ...voice.askedAt, [what]: at };
      return { ...hall, voice: { ...voice, asked: order, askedAt } };
    }
    case 'AskedEnded':
    case 'SignShown':
      return hall;
    case 'QuietTurned':
      return { ...hall, voice: { ...voiceOf(hall), quiet: event.quiet } };
    default:
      return event satisfies never;
  }
};
