/**
 * A browser where somebody has signed in before shows it by a mark, for that account alone. It opens nothing: it says
 * only whose wrong passphrases are counted together, so that whoever guesses from elsewhere does not hold off the
 * owner. Rules: AUTH-9. Source: SEC-02.
 */
import { createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Instant, StaffId } from '@tingxu/contract/ids';

/** Anew with each sign-in. Units: ms. */
export const MARK_MS = 90 * 86_400_000;
const PROOF_BYTES = 16;
const RANDOM_BYTES = 12;
const MARK = /^([A-Za-z0-9_-]{16})\.([0-9a-z]{6,10})\.([A-Za-z0-9_-]{22})$/;

export type KnownBrowsers = {
  readonly mark: (staff: StaffId, now: Instant) => string;
  /** Which browser of theirs it is; undefined for what this server has not made for them, or long ago. */
  readonly nameOf: (staff: StaffId, mark: string, now: Instant) => string | undefined;
};

export const knownBrowsers = (secret: Buffer): KnownBrowsers => {
  const key = createSecretKey(secret);
  const proofOf = (staff: StaffId, random: string, end: string): string =>
    createHmac('sha256', key)
      .update(`browser ${staff} ${random} ${end}`)
      .digest()
      .subarray(0, PROOF_BYTES)
      .toString('base64url');
  return {
    mark: (staff, now) => {
      const random = randomBytes(RANDOM_BYTES).toString('base64url');
      const end = (now + MARK_MS).toString(36);
      return `${random}.${end}.${proofOf(staff, random, end)}`;
    },
    nameOf: (staff, mark, now) => {
      const [, random = '', end = '', proof = ''] = MARK.exec(mark) ?? [];
      const made = proofOf(staff, random, end);
      if (proof.length !== made.length || now >= Number.parseInt(end, 36)) return undefined;
      return timingSafeEqual(Buffer.from(proof), Buffer.from(made))
        ? `browser ${random}`
        : undefined;
    },
  };
};
