/** What was shown and said, written down by the server itself. Rules: VOICE-2, VOICE-3. */
import type { HallCommand } from '@tingxu/contract/commands';
import type { Fact } from '@tingxu/voice/ledger';
import type { Log } from '../http/hosting.ts';
import type { Unended } from '../journal/unended.ts';
import { asServer } from '../runtime/as-server.ts';
import type { HallRuntime } from '../runtime/hall-runtime.ts';

const commandOf = (fact: Fact): HallCommand => {
  if (fact.type === 'shown') {
    return { type: 'NoteShown', ticket: fact.ticket, attempt: fact.attempt };
  }
  const { subject, end, why } = fact;
  const ended = { end, ...(why !== null && { why }) };
  return 'ticket' in subject
    ? { type: 'EndAnnouncement', ...subject, ...ended }
    : { type: 'EndAsked', ...subject, ...ended };
};

export const reporter =
  (runtime: HallRuntime, log: Pick<Log, 'warn'>) =>
  (fact: Fact): void => {
    asServer(runtime, commandOf(fact)).catch((err: unknown) => {
      log.warn({ err, fact }, 'what was shown or said is not written down');
    });
  };

/**
 * What had been called when the server stopped is not said afterwards, whatever has become of the ticket.
 * Rules: VOICE-2, VOICE-7.
 */
export const interrupted = (of: Unended): Fact => {
  const ended = { type: 'ended', why: 'interrupted' } as const;
  if ('order' in of) return { ...ended, subject: { order: of.order }, end: 'cancelled' };
  const { ticket, attempt, shown } = of;
  return { ...ended, subject: { ticket, attempt }, end: shown ? 'shown-only' : 'cancelled' };
};
