/** WAV files of one channel: PCM of 16 bits and μ-law, which every browser plays. Nothing else is needed here. */

/** Units: samples per second; `samples` from −1 to 1. */
export type Sound = { readonly rate: number; readonly samples: Float64Array };

const PCM = 1;
const MU_LAW = 7;
const BIAS = 132;
const CLIP = 32_635;

/** Source: ITU-T G.711. */
const toMuLaw = (sample: number): number => {
  const sign = sample < 0 ? 0x80 : 0;
  const level = Math.min(CLIP, Math.abs(Math.round(sample * 32_768))) + BIAS;
  const exponent = Math.max(0, Math.floor(Math.log2(level)) - 7);
  const mantissa = (level >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
};

const fromMuLaw = (byte: number): number => {
  const code = ~byte & 0xff;
  const exponent = (code >> 4) & 7;
  const level = (((code & 0x0f) << 3) + BIAS) * 2 ** exponent - BIAS;
  return ((code & 0x80) === 0 ? level : -level) / 32_768;
};

export class NotAWav extends Error {}

type Format = {
  readonly kind: number;
  readonly channels: number;
  readonly rate: number;
  readonly bits: number;
};

const formatAt = (view: DataView, at: number): Format => ({
  kind: view.getUint16(at, true),
  channels: view.getUint16(at + 2, true),
  rate: view.getUint32(at + 4, true),
  bits: view.getUint16(at + 14, true),
});

const samplesOf = (
  view: DataView,
  { kind, channels, bits }: Format,
  from: number,
  bytes: number,
): Float64Array => {
  const step = (bits / 8) * channels;
  const count = Math.floor(bytes / step);
  const read =
    kind === MU_LAW && bits === 8
      ? (at: number): number => fromMuLaw(view.getUint8(at))
      : kind === PCM && bits === 16
        ? (at: number): number => view.getInt16(at, true) / 32_768
        : null;
  if (!read) throw new NotAWav('only PCM of 16 bits and μ-law are read');
  return Float64Array.from({ length: count }, (_, i) => read(from + i * step));
};

/** The first channel. Rejects: NotAWav. */
export const readWav = (bytes: Uint8Array): Sound => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < 44 || name(0) !== 'RIFF' || name(8) !== 'WAVE')
    throw new NotAWav('no WAV file');
  let format: Format | null = null;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = Math.min(view.getUint32(at + 4, true), bytes.length - at - 8);
    if (name(at) === 'fmt ') format = formatAt(view, at + 8);
    if (name(at) === 'data' && format) {
      return { rate: format.rate, samples: samplesOf(view, format, at + 8, size) };
    }
    at += 8 + size + (size % 2);
  }
  throw new NotAWav('a WAV file without sound');
};

export const writeMuLaw = ({ rate, samples }: Sound): Uint8Array => {
  const head = 46;
  const bytes = new Uint8Array(head + samples.length);
  const view = new DataView(bytes.buffer);
  const text = (at: number, name: string): void => {
    for (let i = 0; i < name.length; i += 1) bytes[at + i] = name.charCodeAt(i);
  };
  text(0, 'RIFF');
  view.setUint32(4, head - 8 + samples.length, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 18, true);
  view.setUint16(20, MU_LAW, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(38, 'data');
  view.setUint32(42, samples.length, true);
  samples.forEach((sample, i) => {
    bytes[head + i] = toMuLaw(sample);
  });
  return bytes;
};
