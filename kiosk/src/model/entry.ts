/** A ticket number as it is typed: one letter of the hall, then digits. Pure. Rules: NUM-2. */
import { type Instant, TicketNumber } from '@tingxu/contract/ids';
import type { Problem } from '@tingxu/contract/problem';
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

/** Why it was refused: a state that needs no return, a time that has not come, or a code. */
export type Refusal =
  | { readonly kind: 'not-missed'; readonly state: Exclude<TicketState, 'missed'> }
  | { readonly kind: 'too-early'; readonly fromAt: Instant }
  | { readonly kind: 'problem'; readonly code: Problem['code'] };

const MINUTE = 60_000;
/** By which the clocks of server and page may seem to differ. */
const SKEW_MS = 2_000;

export const refusalOf = (problem: Problem, now: Instant): Refusal => {
  const { code, state, retryAfterSeconds } = problem;
  if (code === 'check-in-too-early' && retryAfterSeconds !== undefined) {
    // In whole minutes, and none too early.
    const fromAt = Math.ceil((now + retryAfterSeconds * 1_000 - SKEW_MS) / MINUTE) * MINUTE;
    return { kind: 'too-early', fromAt };
  }
  const live = TicketState.safeParse(state).data;
  if (code === 'ticket-not-in-state' && live !== undefined && live !== 'missed') {
    return { kind: 'not-missed', state: live };
  }
  return { kind: 'problem', code };
};
