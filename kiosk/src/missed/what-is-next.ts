/** What somebody is told whose missed ticket is back in line, as the hall has put it there. Rules: MISS-15. */
import type { BackInLine } from '@tingxu/contract/rest';
import type { KioskI18n } from '../texts.ts';

type Words = Pick<
  KioskI18n['t']['kiosk'],
  'nextSoon' | 'nextInTurn' | 'nextLast' | 'nextAfter' | 'nextAfterShort'
>;

export const whatIsNext = (words: Words, back: BackInLine | undefined, short = false): string => {
  if (back?.place === 'last') return words.nextLast;
  if (back && back.hold > 0) return (short ? words.nextAfterShort : words.nextAfter)(back.hold);
  return back && back.ahead > 0 ? words.nextInTurn : words.nextSoon;
};
