/** What is wrong with a pack of clips, in sentences. Source: ACC-11. */
import { edgesMsOf, lengthMsOf, loudnessOf, peakOf } from './loudness.ts';
import type { PackFile } from './read-pack.ts';
import type { Sound } from './wav.ts';

/** Units: dBFS, LU, ms. */
export const LIMITS = {
  peak: -1,
  spread: 1.5,
  edgeMs: 60,
  pieceMs: 1_200,
  sentenceMs: 8_000,
  chimeMs: 700,
};
const SENTENCES = ['closing', 'one-metre-line', 'missed-list'];

const mostMs = (clip: string): number => {
  if (clip === 'chime') return LIMITS.chimeMs;
  return SENTENCES.includes(clip) || clip.startsWith('counter-')
    ? LIMITS.sentenceMs
    : LIMITS.pieceMs;
};

const judgeOne = (name: string, clip: string, sound: Sound): readonly string[] => {
  const [peak, ms, edges] = [peakOf(sound), lengthMsOf(sound), edgesMsOf(sound)];
  const most = mostMs(clip);
  const silent = Math.max(edges.before, clip === 'chime' ? 0 : edges.after);
  return [
    ...(peak > LIMITS.peak
      ? [`${name} is too loud: ${peak.toFixed(1)} dBFS, at most ${LIMITS.peak}`]
      : []),
    ...(ms > most ? [`${name} is too long: ${ms} ms, at most ${most}`] : []),
    ...(silent > LIMITS.edgeMs
      ? [`${name} has ${Math.round(silent)} ms of silence at an edge`]
      : []),
  ];
};

export type Wanted = { readonly language: string; readonly clip: string };

/** `wanted` are the clips that the product says; none for a folder that only adds to it. */
export const judgePack = (
  files: readonly PackFile[],
  wanted: readonly Wanted[],
): readonly string[] => {
  const has = ({ language, clip }: Wanted): boolean =>
    files.some((file) => file.language === language && file.clip === clip);
  const missing = wanted
    .filter((row) => !has(row))
    .map(({ language, clip }) => `${language}/${clip}.wav is missing`);
  const read = files.flatMap(({ language, clip, sound }) =>
    typeof sound === 'string' ? [] : [{ name: `${language}/${clip}.wav`, clip, sound }],
  );
  const broken = files.flatMap(({ language, clip, sound }) =>
    typeof sound === 'string' ? [`${language}/${clip}.wav: ${sound}`] : [],
  );
  const levels = read.map(({ name, sound }) => ({ name, level: loudnessOf(sound) }));
  const sorted = levels.toSorted((a, b) => a.level - b.level);
  const [softest, loudest] = [sorted[0], sorted.at(-1)];
  const spread = softest && loudest ? loudest.level - softest.level : 0;
  const uneven =
    spread > LIMITS.spread && softest && loudest
      ? [
          `${loudest.name} is ${spread.toFixed(1)} LU louder than ${softest.name}, at most ${LIMITS.spread}`,
        ]
      : [];
  return [
    ...missing,
    ...broken,
    ...read.flatMap(({ name, clip, sound }) => judgeOne(name, clip, sound)),
    ...uneven,
  ];
};
