/** The clips of a folder: `<language>/<clip>.wav`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PublicLocale } from '@tingxu/contract/locale';
import { NotAWav, readWav, type Sound } from './wav.ts';

export type PackFile = {
  readonly language: PublicLocale;
  readonly clip: string;
  /** What is wrong with the file, where it cannot be read. */
  readonly sound: Sound | string;
};

const soundIn = (file: string): Sound | string => {
  try {
    return readWav(readFileSync(file));
  } catch (error) {
    if (error instanceof NotAWav) return error.message;
    throw error;
  }
};

export const readPack = (folder: string): readonly PackFile[] =>
  PublicLocale.options.flatMap((language) => {
    const inside = join(folder, language);
    if (!existsSync(inside)) return [];
    return readdirSync(inside)
      .filter((name) => name.endsWith('.wav'))
      .sort()
      .map((name) => ({
        ...{ language, clip: name.slice(0, -'.wav'.length) },
        sound: soundIn(join(inside, name)),
      }));
  });
