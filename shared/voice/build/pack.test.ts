import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chanceOf } from '@tingxu/chance/chance';
import { PublicLocale } from '@tingxu/contract/locale';
import { describe, expect, it } from 'vitest';
import type { Pack } from '../src/pack.ts';
import { judgePack } from './judge-pack.ts';
import { lengthMsOf, louder, loudnessOf, peakOf } from './loudness.ts';
import { measureCalls, type NumberFigures, type Parts, randomCall } from './measure-numbers.ts';
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

  const parts: Parts = { pack: MANIFEST, soundOf, join: mix };
  /** The same two hundred numbers each time. */
  const measured = (language: PublicLocale, changed: Partial<Parts> = {}, count = 200) => {
    const chance = chanceOf(12);
    return Array.from({ length: count }, () =>
      measureCalls([randomCall(chance)], language, { ...parts, ...changed }),
    );
  };
  /** Two or three in a sentence. */
  const merged = (language: PublicLocale, changed: Partial<Parts> = {}, count = 100) => {
    const chance = chanceOf(8);
    return Array.from({ length: count }, () => {
      const calls = Array.from({ length: chance.between(2, 3) }, () => randomCall(chance));
      return measureCalls(calls, language, { ...parts, ...changed });
    });
  };
  const spreadOf = (all: readonly NumberFigures[]): number => {
    const levels = all.map(({ level }) => level);
    return Math.max(...levels) - Math.min(...levels);
  };
  const worst = (all: readonly NumberFigures[], of: (row: NumberFigures) => number): number =>
    Math.max(...all.map(of));

  it.each(PublicLocale.options)(
    'VOICE-12 200 random numbers in %s: level, length, silence, pace, order',
    (language) => {
      const all = measured(language);
      expect(all.filter(({ inOrder }) => !inOrder)).toEqual([]);
      expect(worst(all, ({ peak }) => peak)).toBeLessThanOrEqual(-1);
      expect(spreadOf(all)).toBeLessThanOrEqual(1.5);
      expect(worst(all, ({ ms }) => ms)).toBeLessThan(6_500);
      expect(worst(all, ({ before }) => before)).toBeLessThan(60);
      expect(worst(all, ({ after }) => after)).toBeLessThan(100);
      // Inside a sentence no gap that one might take for its end.
      expect(worst(all, ({ silenceMs }) => silenceMs)).toBeLessThan(250);
      expect(worst(all, ({ pace }) => pace)).toBeLessThanOrEqual(4);
    },
  );

  it.each(PublicLocale.options)(
    'VOICE-8, VOICE-12 100 sentences of two or three numbers in %s: level, silence, pace, order',
    (language) => {
      const all = merged(language);
      expect(all.filter(({ inOrder }) => !inOrder)).toEqual([]);
      expect(worst(all, ({ peak }) => peak)).toBeLessThanOrEqual(-1);
      expect(worst(all, ({ before }) => before)).toBeLessThan(60);
      expect(worst(all, ({ after }) => after)).toBeLessThan(100);
      // A comma is heard, and is no end.
      expect(worst(all, ({ silenceMs }) => silenceMs)).toBeGreaterThan(200);
      expect(worst(all, ({ silenceMs }) => silenceMs)).toBeLessThan(350);
      expect(worst(all, ({ pace }) => pace)).toBeLessThanOrEqual(4);
    },
  );

  it('measures no sentence without a way', () => {
    const lost = { number: 'A001', counter: 'vip', label: '贵宾' };
    expect(() => measureCalls([lost], 'zh-CN', parts)).toThrow(/no way/);
  });

  it('finds clips in the wrong order, too loud, uneven and with holes', () => {
    const swapped: Parts['join'] = ([first = '', second = '', ...rest], of, rate) =>
      mix([second, first, ...rest], of, rate);
    const control = (join: Parts['join']) => measured('zh-CN', { join }, 3);
    expect(control(swapped).some(({ inOrder }) => inOrder)).toBe(false);
    const loud: Parts['join'] = (...of) => louder(mix(...of), 12);
    expect(worst(control(loud), ({ peak }) => peak)).toBeGreaterThan(-1);
    let turn = 0;
    const uneven: Parts['join'] = (...of) => louder(mix(...of), -3 * (turn++ % 2));
    expect(spreadOf(control(uneven))).toBeGreaterThan(1.5);
    const holed: Parts['join'] = (clips, of, rate) => mix([...clips, ',', ','], of, rate);
    expect(worst(control(holed), ({ silenceMs }) => silenceMs)).toBeGreaterThan(250);
    const long: Parts['join'] = (clips, of, rate) =>
      mix(
        clips.flatMap((clip) => (clip === ',' ? [',', ','] : [clip])),
        of,
        rate,
      );
    const commas = merged('zh-CN', { join: long }, 3);
    expect(worst(commas, ({ silenceMs }) => silenceMs)).toBeGreaterThan(350);
  });
});
