/**
 * How calls of random numbers sound, one or several in a sentence, measured on the joined sound as a board plays it.
 * Rules: VOICE-8, VOICE-12. Source: ACC-11.
 */

import type { Chance } from '@tingxu/chance/chance';
import type { PublicLocale } from '@tingxu/contract/locale';
import { COMMA } from '@tingxu/contract/voice';
import { type Pack, stepOf } from '../src/pack.ts';
import { callSentence, type SaidCall } from '../src/sentence.ts';
import { edgesMsOf, lengthMsOf, loudnessOf, peakOf } from './loudness.ts';
import type { Sound } from './wav.ts';

/** Units: dBFS, LUFS, ms, signs per second. */
export type NumberFigures = {
  readonly numbers: string;
  readonly peak: number;
  readonly level: number;
  readonly ms: number;
  /** The longest silence inside, and those at its edges. */
  readonly silenceMs: number;
  readonly before: number;
  readonly after: number;
  readonly pace: number;
  /** Each clip stands where it belongs, sample by sample. */
  readonly inOrder: boolean;
};

export const randomCall = (chance: Chance): SaidCall => {
  const letter = 'ABCDEFGHJKLMNPRTUVWXY'[chance.between(0, 20)] ?? 'A';
  const label = String(chance.between(1, 40));
  const number = `${letter}${String(chance.between(1, 999)).padStart(3, '0')}`;
  return { number, counter: label, label };
};

/** Below −50 dBFS. */
const isSilent = (sample: number): boolean => Math.abs(sample) < 0.003;

const longestSilenceMs = ({ rate, samples }: Sound): number => {
  let [longest, run] = [0, 0];
  for (const sample of samples) {
    run = isSilent(sample) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return (longest / rate) * 1_000;
};

type Joined = {
  readonly clips: readonly string[];
  readonly soundOf: (clip: string) => Sound;
  readonly sound: Sound;
};

/** Whether at the place of each clip stands that clip and no other. */
const isInOrder = (
  { clips, soundOf, sound }: Joined,
  stepMs: (clip: string) => number,
): boolean => {
  let atMs = 0;
  return clips.every((clip) => {
    const from = Math.round((atMs / 1_000) * sound.rate);
    atMs += stepMs(clip);
    if (clip === COMMA) return true;
    const { samples } = soundOf(clip);
    // Lengths are kept in whole milliseconds, so a clip may begin some samples off.
    return [...Array(2 * SLACK + 1).keys()].some((slack) => {
      const start = from + slack - SLACK;
      return samples.every((sample, i) => sample === sound.samples[start + i]);
    });
  });
};
/** Units: samples. */
const SLACK = 200;

export type Parts = {
  readonly pack: Pack;
  readonly soundOf: (language: PublicLocale, clip: string) => Sound;
  readonly join: (
    clips: readonly string[],
    soundOf: (clip: string) => Sound,
    rate: number,
  ) => Sound;
};

/** The signs of the first number. Throws where the sentence does not go on to a counter. */
const firstSigns = (clips: readonly string[]): readonly string[] => {
  const end = clips.findIndex((clip) => clip === 'go-to' || clip === 'to');
  if (end < 2) throw new Error(`no number and no way in ${clips.join(' ')}`);
  return clips.slice(1, end);
};

export const measureCalls = (
  calls: readonly SaidCall[],
  language: PublicLocale,
  { pack, soundOf: soundIn, join }: Parts,
): NumberFigures => {
  const { clips } = callSentence(calls, language, { one: 'yao', has: () => false });
  const soundOf = (clip: string): Sound => soundIn(language, clip);
  const sound = join(clips, soundOf, soundOf('lead').rate);
  const signs = firstSigns(clips);
  const stepMs = (clip: string): number => stepOf(pack, language, clip);
  const signsMs = signs.reduce((sum, clip) => sum + stepMs(clip), 0);
  return {
    ...{
      numbers: calls.map(({ number }) => number).join(),
      peak: peakOf(sound),
      level: loudnessOf(sound),
    },
    ...{ ms: lengthMsOf(sound), silenceMs: longestSilenceMs(sound), ...edgesMsOf(sound) },
    pace: (signs.length / signsMs) * 1_000,
    inOrder: isInOrder({ clips, soundOf, sound }, stepMs),
  };
};
