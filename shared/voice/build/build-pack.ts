/**
 * `npm run voice:build`: makes the clips of the pack from pack/texts.tsv. Needs Debian's espeak-ng and sox
 * as programs (`apt-get install espeak-ng sox`); what they make carries no licence of theirs. Nobody needs
 * either to run the product: the clips are in the repository.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chimeAt } from './chime.ts';
import { lengthMsOf, louder, loudnessOf, peakOf } from './loudness.ts';
import { type ClipText, clipTexts, PACK_FOLDER } from './texts.ts';
import { readWav, type Sound, writeMuLaw } from './wav.ts';

const RATE = 16_000;
/** What a peak may be after rounding to μ-law, a little below the limit of −1. Units: dBFS. */
const PEAK = -1.8;
/** Louder than speech at a counter, with room for peaks. Units: LUFS. */
const LOUDEST = -15;
/** Words a minute of espeak-ng: sentences, the short pieces that are joined, and the signs of a number. */
const SENTENCE_PACE = '165';
const PIECE_PACE = '175';
/** At most four of them a second (ACC-11). */
const SIGN_PACE = '152';
const SIGN = /^(d\d|yao|letter-\w)$/;

const TRIM = [
  'silence',
  '1',
  '0.005',
  '0.6%',
  'reverse',
  'silence',
  '1',
  '0.005',
  '0.6%',
  'reverse',
];
const SOFT_EDGES = ['reverse', 'fade', 'q', '0.008', 'reverse', 'fade', 'q', '0.004'];

const paceOf = ({ clip, text }: ClipText): string => {
  if (SIGN.test(clip)) return SIGN_PACE;
  return text.length > 20 ? SENTENCE_PACE : PIECE_PACE;
};

const spoken = (row: ClipText, folder: string): Sound => {
  const { voice, text } = row;
  const raw = join(folder, 'raw.wav');
  const trimmed = join(folder, 'trimmed.wav');
  execFileSync('espeak-ng', ['-v', voice, '-s', paceOf(row), '-p', '48', '-w', raw, text]);
  execFileSync('sox', [
    ...[raw, '-r', String(RATE), '-c', '1', '-b', '16', trimmed],
    ...[
      'gain',
      '-6',
      'highpass',
      '110',
      'compand',
      '0.005,0.08',
      '6:-45,-45,-30,-22,0,-9',
      '0',
      '-90',
      '0.005',
    ],
    ...[...TRIM, ...SOFT_EDGES],
  ]);
  return readWav(readFileSync(trimmed));
};

const folder = mkdtempSync(join(tmpdir(), 'tingxu-voice-'));
const made = clipTexts().map((row) => ({ row, sound: spoken(row, folder) }));
rmSync(folder, { recursive: true });

/** As loud as the one with the highest peaks can be. */
const target = made.reduce(
  (least, { sound }) => Math.min(least, loudnessOf(sound) - peakOf(sound) + PEAK),
  LOUDEST,
);
const manifest: Record<string, Record<string, number>> = {};
const keep = (language: string, clip: string, sound: Sound): void => {
  mkdirSync(join(PACK_FOLDER, language), { recursive: true });
  writeFileSync(join(PACK_FOLDER, language, `${clip}.wav`), writeMuLaw(sound));
  manifest[language] = { ...manifest[language], [clip]: lengthMsOf(sound) };
};
for (const { row, sound } of made) {
  keep(row.language, row.clip, louder(sound, target - loudnessOf(sound)));
}
const chime = chimeAt(RATE);
for (const language of Object.keys(manifest)) {
  keep(language, 'chime', louder(chime, target - loudnessOf(chime)));
}
writeFileSync(join(PACK_FOLDER, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`${made.length} clips at ${target.toFixed(1)} LUFS`);
