/**
 * What an agent makes of a card: a keyed hash, a name that says nobody, a year, and whatever the bank says of such
 * cards. The number ends here. Rules: CARD-1. Stands alone: an agent's machine has Node and this folder.
 */
import { createHmac } from 'node:crypto';

/** A card as a reader's own program tells it, one line of JSON each. */
export type RawCard = {
  readonly number: string;
  readonly name?: string;
  /** As it stands on the card: begins with the year. */
  readonly birthDate?: string;
};

/** All that leaves the agent. */
export type Card = {
  readonly hash: string;
  readonly maskedName: string | null;
  readonly birthYear: number | null;
  /** Of the kind of card, and of no customer; the directory has the last word. */
  readonly classHint: string | null;
};

/** Beginnings of numbers, and what cards that begin so are. */
export type Hints = Readonly<Record<string, string>>;

/** What readers put between the signs of a number. */
const BETWEEN = /[\s\p{Pd}._]/gu;
const NUMBER = /^[\p{L}\p{N}]{4,40}$/u;

/** As the server spells it: no gaps, capital letters, no full-width forms. */
const spelt = (number: string): string =>
  number.normalize('NFKC').replaceAll(BETWEEN, '').toUpperCase();

const textIn = (raw: object, name: string): string | undefined => {
  const value: unknown = Object.getOwnPropertyDescriptor(raw, name)?.value;
  return typeof value === 'string' ? value : undefined;
};

/** Null for anything but a card. Nothing of it is told to anybody. */
export const rawCardIn = (line: string): RawCard | null => {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof raw !== 'object' || raw === null) return null;
  const number = textIn(raw, 'number');
  if (number === undefined || !NUMBER.test(spelt(number))) return null;
  const [name, birthDate] = [textIn(raw, 'name'), textIn(raw, 'birthDate')];
  return { number, ...(name && { name }), ...(birthDate && { birthDate }) };
};

/** The first sign and stars; of names that letters spell, of the family name alone. */
export const masked = (name: string): string | null => {
  const [first, ...rest] = [...name.normalize('NFKC').trim()];
  if (first === undefined || !/\p{L}/u.test(first)) return null;
  const isSpelt = /\p{Script=Latin}/u.test(first);
  return `${first}${'*'.repeat(isSpelt ? 1 : Math.min(Math.max(rest.length, 1), 3))}`;
};

const yearIn = (birthDate: string): number | null => {
  const year = Number(/^\s*(\d{4})/.exec(birthDate)?.[1]);
  return year >= 1880 && year <= 2200 ? year : null;
};

const hintFor = (hints: Hints, number: string): string | null => {
  const fits = Object.keys(hints).filter((begin) => number.startsWith(begin));
  const longest = fits.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? null : (hints[longest] ?? null);
};

export const cardOf = (key: Buffer, hints: Hints, { number, name, birthDate }: RawCard): Card => {
  const plain = spelt(number);
  return {
    hash: createHmac('sha256', key).update(plain, 'utf8').digest('hex'),
    maskedName: name === undefined ? null : masked(name),
    birthYear: birthDate === undefined ? null : yearIn(birthDate),
    classHint: hintFor(hints, plain),
  };
};
