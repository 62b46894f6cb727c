/** A certificate and its key, as files, and whether they are fit to be shown to a browser. Rules: WEB-3. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Instant } from '@tingxu/contract/ids';
import { isOpenToEverybody } from '../config/own-file.ts';
import { oneSentence, StartRefusal } from '../config/start-refusal.ts';

/** Absolute paths, both in PEM. The first certificate is the server's own, others lead to its authority. */
export type CertificateFiles = { readonly cert: string; readonly key: string };

export type Certificate = {
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly endsAt: Instant;
};

const attempt = <T>(file: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    const reason = oneSentence(error instanceof Error ? error.message : String(error));
    throw new StartRefusal(`The file ${file} cannot be used for TLS: ${reason}.`);
  }
};

/** Rejects: with StartRefusal, when a file is missing or unreadable, everybody may read the key, or it is another's. */
export function readCertificate({ cert, key }: CertificateFiles): Certificate {
  const certBytes = attempt(cert, () => readFileSync(cert));
  const keyBytes = attempt(key, () => readFileSync(key));
  if (attempt(key, () => isOpenToEverybody(key))) {
    throw new StartRefusal(`The key ${key} may be read by everybody; give it mode 0600 or 0640.`);
  }
  const parsed = attempt(cert, () => new X509Certificate(certBytes));
  const secret = attempt(key, () => createPrivateKey(keyBytes));
  if (!parsed.checkPrivateKey(secret)) {
    throw new StartRefusal(`The key ${key} does not belong to the certificate ${cert}.`);
  }
  return {
    cert: certBytes,
    key: keyBytes,
    endsAt: Date.parse(parsed.validTo),
  };
}
