/**
 * The languages of the board: the first one leads, a second one stands beside it where there is room
 * and takes turns where there is none.
 */
import { computed, type ReadonlySignal } from '@preact/signals';
import type { Instant } from '@tingxu/contract/ids';
import { board } from '@tingxu/i18n/board';
import { common } from '@tingxu/i18n/common';
import { createPublicI18n, type I18n } from '@tingxu/i18n/create-i18n';
import type { PublicLocale } from '@tingxu/i18n/locale';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CallTexts } from './model/text-width.ts';
import { turnOf } from './model/turns.ts';

export const areas = { common, board };
export type BoardI18n = I18n<typeof areas, PublicLocale>;

export type Languages = {
  readonly first: BoardI18n;
  readonly second: BoardI18n | null;
  /** The one whose turn it is. */
  readonly turn: ReadonlySignal<BoardI18n>;
  setZone(zone: string): void;
};

export const createLanguages = (
  [first, second]: readonly [PublicLocale] | readonly [PublicLocale, PublicLocale],
  now: ReadonlySignal<Instant>,
  root: { lang: string },
): Languages => {
  const one = createPublicI18n(areas, first, { root });
  const other = second === undefined ? null : createPublicI18n(areas, second);
  const spoken = other ? [one, other] : [one];
  return {
    first: one,
    second: other,
    turn: computed(() => spoken[turnOf(now.value, spoken.length)] ?? one),
    setZone: (zone) => {
      for (const { zone: itsZone } of spoken) itsZone.value = zone;
    },
  };
};

const Context = createContext<Languages | null>(null);
export const LanguagesProvider = Context.Provider;

export const useLanguages = (): Languages => {
  const languages = useContext(Context);
  if (!languages) throw new Error('useLanguages needs a LanguagesProvider above it');
  return languages;
};

/** What a call says on one line in that language. */
export const callTexts = (number: string, label: string, { t }: BoardI18n): CallTexts => ({
  ...{ number, label },
  words: t.board.counter(label).replace(label, '').trim(),
});
