/**
 * What a phone that stood in the hall a moment ago takes its ticket with. A pass is the key of that one
 * command: whoever sends it again gets the same ticket, also after a restart. Rules: PHONE-2. Source: SEC-08.
 */
import { createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import { CommandId, type HallId, type Instant } from '@tingxu/contract/ids';

/** Enough to read what every service asks for. Units: ms. */
export const PASS_MS = 600_000;
const PROOF_BYTES = 16;
const RANDOM_BYTES = 12;
const PASS = /^phone\.([A-Za-z0-9_-]{16})\.([0-9a-z]{6,10})\.([A-Za-z0-9_-]{22})$/;

export type PhonePasses = {
  readonly make: (hall: HallId, endsAt: Instant) => CommandId;
  /** Until when it is good; null for what this server has not made for the hall. Never throws. */
  readonly endOf: (hall: HallId, pass: string) => Instant | null;
};

export const phonePasses = (secret: Buffer): PhonePasses => {
  const key = createSecretKey(secret);
  const proofOf = (hall: HallId, random: string, end: string): Buffer =>
    createHmac('sha256', key)
      .update(`pass ${hall} ${random} ${end}`)
      .digest()
      .subarray(0, PROOF_BYTES);
  return {
    make: (hall, endsAt) => {
      const random = randomBytes(RANDOM_BYTES).toString('base64url');
      const end = endsAt.toString(36);
      const proof = proofOf(hall, random, end).toString('base64url');
      return CommandId.parse(`phone.${random}.${end}.${proof}`);
    },
    endOf: (hall, pass) => {
      const [, random = '', end = '', proof = ''] = PASS.exec(pass) ?? [];
      // As text: several texts stand for the same bytes, and each would be the key of another ticket.
      const made = proofOf(hall, random, end).toString('base64url');
      if (proof.length !== made.length) return null;
      if (!timingSafeEqual(Buffer.from(proof), Buffer.from(made))) return null;
      return Number.parseInt(end, 36);
    },
  };
};
