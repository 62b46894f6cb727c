/** What became of the last change of a booking. A good outcome leaves by itself. */
import { type Toast, ToastRegion } from '@tingxu/ui/toast';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useI18n } from '../texts.ts';
import { useBookings } from './bookings-context.tsx';
import type { BookingOutcome } from './bookings-model.ts';
import { type BookingWords, useWords } from './words.ts';

/** Units: ms. */
const DONE_STAYS_MS = 6_000;

export function BookingMessages(): JSX.Element {
  const { message, dismiss } = useBookings();
  const { t } = useI18n();
  const words = useWords();
  const outcome = message.value;
  useEffect(() => {
    if (outcome?.kind !== 'done') return;
    const leaving = setTimeout(dismiss, DONE_STAYS_MS);
    return () => clearTimeout(leaving);
  }, [outcome, dismiss]);
  // The reference says it better.
  const isTold = outcome?.kind === 'done' && outcome.action.type === 'make' && outcome.reply;
  const unknown = { unknown: t.manager.unconfirmed, 'not-sent': t.staff.notSent };
  return (
    <ToastRegion
      toasts={outcome && !isTold ? [toastOf(outcome, words, unknown)] : []}
      onDismiss={dismiss}
      dismissLabel={words.common.close}
    />
  );
}

const doneText = (
  outcome: Extract<BookingOutcome, { kind: 'done' }>,
  w: BookingWords['w'],
): string => {
  const { action, reply } = outcome;
  if (reply === null) return w.unread;
  if (action.type !== 'checkIn') return w.done[action.type];
  return w.done.checkIn('ticket' in reply ? reply.ticket.number : '');
};

const toastOf = (
  outcome: BookingOutcome,
  { w, problem }: BookingWords,
  lost: Readonly<Record<'unknown' | 'not-sent', string>>,
): Toast => {
  const id = String(outcome.id);
  if (outcome.kind === 'done') return { id, tone: 'ok', text: doneText(outcome, w) };
  if (outcome.kind !== 'refused') return { id, tone: 'over', text: lost[outcome.kind] };
  const { code } = outcome.problem;
  return { id, tone: 'warn', text: problem[code], code };
};
