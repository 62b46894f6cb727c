/**
 * What a device signs to prove that it holds its key: 256 random bits with the hall and the device in them,
 * for a minute, once. Rules: AUTH-18. Source: SEC-17.
 */
import { createPublicKey, type JsonWebKey, randomBytes, verify } from 'node:crypto';
import type { DeviceKey, PairedDeviceId } from '@tingxu/contract/identity';
import type { HallId, Instant } from '@tingxu/contract/ids';

/** Units: ms. */
const CHALLENGE_MS = 60_000;
/** More than one, so that nobody who knows a device's id takes its challenge away by asking. */
const PER_DEVICE = 8;

export type Challenges = {
  readonly make: (hall: HallId, device: PairedDeviceId) => string;
  /** Whether this one was made for the device and is still good. From now on it is not. */
  readonly take: (device: PairedDeviceId, challenge: string) => boolean;
};

type Open = { readonly challenge: string; readonly until: Instant };

export function openChallenges(now: () => Instant): Challenges {
  const open = new Map<PairedDeviceId, readonly Open[]>();
  const of = (device: PairedDeviceId): readonly Open[] =>
    (open.get(device) ?? []).filter(({ until }) => now() < until);
  return {
    make(hall, device) {
      const challenge = `tingxu-device:${hall}:${device}:${randomBytes(32).toString('base64url')}`;
      const before = of(device).slice(1 - PER_DEVICE);
      open.set(device, [...before, { challenge, until: now() + CHALLENGE_MS }]);
      return challenge;
    },
    take(device, challenge) {
      const known = of(device);
      const others = known.filter((one) => one.challenge !== challenge);
      if (others.length > 0) open.set(device, others);
      else open.delete(device);
      return others.length < known.length;
    },
  };
}

/** As node types it, with an index. */
const publicKeyOf = ({ kty, crv, x, y }: DeviceKey): ReturnType<typeof createPublicKey> => {
  const key: JsonWebKey = { kty, crv, x, y };
  return createPublicKey({ key, format: 'jwk' });
};

/** Whether the numbers are a point of the curve. */
export const isKey = (key: DeviceKey): boolean => {
  try {
    publicKeyOf(key);
    return true;
  } catch {
    return false;
  }
};

/** As WebCrypto signs: the two numbers one after the other. */
export const isSignedBy = (key: DeviceKey, challenge: string, signature: string): boolean =>
  verify(
    'sha256',
    Buffer.from(challenge),
    { key: publicKeyOf(key), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
