/** The clips that boards say: those of the product, and a bank's own recordings in their place. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublicLocale } from '@tingxu/contract/locale';
import { lengthMsOf } from '@tingxu/voice/build/loudness';
import { readWav } from '@tingxu/voice/build/wav';
import type { Pack } from '@tingxu/voice/pack';
import { StartRefusal } from '../config/start-refusal.ts';
import { ROOT } from '../root.ts';

const OWN_PACK = join(ROOT, 'shared', 'voice', 'pack');

export type ClipFiles = {
  readonly pack: Pack;
  /** The file of a clip; null where there is none. */
  fileOf(language: PublicLocale, clip: string): string | null;
};

/** A name that can be nothing but a file of its folder. */
const CLIP_NAME = /^[a-z0-9][a-z0-9-]{0,63}$/i;

type Recorded = Readonly<Record<PublicLocale, Readonly<Record<string, number>>>>;

const recordedIn = (folder: string, language: PublicLocale): Record<string, number> => {
  const inside = join(folder, language);
  if (!existsSync(inside)) return {};
  const names = readdirSync(inside).filter((name) => name.endsWith('.wav'));
  return Object.fromEntries(
    names.map((name) => {
      try {
        return [name.slice(0, -4), lengthMsOf(readWav(readFileSync(join(inside, name))))];
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new StartRefusal(`The recording ${language}/${name} cannot be used: ${reason}.`);
      }
    }),
  );
};

/** Rejects: with `StartRefusal` where a recording cannot be read. */
export const clipsOf = (recordings: string | null): ClipFiles => {
  const shipped: Pack = JSON.parse(readFileSync(join(OWN_PACK, 'manifest.json'), 'utf8'));
  const own = (language: PublicLocale): Record<string, number> =>
    recordings === null ? {} : recordedIn(recordings, language);
  const recorded: Recorded = { 'zh-CN': own('zh-CN'), 'zh-HK': own('zh-HK'), en: own('en') };
  const both = (language: PublicLocale): Pack[PublicLocale] => ({
    ...shipped[language],
    ...recorded[language],
  });
  return {
    pack: { 'zh-CN': both('zh-CN'), 'zh-HK': both('zh-HK'), en: both('en') },
    fileOf: (language, clip) => {
      if (!CLIP_NAME.test(clip)) return null;
      const name = `${clip}.wav`;
      if (recordings !== null && clip in recorded[language])
        return join(recordings, language, name);
      return clip in shipped[language] ? join(OWN_PACK, language, name) : null;
    },
  };
};
