/**
 * How loud a clip is to the ear, and its highest peak. K-weighted, over the whole clip: clips are shorter
 * than the blocks that programmes are gated in. Source: ITU-R BS.1770-4, annex 1.
 */
import type { Sound } from './wav.ts';

type Biquad = {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
};

const run = (samples: Float64Array, { b, a }: Biquad): Float64Array => {
  const heard = new Float64Array(samples.length);
  const [b0, b1, b2] = b;
  const [a1, a2] = a;
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  // Sentences are a hundred thousand samples each, and there are many of them.
  for (let i = 0; i < samples.length; i += 1) {
    const x = samples[i] ?? 0;
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    heard[i] = y;
  }
  return heard;
};

/** The head of a listener: more above 1.5 kHz. */
const shelf = (rate: number): Biquad => {
  const k = Math.tan((Math.PI * 1_681.974450955533) / rate);
  const high = 10 ** (3.999843853973347 / 20);
  const band = high ** 0.4996667741545416;
  const q = 0.7071752369554196;
  const a0 = 1 + k / q + k * k;
  return {
    b: [
      (high + (band * k) / q + k * k) / a0,
      (2 * (k * k - high)) / a0,
      (high - (band * k) / q + k * k) / a0,
    ],
    a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0],
  };
};

/** Deep tones are heard less. */
const highPass = (rate: number): Biquad => {
  const k = Math.tan((Math.PI * 38.13547087602444) / rate);
  const q = 0.5003270373238773;
  const a0 = 1 + k / q + k * k;
  return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] };
};

/** Units: LUFS. */
export const loudnessOf = ({ rate, samples }: Sound): number => {
  const heard = run(run(samples, shelf(rate)), highPass(rate));
  let energy = 0;
  for (const sample of heard) energy += sample * sample;
  const power = energy / Math.max(1, heard.length);
  return -0.691 + 10 * Math.log10(Math.max(power, 1e-12));
};

/** Units: dBFS. */
export const peakOf = ({ samples }: Sound): number => {
  let most = 0;
  for (const sample of samples) most = Math.max(most, Math.abs(sample));
  return 20 * Math.log10(Math.max(most, 1e-6));
};

/** Units: ms. */
export const lengthMsOf = ({ rate, samples }: Sound): number =>
  Math.round((samples.length / rate) * 1_000);

/** Silence before the first and after the last sound above −50 dBFS. Units: ms. */
export const edgesMsOf = ({
  rate,
  samples,
}: Sound): { readonly before: number; readonly after: number } => {
  const loud = (sample: number): boolean => Math.abs(sample) > 0.003;
  const first = samples.findIndex(loud);
  const last = samples.findLastIndex(loud);
  if (first < 0) return { before: lengthMsOf({ rate, samples }), after: 0 };
  return { before: (first / rate) * 1_000, after: ((samples.length - 1 - last) / rate) * 1_000 };
};

export const louder = ({ rate, samples }: Sound, db: number): Sound => ({
  rate,
  samples: samples.map((sample) => sample * 10 ** (db / 20)),
});
