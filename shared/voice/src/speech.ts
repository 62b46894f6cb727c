/** How a hall speaks: its rule and its pack, as the ledger asks for sentences. */
import type { PublicLocale } from '@tingxu/contract/locale';
import { type AskedKind, BROWSER_PACE, type VoiceRule } from '@tingxu/contract/voice';
import { CHIME, lengthOf, type Pack } from './pack.ts';
import { askedSentence, callSentence, type Manner, type SaidCall } from './sentence.ts';

export type ToSay =
  | ({ readonly kind: 'call' } & SaidCall)
  | { readonly kind: 'asked'; readonly what: AskedKind; readonly numbers: readonly string[] };

/** Units: `ms` from the first sound to the last at most, `leastMs` at least. */
export type Said = {
  readonly clips: readonly string[];
  readonly words: string;
  readonly ms: number;
  readonly leastMs: number;
};

/** Clocks and rounding of clips apart. Units: share of the clips' length. */
const CLIPS_PACE = { least: 0.9, most: 1 };

export type Speech = {
  readonly languages: readonly PublicLocale[];
  readonly times: number;
  readonly chime: boolean;
  say(what: readonly ToSay[], language: PublicLocale, chime: boolean): Said;
};

const DEFAULT_LANGUAGES: readonly PublicLocale[] = ['zh-CN'];

/** Rules: VOICE-1. */
export const speechOf = (rule: VoiceRule, pack: Pack): Speech => {
  const { languages = DEFAULT_LANGUAGES, times = 2, chime = true, one = 'yao' } = rule;
  const pace = rule.speech === 'browser' ? BROWSER_PACE : CLIPS_PACE;
  return {
    ...{ languages, times, chime },
    say: (what, language, withChime) => {
      const manner: Manner = { one, has: (clip) => pack[language][clip] !== undefined };
      const [first] = what;
      const calls = what.filter((row) => row.kind === 'call');
      const sentence =
        first?.kind === 'asked'
          ? askedSentence(first, language, manner)
          : callSentence(calls, language, manner);
      const clips = withChime ? [CHIME, ...sentence.clips] : sentence.clips;
      const ms = lengthOf(pack, language, clips);
      const [most, leastMs] = [Math.ceil(ms * pace.most), Math.floor(ms * pace.least)];
      return { clips, words: sentence.words, ms: most, leastMs };
    },
  };
};
