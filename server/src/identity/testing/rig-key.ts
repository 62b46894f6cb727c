/** A device of a rig, with a key as a browser makes one: it signs and is not given away. */
import { webcrypto } from 'node:crypto';
import { DeviceKey } from '@tingxu/contract/identity';

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export type RigKey = {
  readonly key: DeviceKey;
  readonly sign: (challenge: string) => Promise<string>;
};

export async function rigKey(): Promise<RigKey> {
  const pair = await webcrypto.subtle.generateKey(P256, false, ['sign', 'verify']);
  const { kty, crv, x, y } = await webcrypto.subtle.exportKey('jwk', pair.publicKey);
  return {
    key: DeviceKey.parse({ kty, crv, x, y }),
    async sign(challenge) {
      const how = { name: 'ECDSA', hash: 'SHA-256' };
      const bytes = new TextEncoder().encode(challenge);
      const signature = await webcrypto.subtle.sign(how, pair.privateKey, bytes);
      return Buffer.from(signature).toString('base64url');
    },
  };
}
