/** Whether the call of the moment is on a board, and whether it was heard. Rules: VOICE-3. Source: H44. */
import type { TicketRow } from '@tingxu/contract/views';
import type { CounterI18n } from '../texts.ts';

export const voiceWords = (
  { voice }: Pick<TicketRow, 'voice'>,
  { t }: Pick<CounterI18n, 't'>,
): readonly string[] => {
  if (!voice) return [];
  const { shown, end, why } = voice;
  const board = shown ? t.voice.shown : t.voice.notShown;
  if (end === null) return [board, t.voice.waiting];
  if (end === 'spoken') return [board, t.voice.spoken];
  return [board, why ? `${t.voice.silent} (${t.voice.why[why]})` : t.voice.silent];
};
