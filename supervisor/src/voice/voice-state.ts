/** What the duty manager is told of the voice of the hall. Pure. Rules: VOICE-4, VOICE-9, VOICE-10. */
import type { TicketRow } from '@tingxu/contract/views';
import { type AskedRow, type FeedVoice, WHOLE_HALL } from '@tingxu/contract/voice';
import type { Tone } from '@tingxu/ui/lib/tone';
import type { MonitorI18n } from '../texts.ts';

type Words = Pick<MonitorI18n, 't'>['t']['voice'];

export type Told<T extends Tone = Tone> = { readonly tone: T; readonly words: string };

/** Parts of the hall without a loudspeaker; null where every one has its own. */
export const noSpeakerWords = ({ zones }: FeedVoice, words: Words): string | null => {
  const silent = zones.filter(({ speaker }) => speaker === null).map(({ zone }) => zone);
  if (silent.length === 0) return null;
  const isWhole = silent.length === zones.length || silent.includes(WHOLE_HALL);
  return isWhole ? words.noSpeaker : words.noSpeakerIn(silent.join(' · '));
};

/** `short`: for a place of a few signs. */
type ToldShort = Told<'ok' | 'warn' | 'over'> & { readonly short: string };

export const voiceTold = (voice: FeedVoice, words: Words): ToldShort => {
  if (voice.quiet) return { tone: 'warn', words: words.quietOn, short: words.quietShort };
  const lacking = noSpeakerWords(voice, words);
  return lacking === null
    ? { tone: 'ok', words: words.speaks, short: words.spoken }
    : { tone: 'over', words: lacking, short: words.noSpeakerShort };
};

/** A call came to nothing for want of a loudspeaker, and it is wanting still. */
export const isSpeakerMissed = (voice: FeedVoice | null, tickets: readonly TicketRow[]): boolean =>
  voice !== null &&
  !voice.quiet &&
  voice.zones.some(({ speaker }) => speaker === null) &&
  tickets.some((ticket) => ticket.voice?.why === 'no-speaker');

/** What became of the latest sentence that was asked for. */
export const askedTold = ({ what, end, why }: AskedRow, words: Words): Told => {
  const sentence = words.asked[what];
  if (end === null) return { tone: 'info', words: words.askedIs(sentence, words.waiting) };
  if (end === 'spoken') return { tone: 'ok', words: words.askedIs(sentence, words.spoken) };
  const silent = why ? `${words.silent} (${words.why[why]})` : words.silent;
  return { tone: 'warn', words: words.askedIs(sentence, silent) };
};
