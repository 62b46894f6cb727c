/**
 * The code that a hall shows to phones: made from a key of the data folder, the hall and the time, so that
 * nothing of it is kept, and told to the screens of the hall only. Rules: PHONE-1. Source: SEC-08.
 */
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { CODE_SIGNS } from '@tingxu/contract/code-signs';
import type { HallId, Instant } from '@tingxu/contract/ids';
import { PRESENCE_GOOD_MS, PRESENCE_SHOWN_MS, PresenceCode } from '@tingxu/contract/presence';
import { type PhonePasses, phonePasses } from './phone-passes.ts';

const LENGTH = 8;

export type PresenceCodes = {
  readonly shownAt: (hall: HallId, at: Instant) => PresenceCode;
  /** Whether the hall shows it, or has shown it a moment ago. */
  readonly isGood: (hall: HallId, code: PresenceCode, at: Instant) => boolean;
};

/** How long the code of this moment is still shown. Units: ms. */
export const changesIn = (at: Instant): number => PRESENCE_SHOWN_MS - (at % PRESENCE_SHOWN_MS);

const turnOf = (at: Instant): number => Math.floor(at / PRESENCE_SHOWN_MS);

export const presenceCodes = (secret: Buffer): PresenceCodes => {
  const key = createSecretKey(secret);
  const codeOf = (hall: HallId, turn: number): PresenceCode => {
    const digest = createHmac('sha256', key).update(`presence ${hall} ${turn}`).digest();
    // 32 signs divide 256, so each is as likely as the others.
    const signs = [...digest.subarray(0, LENGTH)].map(
      (byte) => CODE_SIGNS[byte % CODE_SIGNS.length],
    );
    return PresenceCode.parse(signs.join(''));
  };
  const same = (one: string, other: string): boolean =>
    timingSafeEqual(Buffer.from(one), Buffer.from(other));
  return {
    shownAt: (hall, at) => codeOf(hall, turnOf(at)),
    isGood: (hall, code, at) => {
      const now = turnOf(at);
      let good = false;
      for (let ago = 0; ago < PRESENCE_GOOD_MS / PRESENCE_SHOWN_MS; ago += 1) {
        good = same(codeOf(hall, now - ago), code) || good;
      }
      return good;
    },
  };
};

export type Presence = {
  readonly codes: PresenceCodes;
  readonly passes: PhonePasses;
  /** Where phones reach this server; null: where everybody does. */
  readonly origin: string | null;
};

/** Both ways in which a phone shows that it is, or just was, in the hall. */
export const presenceOf = (secret: Buffer, origin: string | null = null): Presence => ({
  codes: presenceCodes(secret),
  passes: phonePasses(secret),
  origin,
});
