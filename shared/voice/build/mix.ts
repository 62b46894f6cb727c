/** A sentence as one piece of sound, joined as the board joins it. */
import { CLIP_GAP_MS, COMMA, COMMA_MS } from '@tingxu/contract/voice';
import type { Sound } from './wav.ts';

export const mix = (
  clips: readonly string[],
  soundOf: (clip: string) => Sound,
  rate: number,
): Sound => {
  const samplesOf = (ms: number): number => Math.round((ms / 1_000) * rate);
  const pieces: Float64Array[] = clips.flatMap((clip) =>
    clip === COMMA
      ? [new Float64Array(samplesOf(COMMA_MS))]
      : [soundOf(clip).samples, new Float64Array(samplesOf(CLIP_GAP_MS))],
  );
  const samples = new Float64Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    samples.set(piece, at);
    at += piece.length;
  }
  return { rate, samples };
};
