/**
 * What a sign says, as pages of rows of text. It takes the fullest words that fit; a number is never cut.
 * Pure. Rules: LED-1, LED-7.
 */
import type { CounterId } from '@tingxu/contract/ids';
import type { PublicLocale } from '@tingxu/contract/locale';
import { sign as texts } from '@tingxu/i18n/sign';
import type { SignSize } from './dots.ts';
import { GLYPH_DOTS, textDots } from './glyphs.ts';
import type { SignFacts } from './sign-facts.ts';

export type SignRole = {
  readonly size: SignSize;
  readonly language: PublicLocale;
  /** Of a counter one row of letters as tall as the sign; of the calls so many rows. */
  readonly shows: { readonly counter: CounterId } | { readonly calls: true; readonly rows: number };
};

export type SignPage = readonly string[];

/** More would take longer to read than somebody waits for it. */
const MOST_PAGES = 4;

const rowsOf = ({ shows }: SignRole): number => ('calls' in shows ? shows.rows : 1);

/** How often a letter's dots are doubled so that the rows fill the sign. */
export const scaleOf = (role: SignRole): number =>
  Math.max(1, Math.floor(role.size.height / GLYPH_DOTS / rowsOf(role)));

type Fits = (text: string) => boolean;

const fullest = (choices: readonly (readonly string[])[], fits: Fits): readonly string[] =>
  choices.find((pages) => pages.every(fits)) ?? [];

const counterPages = (
  { counters }: SignFacts,
  counter: CounterId,
  language: PublicLocale,
): readonly (readonly string[])[] => {
  const words = texts[language];
  const found = counters.get(counter);
  if (!found) return [];
  const { label, number, state, pauseReason } = found;
  if (number !== null) {
    return state === 'serving' ? words.serving(number, label) : words.calling(number, label);
  }
  if (state === 'paused') return words.paused(label, pauseReason);
  return state === 'closed' ? words.closed(label) : words.free(label);
};

const callPages = (facts: SignFacts, role: SignRole, fits: Fits): readonly SignPage[] => {
  const words = texts[role.language];
  const rows = rowsOf(role);
  if (!facts.open) return [fullest(words.hallClosed, fits)];
  const { calling, serving } = facts;
  const shown = calling.length > 0 ? calling.slice(0, rows * MOST_PAGES) : serving.slice(0, rows);
  const lines = shown.flatMap(({ number, label }) => fullest(words.call(number, label), fits));
  if (lines.length === 0) return [fullest(words.noCalls, fits)];
  return Array.from({ length: Math.ceil(lines.length / rows) }, (_, page) =>
    lines.slice(page * rows, (page + 1) * rows),
  );
};

/** No page: the sign is dark, as over a counter of a hall that is closed. */
export const signPages = (facts: SignFacts, role: SignRole): readonly SignPage[] => {
  const most = role.size.width / scaleOf(role);
  const fits: Fits = (text) => textDots(text) <= most;
  const { shows, language } = role;
  const pages =
    'counter' in shows
      ? fullest(counterPages(facts, shows.counter, language), fits).map((text) => [text])
      : callPages(facts, role, fits);
  return pages.filter((page) => page.length > 0);
};
