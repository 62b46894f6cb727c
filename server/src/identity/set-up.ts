/**
 * The code with which the first admin is made: told on the console only, for half an hour, then
 * another. Its eighty bits cannot be tried out in that time, so wrong tries cost it nothing: whoever could void
 * it by them would keep everybody from setting up. Nothing of it is written anywhere. Rules: AUTH-16. Source: SEC-14.
 */
import { timingSafeEqual } from 'node:crypto';
import type { Instant } from '@tingxu/contract/ids';
import { newSigns } from './signs.ts';

const GROUPS = 4;
const PER_GROUP = 4;
/** Units: ms. */
const VALID_MS = 30 * 60_000;

export type SetUp = {
  /** Begins with a code, told to `tell`, and with another one when that is too old. */
  readonly begin: (tell: (code: string) => void) => void;
  /** Whether this is the code now. */
  readonly tryCode: (given: string) => boolean;
  readonly end: () => void;
};

const newCode = (): string => Array.from({ length: GROUPS }, () => newSigns(PER_GROUP)).join('-');

/** However somebody types it: small letters, without or with other dashes. */
const signsOf = (code: string): string => code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');

const same = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

export function openSetUp(now: () => Instant): SetUp {
  let telling: ((code: string) => void) | null = null;
  let current: { code: string; until: Instant } | null = null;
  const renew = (): void => {
    current = { code: newCode(), until: now() + VALID_MS };
    telling?.(current.code);
  };
  return {
    begin(tell) {
      telling = tell;
      renew();
    },
    tryCode(given) {
      if (!current) return false;
      if (now() < current.until) return same(signsOf(current.code), signsOf(given));
      renew();
      return false;
    },
    end() {
      current = null;
      telling = null;
    },
  };
}
