/** The table by which Hong Kong reads our texts: a dictionary of Chinese signs and phrases, and our glossary. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DictLike, Trie } from 'opencc-js/core';
import { from, to } from 'opencc-js/preset/cn2t';
import { type HongKongTable, rewriteBy } from '../src/hong-kong-words.ts';
import { staffPieces } from './our-texts.ts';

export const COMMAND = 'npm run words:hk';
export const TABLE_FILE = join(import.meta.dirname, '..', 'src', 'hong-kong-table.ts');
const GLOSSARY_FILE = join(import.meta.dirname, 'hong-kong-glossary.txt');

type Word = readonly [from: string, to: string];

/** Rejects: a line that is no pair. */
export const readGlossary = (text: string): readonly Word[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line): Word => {
      const [word, own, ...rest] = line.split('=').map((part) => part.trim());
      const fits = word && own && rest.length === 0 && !/\s/.test(word + own);
      if (!fits) throw new Error(`No pair in the glossary: ${line}`);
      return [word, own];
    });

export const ourGlossary = (): readonly Word[] => readGlossary(readFileSync(GLOSSARY_FILE, 'utf8'));

const trieOf = (dictionaries: readonly DictLike[]): Trie => {
  const trie = new Trie();
  trie.loadDictGroup([...dictionaries]);
  return trie;
};

const dictionariesOf = (
  groups: readonly (readonly DictLike[])[] | undefined,
): readonly DictLike[] => {
  if (!groups) throw new Error('The dictionary has no such language');
  return groups.flat();
};

/** A text cut into the words of the dictionary and the glossary, the longest first. */
type Cut = (text: string) => readonly Word[];

const traditional = trieOf(dictionariesOf(from['cn']));
/** Of the two ways of writing a sign the one that both Hong Kong and Taiwan type: 說, 戶, 啟. */
const variants = trieOf(['裏 裏|着 着|幺 幺|臺 台|檯 台', ...dictionariesOf(to['tw'])]);

export const cutBy = (glossary: readonly Word[]): Cut => {
  const own = trieOf([glossary]);
  return (text) => {
    const words: Word[] = [];
    for (let at = 0; at < text.length; ) {
      const ours = own.matchPrefix(text, at);
      const end = Math.max(ours?.end ?? 0, traditional.matchPrefix(text, at)?.end ?? at + 1);
      const word = text.slice(at, end);
      words.push([
        word,
        ours?.end === end ? ours.value : variants.convert(traditional.convert(word)),
      ]);
      at = end;
    }
    return words;
  };
};

/** Signs of the mainland that are right here all the same. */
const RIGHT = /台|若干/g;

/** Signs that the mainland writes and Hong Kong does not. */
export const simplifiedIn = (text: string): string =>
  [...text.replace(RIGHT, '')].filter((sign) => traditional.convert(sign) !== sign).join('');

const tableOf = (words: ReadonlyMap<string, string>): HongKongTable =>
  [...words]
    .map((word) => word.join('='))
    .sort()
    .join(' ');

/** Signs that are written otherwise, and words that are more than their signs. */
const wantedOf = (pieces: readonly string[], cut: Cut): ReadonlyMap<string, string> => {
  const wanted = new Map<string, string>();
  const bySign = (word: string): string =>
    [...word]
      .map((sign) =>
        cut(sign)
          .map(([, written]) => written)
          .join(''),
      )
      .join('');
  for (const [word, written] of pieces.flatMap(cut)) {
    for (const sign of word)
      for (const [one, own] of cut(sign)) if (one !== own) wanted.set(one, own);
    if (bySign(word) !== written) wanted.set(word, written);
  }
  return wanted;
};

const fullText = (cut: Cut, text: string): string =>
  cut(text)
    .map(([, written]) => written)
    .join('');

/** Pieces that the table writes otherwise than dictionary and glossary do. */
const wrongIn = (table: HongKongTable, pieces: readonly string[], cut: Cut): readonly string[] => {
  const rewrite = rewriteBy(table);
  return pieces.filter((piece) => rewrite(piece) !== fullText(cut, piece));
};

/** Made from these pieces alone. Rejects: pieces that no table of words can write. */
export const makeTable = (pieces = staffPieces(), glossary = ourGlossary()): HongKongTable => {
  const cut = cutBy(glossary);
  const words = new Map(wantedOf(pieces, cut));
  // A word that is no more than its signs may still keep a longer one from beginning within it.
  for (const piece of wrongIn(tableOf(words), pieces, cut)) {
    for (const [word, written] of cut(piece)) words.set(word, written);
  }
  const table = tableOf(words);
  const [wrong] = wrongIn(table, pieces, cut);
  if (wrong !== undefined) throw new Error(`Put a longer word into the glossary for: ${wrong}`);
  return table;
};

/** One sentence for each text that the table does not write as dictionary and glossary do. */
export const staleWords = (
  table: HongKongTable,
  pieces = staffPieces(),
  glossary = ourGlossary(),
): readonly string[] => {
  if (pieces.length === 0) return ['no text of ours was found'];
  const cut = cutBy(glossary);
  return wrongIn(table, pieces, cut).map(
    (piece) => `the words of Hong Kong are not those of “${piece}”: ${COMMAND}`,
  );
};
