/** The list of clips that a pack has. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PublicLocale } from '@tingxu/contract/locale';

export const PACK_FOLDER = join(import.meta.dirname, '..', 'pack');

export type ClipText = {
  readonly language: PublicLocale;
  readonly clip: string;
  readonly voice: string;
  readonly text: string;
};

export const clipTexts = (): readonly ClipText[] =>
  readFileSync(join(PACK_FOLDER, 'texts.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): ClipText => {
      const [language, clip = '', voice = '', text = ''] = line.split('\t');
      return { language: PublicLocale.parse(language), clip, voice, text };
    });
