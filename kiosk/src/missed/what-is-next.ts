/** What somebody is told whose missed ticket is back in line, as the hall has put it there. Rules: MISS-15. */
import type { BackInLine } from '@tingxu/contract/rest';
import type { KioskI18n } from '../texts.ts';

type Words = Pick<KioskI18n['t']['kiosk'], 'nextSoon' | 'nextLast' | 'nextAfter'>;

export const whatIsNext = (words: Words, back: BackInLine | undefined): string => {
  if (back?.place === 'last') return words.nextLast;
  return back && back.hold > 0 ? words.nextAfter(back.hold) : words.nextSoon;
};
