/** What a pack of clips holds: how long each takes, by language and name. */
import type { PublicLocale } from '@tingxu/contract/locale';
import { CLIP_GAP_MS, COMMA, COMMA_MS } from '@tingxu/contract/voice';

/** Units: ms. */
export type Clips = Readonly<Record<string, number>>;
export type Pack = Readonly<Record<PublicLocale, Clips>>;

/** The tone before the words, the same in each language. */
export const CHIME = 'chime';
/** A clip that no pack has: nothing is heard, the rest is said. Units: ms. */
const UNKNOWN_MS = 0;

/** How long a list of clips takes. Units: ms. */
export const lengthOf = (pack: Pack, language: PublicLocale, clips: readonly string[]): number =>
  clips.reduce((sum, clip) => sum + stepOf(pack, language, clip), 0);

/** What one clip takes in a list, with the gap after it. Units: ms. */
export const stepOf = (pack: Pack, language: PublicLocale, clip: string): number =>
  clip === COMMA ? COMMA_MS : (pack[language][clip] ?? UNKNOWN_MS) + CLIP_GAP_MS;
