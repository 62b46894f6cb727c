import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PublicLocale } from '@tingxu/contract/locale';
import { describe, expect, it } from 'vitest';
import { lengthOf, type Pack } from '../src/pack.ts';
import { callSentence } from '../src/sentence.ts';
import { chanceOf } from '../testing/chance.ts';
import { judgePack } from './judge-pack.ts';
import { edgesMsOf, lengthMsOf, louder, loudnessOf, peakOf } from './loudness.ts';
import { mix } from './mix.ts';
import { type PackFile, readPack } from './read-pack.ts';
import { clipTexts, PACK_FOLDER } from './texts.ts';
import { readWav, type Sound, writeMuLaw } from './wav.ts';

const FILES = readPack(PACK_FOLDER);
const WANTED = [
  ...clipTexts(),
  ...PublicLocale.options.map((language) => ({ language, clip: 'chime' })),
];
const MANIFEST: Pack = JSON.parse(readFileSync(join(PACK_FOLDER, 'manifest.json'), 'utf8'));

const soundOf = (language: string, clip: string): Sound => {
  const file = FILES.find((row) => row.language === language && row.clip === clip);
  if (!file || typeof file.sound === 'string') throw new Error(`no ${language}/${clip}`);
  return file.sound;
};
const bent = (clip: string, change: (sound: Sound) => Sound): readonly PackFile[] =>
  FILES.map((file) =>
    file.clip === clip && typeof file.sound !== 'string'
      ? { ...file, sound: change(file.sound) }
      : file,
  );
const tone = (hertz: number, rate = 48_000): Sound => ({
  rate,
  samples: Float64Array.from({ length: rate }, (_, i) =>
    Math.sin((2 * Math.PI * hertz * i) / rate),
  ),
});

describe('the meter', () => {
  it('reads a full tone of 997 Hz as −3.01 LUFS at every rate, and its peak as 0 dBFS', () => {
    for (const rate of [16_000, 44_100, 48_000]) {
      expect(loudnessOf(tone(997, rate))).toBeCloseTo(-3.01, 1);
      expect(peakOf(tone(997, rate))).toBeCloseTo(0, 2);
    }
  });
  it('hears deep tones less and high ones more', () => {
    expect(loudnessOf(tone(30))).toBeLessThan(-8);
    expect(loudnessOf(tone(5_000))).toBeGreaterThan(0);
  });
});

describe('a WAV file of μ-law', () => {
  it('is read as it was written, within what μ-law rounds', () => {
    const sound = louder(tone(440, 16_000), -6);
    const back = readWav(writeMuLaw(sound));
    expect(back.rate).toBe(16_000);
    back.samples.forEach((sample, i) => {
      const was = sound.samples[i] ?? 0;
      if (Math.abs(sample - was) > 0.04 * Math.abs(was) + 0.001) expect(sample).toBe(was);
    });
  });
});

describe('the pack of clips', () => {
  it('has every clip that is said, none above −1 dBFS, all within 1.5 LU, none with silent edges', () => {
    expect(judgePack(FILES, WANTED)).toEqual([]);
    const levels = FILES.map(({ sound }) => (typeof sound === 'string' ? 0 : loudnessOf(sound)));
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThanOrEqual(1.5);
  });

  it('says what is missing, too loud, uneven, too long or silent', () => {
    const judged = (files: readonly PackFile[]): string => judgePack(files, WANTED).join('\n');
    expect(judged(FILES.filter(({ clip }) => clip !== 'd7'))).toContain('zh-CN/d7.wav is missing');
    expect(judged(bent('d7', (sound) => louder(sound, 20)))).toContain('en/d7.wav is too loud');
    expect(judged(bent('d7', (sound) => louder(sound, -3)))).toContain('LU louder than');
    const padded = ({ rate, samples }: Sound): Sound => ({
      rate,
      samples: Float64Array.from(
        { length: samples.length + rate * 2 },
        (_, i) => samples[i - rate] ?? 0,
      ),
    });
    expect(judged(bent('d7', padded))).toMatch(/en\/d7\.wav is too long/);
    expect(judged(bent('d7', padded))).toMatch(/ms of silence at an edge/);
  });

  it('lasts as long as its list says', () => {
    for (const { language, clip } of WANTED) {
      expect(MANIFEST[language][clip], `${language}/${clip}`).toBe(
        lengthMsOf(soundOf(language, clip)),
      );
    }
  });

  it('VOICE-12 200 random numbers in three languages: level, length, silence between, order', () => {
    const chance = chanceOf(12);
    const has = (): boolean => false;
    for (let i = 0; i < 200; i += 1) {
      const letter = 'ABCDEFGHJKLMNPRTUVWXY'[chance.between(0, 20)] ?? 'A';
      const number = `${letter}${String(chance.between(1, 999)).padStart(3, '0')}`;
      const label = String(chance.between(1, 40));
      for (const language of PublicLocale.options) {
        const { clips } = callSentence([{ number, counter: label, label }], language, {
          one: 'yao',
          has,
        });
        for (const clip of clips)
          expect(MANIFEST[language][clip], `${language}/${clip}`).toBeGreaterThan(0);
        const sound = mix(clips, (clip) => soundOf(language, clip), 16_000);
        expect(peakOf(sound)).toBeLessThanOrEqual(-1);
        const level = i % 8 === 0 ? loudnessOf(sound) - loudnessOf(soundOf(language, 'lead')) : 0;
        expect(Math.abs(level)).toBeLessThan(2);
        const ms = lengthMsOf(sound);
        expect(Math.abs(ms - lengthOf(MANIFEST, language, clips))).toBeLessThan(2 * clips.length);
        expect(ms).toBeLessThan(6_500);
        const { before, after } = edgesMsOf(sound);
        expect(before).toBeLessThan(60);
        expect(after).toBeLessThan(100);
        // One sign after another: at most four syllables a second.
        const spelled = clips.slice(1, clips.indexOf('go-to'));
        expect(lengthOf(MANIFEST, language, spelled) / spelled.length).toBeGreaterThan(210);
      }
    }
  });
});
