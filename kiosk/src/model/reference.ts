/**
 * The reference of a booking as it is typed: eight signs that cannot be misread; bookings of before have
 * sixteen. Pure. Rules: BOOK-1.
 */
import { REFERENCE_SIGNS } from '@tingxu/contract/code-signs';

/** The signs of the pad, in the order in which people look for them. */
export const SIGNS: readonly string[] = [...REFERENCE_SIGNS];
const LENGTH = 8;
const EARLIER_LENGTH = 16;
const GROUP = 4;

export const typeSign = (typed: string, key: string): string =>
  SIGNS.includes(key) && typed.length < EARLIER_LENGTH ? typed + key : typed;

export const eraseSign = (typed: string): string => typed.slice(0, -1);

/** Null while it is no reference: only signs of the pad are ever typed. */
export const referenceOf = (typed: string): string | null =>
  typed.length === LENGTH || typed.length === EARLIER_LENGTH ? typed : null;

/** In groups, as it is printed: `7K3M PQ9T`. */
export const groupsOf = (typed: string): readonly string[] =>
  Array.from({ length: Math.ceil(typed.length / GROUP) }, (_, index) =>
    typed.slice(index * GROUP, (index + 1) * GROUP),
  );
