/** A ticket number as it is typed: one letter of the hall, then digits. Pure. Rules: NUM-2. */
import { TicketNumber } from '@tingxu/contract/ids';
import type { Problem } from '@tingxu/contract/problems';
import { TicketState } from '@tingxu/contract/views';

const MOST_DIGITS = 6;

/** What is typed after another key; a key that does not fit changes nothing. */
export const typeKey = (typed: string, key: string): string => {
  if (typed === '') return /^[A-Z]$/.test(key) ? key : typed;
  const fits = /^\d$/.test(key) && typed.length <= MOST_DIGITS;
  return fits ? typed + key : typed;
};

export const eraseKey = (typed: string): string => typed.slice(0, -1);

/** Null while it is no number yet. */
export const numberOf = (typed: string): TicketNumber | null => {
  const number = TicketNumber.safeParse(typed);
  return number.success ? number.data : null;
};

/** Why a number was not taken back: a state that needs no return, or the code of the refusal. */
export type Refusal =
  | { readonly kind: 'not-missed'; readonly state: Exclude<TicketState, 'missed'> }
  | { readonly kind: 'problem'; readonly code: Problem['code'] };

export const refusalOf = ({ code, state }: Problem): Refusal => {
  const live = TicketState.safeParse(state).data;
  if (code === 'ticket-not-in-state' && live !== undefined && live !== 'missed') {
    return { kind: 'not-missed', state: live };
  }
  return { kind: 'problem', code };
};
