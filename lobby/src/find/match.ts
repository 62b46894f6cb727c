/** Finds a ticket from as much of its number as somebody remembers. Pure. */

import type { HallProfile } from '@tingxu/contract/hall-profile';
import { TicketNumber } from '@tingxu/contract/ids';
import type { TicketRow } from '@tingxu/contract/views';

/** Longest number that can be typed: a letter and six digits. Rules: NUM-2. */
const LONGEST = 7;

/** One more key on what was typed; a letter always stands first and replaces another. */
export const typed = (text: string, key: string): string => {
  const isLetter = /^[A-Z]$/.test(key);
  const digits = text.replace(/^[A-Z]/, '');
  const letter = isLetter ? key : text.slice(0, text.length - digits.length);
  const next = isLetter ? letter + digits : text + key;
  return next.length > LONGEST ? text : next;
};

const partsOf = (number: string) => ({ letter: number.slice(0, 1), digits: number.slice(1) });

/**
 * Tickets in the hall that the typed text may mean: without a letter every series, and `31` finds
 * `A031`. What ends with the digits after zeros alone comes first.
 */
export const matches = (text: string, tickets: readonly TicketRow[]): TicketRow[] => {
  const letter = /^[A-Z]/.exec(text)?.[0] ?? '';
  const digits = text.slice(letter.length);
  if (letter === '' && digits === '') return [];
  const whole = (row: TicketRow): boolean => Number(partsOf(row.number).digits) === Number(digits);
  return tickets
    .filter((row) => {
      const parts = partsOf(row.number);
      return (letter === '' || parts.letter === letter) && parts.digits.includes(digits);
    })
    .sort(
      (a, b) =>
        Number(digits !== '' && whole(b)) - Number(digits !== '' && whole(a)) ||
        a.number.slice(1).length - b.number.slice(1).length ||
        (a.number.slice(1) + a.number[0] < b.number.slice(1) + b.number[0] ? -1 : 1),
    );
};

/** The number that was typed in full, zeros completed; null when it is none. */
export const fullNumber = (text: string): TicketNumber | null => {
  const letter = /^[A-Z]/.exec(text)?.[0];
  const digits = text.slice(1);
  if (letter === undefined || digits === '') return null;
  return TicketNumber.safeParse(letter + digits.padStart(3, '0')).data ?? null;
};

/** Letters that numbers of this hall begin with. Rules: NUM-3. */
export const seriesLetters = (profile: HallProfile | null): readonly string[] => {
  if (!profile) return [];
  const configured = [...profile.lanes, ...profile.services].flatMap(({ series }) => series ?? []);
  return [...new Set<string>([...configured, ...(profile.letters ?? [])])].sort();
};
