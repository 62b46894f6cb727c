/** The tone before the words: two struck tones, a fourth apart. Source: ACC-11 (at most 0.7 s). */
import type { Sound } from './wav.ts';

const TONES = [
  { hertz: 880, fromMs: 0 },
  { hertz: 659.26, fromMs: 220 },
];
const LENGTH_MS = 640;

/** Struck: at once, then fading, with two overtones. */
const struck = (hertz: number, seconds: number): number => {
  if (seconds < 0) return 0;
  const rise = Math.min(1, seconds / 0.006);
  const tone = [1, 0.35, 0.12].reduce(
    (sum, share, i) => sum + share * Math.sin(2 * Math.PI * hertz * (i + 1) * seconds),
    0,
  );
  return rise * Math.exp(-seconds * 7) * tone;
};

export const chimeAt = (rate: number): Sound => {
  const count = Math.round((LENGTH_MS / 1_000) * rate);
  const samples = Float64Array.from({ length: count }, (_, i) => {
    const at = i / rate;
    const end = Math.min(1, (count - i) / (0.02 * rate));
    return (
      end * TONES.reduce((sum, { hertz, fromMs }) => sum + struck(hertz, at - fromMs / 1_000), 0)
    );
  });
  return { rate, samples: samples.map((sample) => sample * 0.3) };
};
