/** The setting of single sign-on, with the secret from its file. Rules: AUTH-20. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Text } from '@tingxu/contract/ids';
import type { SignOnSetting } from '../sign-on/provider.ts';
import type { ConfigFile } from './config-file.ts';
import { isOpenToOthers } from './own-file.ts';
import { oneSentence, StartRefusal } from './start-refusal.ts';

const DEFAULT_CLAIM = 'preferred_username';

/** Rejects: StartRefusal where the file cannot be read, is empty, or others may read it. */
function secretIn(file: string): string {
  let secret: string;
  try {
    if (isOpenToOthers(file)) {
      throw new StartRefusal(`The secret ${file} may be read by others; give it mode 0600.`);
    }
    secret = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof StartRefusal) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartRefusal(`The secret of single sign-on cannot be read: ${oneSentence(reason)}.`);
  }
  if (secret === '') throw new StartRefusal(`The secret ${file} is empty.`);
  return secret;
}

/** Rejects: StartRefusal where a provider elsewhere is named without TLS. */
function requireTls(issuer: string): void {
  const { protocol, hostname } = new URL(issuer);
  if (protocol === 'https:' || hostname === '127.0.0.1' || hostname === 'localhost') return;
  throw new StartRefusal(`The provider of single sign-on, ${issuer}, must be reached over https.`);
}

export function signOnOf(
  { server }: ConfigFile,
  path: string,
): (SignOnSetting & { readonly label: Text | null }) | null {
  if (server?.signOn === undefined) return null;
  const { issuer, clientId, clientSecretFile, staffClaim, origin, label } = server.signOn;
  requireTls(issuer);
  return {
    ...{ issuer, clientId, origin: new URL(origin).origin, label: label ?? null },
    staffClaim: staffClaim ?? DEFAULT_CLAIM,
    clientSecret:
      clientSecretFile === undefined ? null : secretIn(resolve(dirname(path), clientSecretFile)),
  };
}
