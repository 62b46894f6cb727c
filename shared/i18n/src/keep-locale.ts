/** The language of a page: one signal, and the element whose `lang` follows it. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { PublicLocale } from './locale.ts';

/** So long a page waits for the words of its first language, then it is shown in the source. Units: ms. */
const FIRST_WORDS_MS = 1_500;

export type LocaleOptions<L extends PublicLocale> = {
  /** The element whose `lang` follows the language: `document.documentElement`. */
  readonly root?: { lang: string };
  /** Called after a change, to remember the choice. */
  readonly onChange?: (locale: L) => void;
};

export type KeptLocale<L extends PublicLocale> = {
  readonly locale: ReadonlySignal<L>;
  readonly setLocale: (locale: L) => void;
};

type ShownLocale<L extends PublicLocale> = KeptLocale<L> & {
  /** As `setLocale`, but nobody chose it. */
  readonly show: (locale: L) => void;
};

/** Where the words of every language are there. */
export const keepLocale = <L extends PublicLocale>(
  initialLocale: L,
  { root, onChange }: LocaleOptions<L>,
): ShownLocale<L> => {
  const locale = signal<L>(initialLocale);
  const show = (next: L): void => {
    locale.value = next;
    if (root) root.lang = next;
  };
  show(initialLocale);
  return {
    locale,
    show,
    setLocale(next) {
      show(next);
      onChange?.(next);
    },
  };
};

export type FetchedLocale<L extends PublicLocale> = KeptLocale<L> & {
  /** Resolves when the page can be shown: in its first language, or in the source where that is late. Never rejects. */
  readonly ready: Promise<void>;
};

const late = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, FIRST_WORDS_MS));

/**
 * Where the words of some are fetched when they are wanted: such a language is shown when they are
 * there, and without them the page goes on in the one that it has, at first the source.
 * `fetchWords`: null where nothing is needed or all of it is there.
 */
export const fetchLocale = <L extends PublicLocale>(
  [source, initialLocale]: readonly [L, L],
  fetchWords: (locale: L) => Promise<void> | null,
  options: LocaleOptions<L>,
): FetchedLocale<L> => {
  let asked = initialLocale;
  const come = (words: Promise<void>, show: (locale: L) => void): Promise<void> => {
    const own = asked;
    return words.then(
      () => {
        if (asked === own) show(own);
      },
      () => undefined,
    );
  };
  const first = fetchWords(initialLocale);
  const { locale, show, setLocale } = keepLocale(first === null ? initialLocale : source, options);
  return {
    locale,
    ready: first === null ? Promise.resolve() : Promise.race([come(first, show), late()]),
    setLocale(next) {
      asked = next;
      const words = fetchWords(next);
      if (words === null) setLocale(next);
      else void come(words, setLocale);
    },
  };
};
