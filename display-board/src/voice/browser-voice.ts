/**
 * A voice of the browser instead of clips, where it has one of its own for the language. What it does not begin
 * is left to the clips; what it begins it ends in time, or is stopped. Rules: VOICE-14. Decision: docs/adr/0025.
 */
import type { PublicLocale } from '@tingxu/contract/locale';
import { BROWSER_PACE, type Saying } from '@tingxu/contract/voice';
import type { Sound, Voice } from './sound.ts';

/** A voice that has said nothing by then hangs. Units: ms. */
const BEGIN_WITHIN_MS = 700;
/** One that hung or failed is not asked again for so long. Units: ms. */
const REST_MS = 60_000;

const CHIME = 'chime';

/** A voice inside the machine: one over the network would be late, and send the numbers of customers away. */
const voiceFor = (
  voices: readonly SpeechSynthesisVoice[],
  language: PublicLocale,
): SpeechSynthesisVoice | null => {
  const tags: Readonly<Record<PublicLocale, RegExp>> = {
    'zh-CN': /^(zh|cmn)([-_](hans[-_])?cn|[-_]hans)?$/i,
    'zh-HK': /^(zh[-_](hant[-_])?hk|yue([-_].*)?)$/i,
    en: /^en([-_].*)?$/i,
  };
  return voices.find(({ lang, localService }) => localService && tags[language].test(lang)) ?? null;
};

/** The digits of a number are read one by one; 1 as the clips would say it. */
export const spokenWords = ({ words, clips }: Pick<Saying, 'words' | 'clips'>): string =>
  clips.includes('yao') ? words.replace(/(?<=[A-Z](?: \d)* )1/g, '幺') : words;

export type BrowserVoiceParts = {
  readonly sound: Sound;
  readonly speech: Pick<SpeechSynthesis, 'speak' | 'cancel' | 'getVoices'>;
  readonly utter: (words: string) => SpeechSynthesisUtterance;
  /** Whether the hall wants it. */
  readonly isWanted: () => boolean;
  /** A steady clock. Units: ms. */
  readonly now: () => number;
};

type Ending = 'whole' | 'cut' | 'not-begun';
type Said = {
  readonly words: SpeechSynthesisUtterance;
  /** Longer than that it does not speak. Units: ms. */
  readonly mostMs: number;
  /** Told once. */
  readonly ended: (how: Ending) => void;
  /** It hung, or told of an error. */
  readonly failed: () => void;
};

/** Returns what cuts it. */
const utterance = (
  speech: BrowserVoiceParts['speech'],
  { words, mostMs, ended, failed }: Said,
): (() => void) => {
  let begun = false;
  let over = false;
  const end = (how: Ending): void => {
    if (over) return;
    over = true;
    clearTimeout(hangs);
    if (how !== 'whole') speech.cancel();
    ended(how);
  };
  const fail = (): void => {
    if (!over) failed();
    end(begun ? 'cut' : 'not-begun');
  };
  let hangs = setTimeout(fail, BEGIN_WITHIN_MS);
  words.onstart = () => {
    begun = true;
    clearTimeout(hangs);
    hangs = setTimeout(fail, mostMs);
  };
  words.onend = () => (begun ? end('whole') : fail());
  words.onerror = fail;
  speech.speak(words);
  return () => end('cut');
};

export const createBrowserVoice = (parts: BrowserVoiceParts): Voice => {
  const { sound, speech, utter, isWanted, now } = parts;
  /** Ends what this voice is saying, or is about to say. */
  let cut: (() => void) | null = null;
  let leaseUntil = 0;
  let restsUntil = 0;

  const voiceNow = (language: PublicLocale): SpeechSynthesisVoice | null =>
    isWanted() && now() >= restsUntil ? voiceFor(speech.getVoices(), language) : null;

  const speak = (saying: Saying, voice: SpeechSynthesisVoice, ended: Said['ended']): void => {
    const words = utter(spokenWords(saying));
    words.voice = voice;
    words.lang = voice.lang;
    const mostMs = sound.lengthOf(saying) * BROWSER_PACE.most;
    cut = utterance(speech, {
      ...{ words, mostMs },
      ended: (how) => {
        cut = null;
        ended(how);
      },
      failed: () => {
        restsUntil = now() + REST_MS;
      },
    });
  };

  const stop = (): void => {
    cut?.();
    sound.stop();
  };
  const playAfterChime = (
    { chime, rest }: { readonly chime: Saying; readonly rest: Saying },
    voice: SpeechSynthesisVoice,
    ended: (whole: boolean) => void,
  ): void => {
    const say = (): void =>
      speak(rest, voice, (how) => {
        const left = leaseUntil - now();
        if (how === 'not-begun' && left > 0) sound.play(rest, left, ended);
        else ended(how === 'whole');
      });
    if (chime.clips.length === 0) {
      say();
      return;
    }
    let isCut = false;
    cut = () => {
      isCut = true;
      cut = null;
    };
    sound.play(chime, leaseUntil - now(), (whole) => (isCut || !whole ? ended(false) : say()));
  };
  return {
    isOn: sound.isOn,
    play: (saying, leaseMs, ended) => {
      stop();
      leaseUntil = now() + leaseMs;
      const voice = voiceNow(saying.language);
      if (!voice) {
        sound.play(saying, leaseMs, ended);
        return;
      }
      const [first, ...others] = saying.clips;
      const hasChime = first === CHIME;
      const chime = { ...saying, clips: hasChime ? [CHIME] : [] };
      const rest = { ...saying, clips: hasChime ? others : saying.clips };
      playAfterChime({ chime, rest }, voice, ended);
    },
    hold: (leaseMs) => {
      leaseUntil = now() + leaseMs;
      sound.hold(leaseMs);
    },
    stop,
  };
};
